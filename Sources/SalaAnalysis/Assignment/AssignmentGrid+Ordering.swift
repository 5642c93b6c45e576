extension AssignmentGrid {
    /// An order of entries and one of judges that follow from what the pairs are worth, not from what
    /// anybody is called, but for those that three rounds of colour refinement (Weisfeiler and Leman, 1968)
    /// cannot tell apart: those stay in their order.
    var orders: (entries: [Int], judges: [Int]) {
        var entryColours = needs.indices.map { mixed(UInt64(needs[$0]), bits(givenWorth[$0])) }
        var judgeColours = givenLoads.map { mixed(UInt64($0), 1) }
        for _ in 0..<3 {
            var entrySums = entryColours
            var judgeSums = judgeColours
            var cell = 0
            for entry in needs.indices {
                for judge in limits.indices {
                    let value = offers[cell] == AssignmentGrid.closed ? worth[cell] ^ .min : offers[cell]
                    entrySums[entry] &+= mixed(bits(value), judgeColours[judge])
                    judgeSums[judge] &+= mixed(bits(value), entryColours[entry])
                    cell += 1
                }
            }
            entryColours = entrySums.map { mixed($0, 2) }
            judgeColours = judgeSums.map { mixed($0, 3) }
        }
        return (order(entryColours), order(judgeColours))
    }

    private func order(_ colours: [UInt64]) -> [Int] {
        colours.indices.sorted { (colours[$0], $0) < (colours[$1], $1) }
    }

    private func bits(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) }

    /// The mixing step of SplitMix64 over two numbers.
    private func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var state = first &* 0x9E37_79B9_7F4A_7C15 &+ second
        state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
        return state ^ (state >> 31)
    }
}
