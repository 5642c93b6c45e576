extension String {
    /// The same for the same text: FNV-1a over 64 bits (G. Fowler, L. C. Noll, K.-P. Vo), which tells changes
    /// apart and keeps nothing secret.
    public var stamp: String {
        let hash = utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return String(hash, radix: 36)
    }
}
