import Testing

@testable import SalaAnalysis

@Suite("Entries compared by all the scores of a round")
struct PanelComparisonTests {
    private typealias Score = GivenScore<String, String>
    private typealias Comparison = PanelComparison<String, String>

    private func score(_ entry: String, _ judge: String, _ units: Int) -> Score {
        Score(entry: entry, judge: judge, score: ExactDecimal(units: units, places: 0))
    }

    private func compare(
        _ scores: [Score], _ rule: Comparison.Rule, places: Int = 2, _ rounding: Rounding = .halfUp
    ) -> [String: String] {
        Comparison(scores, rule: rule, places: places, rounding: rounding).values
            .mapValues(\.rounded.description)
    }

    /// Two judges on the same three entries, one of them ten points harsher.
    private var shifted: [Score] {
        [("a", 80), ("b", 60), ("c", 70)].flatMap { entry, units in
            [score(entry, "kind", units), score(entry, "harsh", units - 10)]
        }
    }

    @Test("z-scores are distances from each judge's mean in that judge's deviations")
    func standings() {
        // Mean 70 and deviation sqrt(200 / 3) for either judge: ±10 is ±1.2247...
        #expect(compare(shifted, .zScore) == ["a": "1.22", "b": "-1.22", "c": "0.00"])
        #expect(compare(shifted, .zScore, places: 4)["a"] == "1.2247")
    }

    @Test("Copeland counts the entries that are beaten, ties half, and rounds halves as declared")
    func duels() {
        let scores = shifted + [score("d", "kind", 80)]
        // a and d tie with the one judge of both; either beats b and c.
        #expect(compare(scores, .copeland) == ["a": "2.50", "b": "0.00", "c": "1.00", "d": "2.50"])
        #expect(compare(scores, .copeland, places: 0)["a"] == "3")
        #expect(compare(scores, .copeland, places: 0, .halfEven)["a"] == "2")
    }

    @Test("the calibrated value is that of a calibration of the same scores")
    func calibrates() throws {
        let known = try Calibration(shifted, top: 1, draws: 1, seed: 1)
        let compared = Comparison(shifted, rule: .calibrated, places: 2, rounding: .halfUp)
        for entry in known.entries {
            let value = try #require(compared.values[entry.entry])
            #expect(abs(value.exact.rational.approximation - entry.calibrated) < 1e-8)
        }
        // Nobody's harshness is left in it: all of it lies around the middle of both judges.
        #expect(abs(known.average - 65) < 1e-6)
    }

    @Test("a calibrated value is the average and what is kept of the distance from it, as a trace says")
    func traced() throws {
        let scores =
            shifted + [score("d", "kind", 75), score("d", "harsh", 71), score("a", "third", 90)]
            + [score("b", "third", 61)]
        let known = try Calibration(scores, top: 2, draws: 10, seed: 1)
        let offsets = Dictionary(uniqueKeysWithValues: known.judges.map { ($0.judge, $0.offset) })
        for entry in known.entries {
            let own = scores.filter { $0.entry == entry.entry }
            let adjusted = own.map { Double($0.score.units) - (offsets[$0.judge] ?? 0) }
            let mean = adjusted.reduce(0, +) / Double(own.count)
            let quality = known.variances.quality * Double(own.count)
            let kept = quality / (quality + known.variances.noise)
            #expect(abs(known.average + kept * (mean - known.average) - entry.calibrated) < 1e-6)
        }
    }

    @Test("nothing is compared across parts that no judge connects, but by z-scores")
    func parts() {
        let scores = shifted + [score("x", "other", 50), score("y", "other", 70)]
        for rule: Comparison.Rule in [.calibrated, .copeland, .bradleyTerry] {
            let compared = Comparison(scores, rule: rule, places: 2, rounding: .halfUp)
            #expect(compared.isRefused && compared.values.isEmpty)
            #expect(compared.parts.map(\.entries) == [["a", "b", "c"], ["x", "y"]])
            #expect(compared.parts.map(\.judges) == [["harsh", "kind"], ["other"]])
        }
        let standings = Comparison(scores, rule: .zScore, places: 2, rounding: .halfUp)
        #expect(!standings.isRefused && standings.values["y"]?.rounded.description == "1.00")
    }

    @Test("no scores give no values and refuse nothing", arguments: [true, false])
    func empty(isCompared: Bool) {
        let compared = Comparison([], rule: isCompared ? .copeland : .zScore, places: 2, rounding: .halfUp)
        #expect(compared.values.isEmpty && !compared.isRefused)
    }

    @Test("the order of the scores changes nothing")
    func order() {
        let scores = shifted + [score("d", "kind", 75)]
        for rule: Comparison.Rule in [.zScore, .calibrated, .copeland, .bradleyTerry] {
            #expect(compare(scores, rule, places: 6) == compare(scores.reversed(), rule, places: 6))
        }
    }

    @Test("a duel counts the judges who scored both, and the strengths bear out the points")
    func strengths() throws {
        let scores = shifted + [score("a", "third", 10), score("b", "third", 20), score("c", "third", 20)]
        let duels = Duel.all(of: "b", in: scores)
        #expect(duels.map(\.opponent) == ["a", "c"])
        #expect(duels[0] == Duel(opponent: "a", wins: 1, losses: 2, ties: 0) && duels[0].halves == 0)
        #expect(duels[1] == Duel(opponent: "c", wins: 0, losses: 2, ties: 1))
        let compared = Comparison(scores, rule: .bradleyTerry, places: 6, rounding: .halfUp)
        #expect(!compared.isRegularised)
        func strength(_ entry: String) -> Double {
            compared.values[entry]?.exact.rational.approximation ?? .nan
        }
        let expected = duels.reduce(0) { sum, duel in
            sum + 3 / (1 + exponential(strength(duel.opponent) - strength("b")))
        }
        let points = duels.reduce(0.0) { $0 + Double($1.wins) + Double($1.ties) / 2 }
        #expect(abs(expected - points) < 1e-4)
    }

    /// By its series: the tests need no library for it.
    private func exponential(_ value: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for index in 1...60 {
            term *= value / Double(index)
            sum += term
        }
        return sum
    }
}

@Suite("Reviews that would connect the parts of a round")
struct PartBridgesTests {
    private typealias Bridges = PartBridges<String, String>
    private typealias Pair = AssignmentProblem<String, String>.Pair

    private func parts(_ pairs: [(String, String)]) -> [JudgingGraph<String, String>.Part] {
        JudgingGraph(
            pairs.map { GivenScore(entry: $0, judge: $1, score: ExactDecimal(units: 1, places: 0)) }
        ).parts
    }

    private let three = [("a", "1"), ("b", "1"), ("b", "2"), ("c", "3"), ("d", "4")]

    @Test("are one less than the parts, from the judges with the least to do, and do connect them")
    func connect() {
        let bridges = Bridges(
            parts(three), entries: ["a", "b", "c", "d"], loads: ["1": 5, "2": 1, "3": 1, "4": 1],
            conflicts: [])
        #expect(bridges.pairs == [Pair(entry: "c", judge: "2"), Pair(entry: "d", judge: "3")])
        #expect(bridges.unreached == 0)
        #expect(parts(three + bridges.pairs.map { ($0.entry, $0.judge) }).count == 1)
    }

    @Test("respect conflicts and what may be judged no more, and say what they cannot reach")
    func conflicts() {
        let bridges = Bridges(
            parts(three), entries: ["a", "b", "c"], loads: ["1": 0, "2": 0],
            conflicts: [Pair(entry: "c", judge: "1")])
        #expect(bridges.pairs == [Pair(entry: "c", judge: "2")])
        #expect(bridges.unreached == 1)
        let none = Bridges(parts(three), entries: [], loads: ["1": 0], conflicts: [])
        #expect(none.pairs.isEmpty && none.unreached == 2)
    }
}
