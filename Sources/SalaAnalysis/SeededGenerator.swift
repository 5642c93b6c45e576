/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, doi 10.1145/2660193.2660195): the same seed gives the
/// same numbers on every machine. Not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly from 0 up to, not including, the bound (1 or more). Ours, because the standard library does
    /// not promise that its own draws stay the same from version to version.
    public mutating func next(below bound: Int) -> Int {
        precondition(bound > 0, "nothing to draw from")
        let range = UInt64(bound)
        // The lowest `2^64 mod range` values would make some results likelier than others.
        let uneven = (0 &- range) % range
        var value = next()
        while value < uneven { value = next() }
        return Int(value % range)
    }

    /// A fair order of the items (Fisher and Yates), the same for the same seed and items.
    public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(index, next(below: index + 1))
        }
        return items
    }
}
