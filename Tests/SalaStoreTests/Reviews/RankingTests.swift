import SalaAnalysis
import SalaEngine
import Testing

@testable import SalaStore

@Suite("The ranking of a round")
struct RankingTests {
    private func ranking(_ home: FairHome) async throws -> RoundRanking {
        try await home.store.ranking(FairHome.handle, round: "first", for: home.officer)
    }

    private func scores(_ ranking: RoundRanking) -> [String] {
        ranking.entries.map { entry in
            [entry.rank.map(String.init) ?? "-", entry.result?.rounded.description ?? "-", entry.decidedBy]
                .joined(separator: " ")
        }
    }

    @Test("follows from the reviews given: score, then the criterion that decides, then a shared rank")
    func ranks() async throws {
        try await FairHome.with { home in
            // 60 x impact / 5 + 40 x novelty / 5 per cent, the mean of both judges.
            let equal = try await home.scored(0, (2, 3))
            let best = try await home.scored(1, (5, 4))
            let byImpact = try await home.scored(2, (4, 0))
            let twin = try await home.scored(3, (2, 3))
            let unscored = try await home.judged(4, judges: [0])
            let ranking = try await ranking(home)
            #expect(
                scores(ranking) == [
                    "1 92.00 score", "2 48.00 criterion:impact", "3 48.00 shared", "3 48.00 shared",
                    "- - unranked",
                ])
            #expect(
                ranking.entries.map(\.submission.id) == [
                    best, byImpact, min(equal, twin), max(equal, twin), unscored,
                ])
            #expect(ranking.entries[0].reviews.map(\.name) == ["Demo judge-1", "Demo judge-2"])
            #expect(ranking.places == 1)
            #expect(ranking.tied == [])
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.ranking(FairHome.handle, round: "first", for: home.checker)
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.ranking(FairHome.handle, round: "none", for: home.officer)
            }
        }
    }

    @Test("uses the call's own weights")
    func weights() async throws {
        let settings = CallSettings(weights: ["first": ["impact": 10, "novelty": 90]])
        try await FairHome.with(settings: settings) { home in
            let impact = try await home.scored(0, (5, 1))
            let novelty = try await home.scored(1, (1, 5), (1, 4))
            let ranking = try await ranking(home)
            #expect(ranking.weights == ["impact": 10, "novelty": 90])
            #expect(ranking.entries.map(\.submission.id) == [novelty, impact])
            #expect(scores(ranking) == ["1 83.00 score", "2 28.00 score"])
        }
    }

    @Test("leaves out what was withdrawn, and keeps what its own decisions have moved on")
    func leaves() async throws {
        try await FairHome.with { home in
            let withdrawn = try await home.scored(0, (5, 5))
            let winner = try await home.scored(1, (4, 4))
            let other = try await home.scored(2, (3, 3))
            try await home.act("withdraw", on: withdrawn, by: home.filers[0])
            #expect(try await ranking(home).entries.map(\.submission.id) == [winner, other])
            let counts = try await home.store.select(
                FairHome.handle, round: "first", by: home.officer, at: FairHome.after)
            #expect(counts.selected == 1)
            #expect(counts.others == 1)
            #expect(try await home.submission(winner).held?.action == "win")
            #expect(try await home.submission(other).held?.action == "lose")
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22))
            #expect(try await ranking(home).entries.map(\.submission.id) == [winner, other])
        }
    }

    @Test("counts only given reviews of judges who are still in the round")
    func counts() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0, 1, 2])
            try await home.review(id, 0, impact: 5, novelty: 5)
            try await home.review(id, 1, impact: 0, novelty: 0, isFinal: false)
            try await home.review(id, 2, impact: 1, novelty: 1)
            try await home.store.decide(
                .declareConflict(round: "first", reason: "ก"), on: id, by: home.judges[2],
                at: FairHome.time(20))
            #expect(scores(try await ranking(home)) == ["1 100.00 score"])
        }
    }
}
