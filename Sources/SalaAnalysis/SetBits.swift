/// The columns whose bits are set in a word, lowest first.
struct SetBits: Sequence, IteratorProtocol {
    private var word: UInt64
    private let first: Int

    init(_ word: UInt64, wordIndex: Int) {
        self.word = word
        first = wordIndex << 6
    }

    mutating func next() -> Int? {
        guard word != 0 else { return nil }
        defer { word &= word - 1 }
        return first + word.trailingZeroBitCount
    }
}
