import Foundation
import SalaAnalysis
import Testing

@Suite("The tally of a panel")
struct PanelTallyTests {
    private typealias Score = GivenScore<String, Int>
    private typealias Tally = PanelTally<String, Int>

    /// One row an entry, one column a judge; nil is absent.
    private func panel(
        _ rows: [(String, [Int?])], places: Int = 0, weights: [Int]? = nil, absent: Int? = nil
    ) -> PanelScores<String, Int> {
        var scores: [Score] = []
        for (entry, row) in rows {
            for (judge, units) in row.enumerated() {
                guard let units else { continue }
                scores.append(
                    Score(entry: entry, judge: judge, score: ExactDecimal(units: units, places: places)))
            }
        }
        return PanelScores(
            scores, entries: rows.map(\.0), weights: weights?.map { ExactDecimal(units: $0, places: 1) },
            absent: absent.map { ExactDecimal(units: $0, places: places) })
    }

    private func lines(_ tally: Tally) -> [String] {
        tally.rows.map { "\($0.rank.map(String.init) ?? "-") \($0.entry) \($0.score?.description ?? "-")" }
    }

    @Test("means, medians and trimmed means are exact, and what is absent is not a zero")
    func fromOwnScores() {
        let scores = panel([("a", [80, 81, 89]), ("b", [90, nil, 77]), ("c", [nil, nil, nil])])
        #expect(lines(Tally(scores, .init(.each(.mean)))) == ["1 b 83.50", "2 a 83.33", "- c -"])
        #expect(lines(Tally(scores, .init(.each(.median)))) == ["1 b 83.50", "2 a 81.00", "- c -"])
        let trimmed = Tally(scores, .init(.each(.trimmedMean(dropping: 1))))
        #expect(lines(trimmed) == ["1 b 83.50", "2 a 81.00", "- c -"])
        #expect(trimmed.rows.map(\.reviews) == [2, 3, 0])
        let zero = panel([("a", [80, 81, 89]), ("b", [90, nil, 77]), ("c", [nil, nil, nil])], absent: 0)
        #expect(lines(Tally(zero, .init(.each(.mean)))) == ["1 a 83.33", "2 b 55.67", "3 c 0.00"])
    }

    @Test(
        "halves go where the rounding says",
        arguments: [
            ([1, 2], 0, Rounding.halfUp, "2"), ([1, 2], 0, .halfEven, "2"), ([2, 3], 0, .halfUp, "3"),
            ([2, 3], 0, .halfEven, "2"), ([-1, -2], 0, .halfUp, "-2"), ([-2, -3], 0, .halfEven, "-2"),
            ([-2, -3], 0, .halfUp, "-3"), ([1, 2, 2], 1, .halfEven, "1.7"), ([0, -1], 0, .halfEven, "0"),
        ])
    func rounding(scores: [Int], places: Int, rounding: Rounding, text: String) {
        let tally = Tally(
            panel([("a", scores)]), .init(.each(.mean), places: places, rounding: rounding))
        #expect(tally.rows.first?.score?.description == text)
    }

    @Test("scores of eighteen digits are added up to the last of them")
    func manyDigits() {
        let scores = [
            Score(entry: "a", judge: 0, score: ExactDecimal(units: 999_999_999_000_000_001, places: 9)),
            Score(entry: "a", judge: 1, score: ExactDecimal(units: 3, places: 18)),
            Score(entry: "a", judge: 2, score: ExactDecimal(units: -999_999_999_000_000_001, places: 9)),
            Score(entry: "b", judge: 0, score: ExactDecimal(units: 1, places: 18)),
        ]
        let exact = Tally(PanelScores(scores), .init(.each(.mean), places: 9, ranksExactly: true))
        #expect(lines(exact) == ["1 a 0.000000000", "1 b 0.000000000"])
    }

    @Test("a weighted mean counts scores by their weights")
    func weighted() {
        // (80 × 0.5 + 90 × 1.5) / 2 and (70 × 3 + 100 × 1) / 4
        let scores = panel([("a", [80, 90]), ("b", [70, 100])], weights: [5, 15, 30, 10])
        #expect(lines(Tally(scores, .init(.weightedMean))) == ["1 a 87.50", "2 b 77.50"])
    }

    @Test("z-scores are in each judge's own standard deviations, and a judge who tells nothing adds nothing")
    func standardised() {
        // Judge 0: mean 4, population deviation √(8/3); judge 1: all the same; judge 2: mean 20, deviation
        // 10.
        let scores = panel([("a", [2, 7, 10]), ("b", [4, 7, 30]), ("c", [6, 7, nil])])
        let one = 2 / (8.0 / 3).squareRoot()
        func text(_ value: Double) -> String { String(format: "%.4f", value) }
        let tally = Tally(scores, .init(.zScore(.population), places: 4))
        #expect(
            lines(tally) == [
                "1 c \(text(one / 2))", "2 b \(text(1.0 / 3))", "3 a \(text((-one - 1) / 3))",
            ])
        // By one less than the number: deviations 2 and √200.
        let sample = Tally(scores, .init(.zScore(.sample), places: 4))
        #expect(
            lines(sample) == [
                "1 c \(text(0.5))", "2 b \(text(10 / 200.0.squareRoot() / 3))",
                "3 a \(text((-1 - 10 / 200.0.squareRoot()) / 3))",
            ])
    }

    @Test("equal values share a rank, and the tie-breaks decide in their order")
    func ties() {
        let scores = panel([("a", [5, 9, 7]), ("b", [7, 7, 7]), ("c", [9, 6, 6]), ("d", [1, 1, nil])])
        let plain = Tally(scores, .init(.each(.mean)))
        #expect(plain.rows.map(\.rank) == [1, 1, 1, 4])
        #expect(plain.rows.map(\.decidedBy) == ["shared", "shared", "shared", "score"])
        let spread = Tally(scores, .init(.each(.mean), ties: [.spread]))
        #expect(spread.rows.map(\.entry) == ["b", "c", "a", "d"])
        let both = Tally(scores, .init(.each(.mean), ties: [.highest, .median]))
        #expect(both.rows.map(\.entry) == ["a", "c", "b", "d"])
        #expect(both.rows.map(\.rank) == [1, 2, 3, 4])
        #expect(both.rows.map(\.decidedBy) == ["median", "median", "highest", "score"])
    }

    @Test("ranks go by what is printed unless they are to be exact")
    func printed() {
        let scores = panel([("a", [1004]), ("b", [1001]), ("c", [1003])], places: 3)
        #expect(lines(Tally(scores, .init(.each(.mean)))) == ["1 a 1.00", "1 b 1.00", "1 c 1.00"])
        let exact = Tally(scores, .init(.each(.mean), ranksExactly: true))
        #expect(lines(exact) == ["1 a 1.00", "2 c 1.00", "3 b 1.00"])
    }

    @Test("the order in which scores are told changes nothing, whatever the rule")
    func permutation() {
        var generator = SeededGenerator(seed: 6)
        let scores = (0..<9).flatMap { entry in
            (0..<5).filter { _ in generator.next(below: 4) > 0 }.map { judge in
                Score(
                    entry: "e\(entry)", judge: judge,
                    score: ExactDecimal(units: generator.next(below: 8), places: 0))
            }
        }
        let rules: [PanelRule] = [
            .each(.mean), .each(.median), .each(.trimmedMean(dropping: 1)), .zScore(.population), .copeland,
            .bradleyTerry,
        ]
        for rule in rules {
            let first = Tally(PanelScores(scores), .init(rule, places: 9))
            for _ in 0..<4 {
                #expect(
                    Tally(PanelScores(generator.shuffled(scores)), .init(rule, places: 9)).rows == first.rows)
            }
        }
    }
}
