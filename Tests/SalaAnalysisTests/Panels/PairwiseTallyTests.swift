import Foundation
import SalaAnalysis
import Testing

@Suite("Pairwise preferences")
struct PairwiseTallyTests {
    private typealias Score = GivenScore<String, Int>
    private typealias Tally = PanelTally<String, Int>

    /// Each judge's order, the best first; entries that share a place share a text.
    private func panel(_ orders: [[String]]) -> PanelScores<String, Int> {
        PanelScores(
            orders.enumerated().flatMap { judge, order in
                order.enumerated().flatMap { place, names in
                    names.split(separator: "=").map {
                        Score(
                            entry: String($0), judge: judge, score: ExactDecimal(units: -place, places: 0))
                    }
                }
            })
    }

    private func values(_ tally: Tally) -> [String: Double] {
        Dictionary(
            uniqueKeysWithValues: tally.rows.map { ($0.entry, $0.score?.rational.approximation ?? .nan) })
    }

    @Test("Copeland counts entries that are beaten, each tie half")
    func copeland() {
        // a beats b and c by two judges to one; b and c are even.
        let tally = Tally(
            panel([["a", "b", "c"], ["b=c", "a"], ["a", "c", "b"]]), .init(.copeland, places: 1))
        #expect(
            tally.rows.map { "\($0.rank ?? 0) \($0.entry) \($0.score?.description ?? "")" } == [
                "1 a 2.0", "2 b 0.5", "2 c 0.5",
            ])
    }

    @Test("a circle of majorities is a tie")
    func circle() {
        let tally = Tally(panel([["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"]]), .init(.copeland))
        #expect(tally.rows.map(\.rank) == [1, 1, 1])
        #expect(tally.rows.allSatisfy { $0.score?.description == "1.00" })
    }

    @Test("entries that no judge scored both of are not compared")
    func absent() {
        let tally = Tally(panel([["a", "b"], ["c", "b"]]), .init(.copeland, places: 0))
        #expect(values(tally) == ["a": 1, "b": 0, "c": 1])
    }

    @Test("the strengths of two entries are as their wins")
    func two() {
        // Three judges to one: the likeliest odds are 3.
        let tally = Tally(
            panel([["a", "b"], ["a", "b"], ["b", "a"], ["a", "b"]]), .init(.bradleyTerry, places: 6))
        #expect(abs(values(tally)["a", default: 0] - log(3) / 2) < 1e-6)
        #expect(abs(values(tally)["b", default: 0] + log(3) / 2) < 1e-6)
        #expect(!tally.isRegularised && tally.isConverged)
    }

    @Test("a draw counts half for each")
    func draws() {
        // Wins 2½ to ½.
        let tally = Tally(panel([["a", "b"], ["a=b"], ["a", "b"]]), .init(.bradleyTerry, places: 6))
        #expect(abs(values(tally)["a", default: 0] - log(5) / 2) < 1e-6)
    }

    @Test("in a chain the odds of neighbours are those of their own games")
    func chain() {
        // a to b 2:1, b to c 1:3, and a never met c.
        let orders = [
            ["a", "b"], ["a", "b"], ["b", "a"], ["b", "c"], ["c", "b"], ["c", "b"], ["c", "b"],
        ]
        let found = values(Tally(panel(orders), .init(.bradleyTerry, places: 8)))
        #expect(abs(found["a", default: 0] - found["b", default: 0] - log(2)) < 1e-6)
        #expect(abs(found["c", default: 0] - found["b", default: 0] - log(3)) < 1e-6)
        #expect(abs(found.values.reduce(0, +)) < 1e-6)
    }

    @Test("who never lost gets no endless strength, and it is said")
    func unbeaten() {
        let tally = Tally(panel([["a", "b", "c"], ["a", "c", "b"]]), .init(.bradleyTerry, places: 6))
        #expect(tally.isRegularised && tally.isConverged)
        let found = values(tally)
        #expect(found["a", default: 0] > found["b", default: 0])
        #expect(abs(found["b", default: 0] - found["c", default: 0]) < 1e-6)
        // At the peak each entry has won as many games as its strength makes likely, the draw against the
        // entry that is not shown among them: 4½ of 5 for a.
        let (one, other) = (exp(found["a", default: 0]), exp(found["b", default: 0]))
        var hidden = 1.0
        for _ in 0..<200 { hidden *= 1.5 / (hidden / (hidden + one) + 2 * hidden / (hidden + other)) }
        #expect(abs(4 * one / (one + other) + one / (one + hidden) - 4.5) < 1e-4)
    }

    @Test("the likeliest strengths balance every entry's wins, in a round of forty")
    func balance() {
        var generator = SeededGenerator(seed: 12)
        let orders = (0..<25).map { _ in generator.shuffled((0..<40).map { "e\($0)" }) }
        let tally = Tally(panel(orders), .init(.bradleyTerry, places: 9))
        #expect(!tally.isRegularised && tally.isConverged)
        let strengths = values(tally).mapValues { exp($0) }
        for entry in ["e0", "e7", "e39"] {
            let wins = orders.reduce(0) { $0 + 39 - ($1.firstIndex(of: entry) ?? 0) }
            let own = strengths[entry, default: 0]
            let expected = strengths.filter { $0.key != entry }.values.reduce(0) {
                $0 + 25 * own / (own + $1)
            }
            #expect(abs(Double(wins) - expected) < 1e-4)
        }
    }
}
