import SalaAnalysis
import Testing

@Suite("The distribution of scores")
struct DistributionTests {
    @Test("each score is in the bin that begins at or below it, the highest in the last")
    func bins() {
        let scores: [Rational] = [0, Rational(2499, over: 100), 25, 50, Rational(200, over: 3), 75, 100]
        let distribution = Distribution(scores, bins: 4)
        #expect(distribution.bins.map(\.count) == [2, 1, 2, 2])
        #expect(distribution.bins.map(\.lower) == [0, 25, 50, 75])
        #expect(distribution.bins.map(\.upper) == [25, 50, 75, 100])
        #expect(distribution.outside == 0)
        #expect(distribution.cutPosition == nil)
        #expect(distribution.bins.allSatisfy { $0.countAtOrAboveCut == 0 })
    }

    @Test("the cut line stands at its value and counts what reaches it")
    func cut() {
        let distribution = Distribution([60, 70, 71, 79, 90], bins: 10, cut: 71)
        #expect(distribution.cut == 71)
        #expect(distribution.cutPosition == Rational(71, over: 100))
        #expect(distribution.bins[7].count == 3)
        #expect(distribution.bins[7].countAtOrAboveCut == 2)
        #expect(distribution.bins[6].countAtOrAboveCut == 0)
        #expect(distribution.bins[9].countAtOrAboveCut == 1)
    }

    @Test("bin edges are exact where doubles are not")
    func exactEdges() {
        // 100 × 7/30 is an edge of thirty bins over 0...100.
        let edge = Rational(70, over: 3)
        let distribution = Distribution([edge, edge - Rational(1, over: 1_000_000_000)], bins: 30)
        #expect(distribution.bins[7].count == 1)
        #expect(distribution.bins[6].count == 1)
    }

    @Test("scores and cuts outside the range are told, not drawn")
    func outside() {
        let distribution = Distribution([-2, -1, 0, 1, 3], bins: 2, in: -1...1, cut: 2)
        #expect(distribution.bins.map(\.count) == [1, 2])
        #expect(distribution.outside == 2)
        #expect(distribution.cutPosition == nil)
    }
}
