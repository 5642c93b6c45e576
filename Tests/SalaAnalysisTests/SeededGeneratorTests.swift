import SalaAnalysis
import Testing

@Suite("The seeded generator")
struct SeededGeneratorTests {
    @Test("it gives the published SplitMix64 sequences")
    func knownAnswers() {
        var generator = SeededGenerator(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in generator.next() } == expected)
        var zero = SeededGenerator(seed: 0)
        #expect(zero.next() == 0xE220_A839_7B1D_CDAF)
    }

    @Test("draws are even within five standard deviations and stay below the bound")
    func draws() {
        var generator = SeededGenerator(seed: 9)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.next(below: 7)] += 1 }
        // The standard deviation of a binomial count is √(70000 × 1/7 × 6/7) ≈ 92.6.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 463 })
        #expect(generator.next(below: 1) == 0)
    }

    @Test("a shuffle keeps every item and reaches every order")
    func shuffles() {
        var generator = SeededGenerator(seed: 2)
        var orders: Set<[Int]> = []
        for _ in 0..<500 {
            let order = generator.shuffled([1, 2, 3, 4])
            #expect(order.sorted() == [1, 2, 3, 4])
            orders.insert(order)
        }
        #expect(orders.count == 24)
        #expect(generator.shuffled([Int]()).isEmpty)
    }
}
