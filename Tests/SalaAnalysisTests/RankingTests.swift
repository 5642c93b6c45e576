import SalaAnalysis
import Testing

@Suite("The ranking")
struct RankingTests {
    private typealias Names = Ranking<String>

    private func candidate(_ entry: String, _ score: Int?, impact: Int = 0, filed: Int64 = 0)
        -> Names.Candidate
    {
        Names.Candidate(
            entry: entry, score: score.map { ExactDecimal(units: $0, places: 0) },
            criterionMeans: ["impact": Rational(impact, over: 3)], filedMicroseconds: filed)
    }

    private func lines(_ ranking: Names) -> [String] {
        ranking.rows.map { "\($0.rank.map(String.init) ?? "-") \($0.entry) \($0.decidedBy)" }
    }

    @Test("ranks are 1, 2, 2, 4, and who has no score is last and unranked")
    func competition() {
        let ranking = Names(
            [
                candidate("d", 60), candidate("none", nil), candidate("c", 70), candidate("a", 90),
                candidate("b", 70),
            ],
            ties: [])
        #expect(lines(ranking) == ["1 a score", "2 b shared", "2 c shared", "4 d score", "- none unranked"])
    }

    @Test("tie-breaks decide in their order, and each row names the last rule it needed")
    func tieBreaks() {
        let candidates = [
            candidate("late", 80, impact: 7, filed: 30), candidate("early", 80, impact: 7, filed: 20),
            candidate("strong", 80, impact: 8, filed: 90), candidate("best", 81, impact: 0, filed: 99),
            candidate("twin-b", 80, impact: 1, filed: 5), candidate("twin-a", 80, impact: 1, filed: 5),
        ]
        #expect(
            lines(Names(candidates, ties: [.criterion("impact"), .earliest])) == [
                "1 best score", "2 strong criterion:impact", "3 early earliest", "4 late earliest",
                "5 twin-a shared", "5 twin-b shared",
            ])
        #expect(
            lines(Names(candidates, ties: [.earliest])) == [
                "1 best score", "2 twin-a shared", "2 twin-b shared", "4 early earliest", "5 late earliest",
                "6 strong earliest",
            ])
    }

    @Test("scores that differ only beyond the declared digits are equal")
    func roundedScores() throws {
        let whole = Tally.Criterion(name: "impact", weight: 100, lowest: 0, highest: 1000)
        let tally = try Tally(criteria: [whole], rule: .mean, places: 0)
        let candidates = try [("a", 834), ("b", 831), ("c", 829)].map { entry, level in
            Names.Candidate(
                entry: entry, result: try tally.result(of: [["impact": level]]), filedMicroseconds: 0)
        }
        #expect(lines(Names(candidates, ties: [])) == ["1 a shared", "1 b shared", "1 c shared"])
        #expect(
            lines(Names(candidates, ties: [.criterion("impact")])) == [
                "1 a criterion:impact", "2 b criterion:impact", "3 c criterion:impact",
            ])
    }

    @Test(
        "a criterion mean that is not there goes behind one that is, and decides nothing when nobody has it")
    func missingMean() {
        var absent = candidate("absent", 80)
        absent.criterionMeans = [:]
        let ranking = Names([absent, candidate("there", 80, impact: -1)], ties: [.criterion("impact")])
        #expect(lines(ranking) == ["1 there criterion:impact", "2 absent criterion:impact"])
        let unknown = Names([candidate("a", 80, impact: 1), candidate("b", 80)], ties: [.criterion("other")])
        #expect(lines(unknown) == ["1 a shared", "1 b shared"])
    }

    @Test("ranks agree with a count of who is better, in whatever order candidates come")
    func bruteForce() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let candidates = (0..<8).map {
                candidate(
                    "\($0)", generator.next(below: 6) == 0 ? nil : generator.next(below: 3),
                    impact: generator.next(below: 2), filed: Int64(generator.next(below: 2)))
            }
            let ranking = Names(candidates, ties: [.criterion("impact"), .earliest])
            for row in ranking.rows {
                let own = candidates.first { $0.entry == row.entry }.flatMap(key)
                let better = own.map { own in
                    candidates.compactMap(key).filter { $0.lexicographicallyPrecedes(own) }.count
                }
                let equal = candidates.compactMap(key).filter { $0 == own }.count
                #expect(row.rank == better.map { $0 + 1 })
                #expect((row.decidedBy == .shared) == (own != nil && equal > 1))
            }
            let again = Names(generator.shuffled(candidates), ties: [.criterion("impact"), .earliest])
            #expect(again.rows == ranking.rows)
        }
    }

    /// Smaller is better.
    private func key(_ candidate: Names.Candidate) -> [Int]? {
        candidate.score.map {
            [
                -$0.units, -(candidate.criterionMeans["impact"].map { $0 * 3 }?.numerator ?? 0),
                Int(candidate.filedMicroseconds),
            ]
        }
    }

    @Test("a selection takes the first rows")
    func selection() {
        let ranking = Names(
            ["a", "b", "c"].enumerated().map { candidate($1, 90 - $0) } + [candidate("x", nil)], ties: [])
        let two = ranking.selection(count: 2)
        #expect(two.rows.map(\.entry) == ["a", "b"])
        #expect(two.settled == ["a", "b"])
        #expect(two.tied.isEmpty)
        #expect(ranking.selection(count: 9).rows.map(\.entry) == ["a", "b", "c"])
        #expect(ranking.selection(count: 0).rows.isEmpty)
        #expect(ranking.selection(count: -1).rows.isEmpty)
    }

    @Test("a cut through a shared rank is reported with everyone who shares it")
    func cutTie() {
        let scores = [("a", 90), ("b", 80), ("c", 80), ("d", 80), ("e", 70)]
        let ranking = Names(scores.map { candidate($0, $1) }, ties: [.criterion("impact")])
        let cut = ranking.selection(count: 3)
        #expect(cut.rows.map(\.entry) == ["a", "b", "c"])
        #expect(cut.tied == ["b", "c", "d"])
        #expect(cut.settled == ["a"])
        #expect(ranking.selection(count: 4).tied.isEmpty)
        #expect(ranking.selection(count: 1).tied.isEmpty)
        #expect(ranking.selection(count: 2).tied == ["b", "c", "d"])
    }
}
