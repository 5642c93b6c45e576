import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("A draft of a review")
struct KeptDraftTests {
    private func scoring(_ scores: [String: Int], _ comment: String = "", isFinal: Bool = false) -> Scoring {
        Scoring(scores: scores, commentToCommittee: comment, commentToFiler: "", isFinal: isFinal)
    }

    private func draft(_ id: SubmissionID, _ judge: PersonID, _ home: FairHome) async throws -> KeptDraft? {
        try await home.store.askedReview(of: id, round: "first", for: judge, at: FairHome.time(21)).draft
    }

    private func events(_ home: FairHome) async throws -> Int {
        try await home.store.database.read { connection in
            try connection.row("select count(*) as count from event")?.get("count") ?? 0
        }
    }

    @Test("is kept beside the review, the latest alone, and is no event")
    func kept() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let judge = home.judges[0]
            let before = try await events(home)
            for (level, hour) in [(1, 10), (2, 11)] {
                try await home.store.keepDraft(
                    scoring(["impact": level], "อ่านถึงหน้า \(level)"), of: id, in: "first", by: judge,
                    at: FairHome.time(20, hour))
            }
            #expect(
                try await draft(id, judge, home)
                    == KeptDraft(
                        scoring: scoring(["impact": 2], "อ่านถึงหน้า 2"), keptAt: FairHome.time(20, 11)))
            #expect(try await events(home) == before)
            let review = try await home.store.askedReview(
                of: id, round: "first", for: judge, at: FairHome.time(21)
            ).review
            #expect(review == Review(state: .assigned))
            let rows = try await home.store.database.read { try $0.rows("select * from review_draft") }
            #expect(rows.count == 1)
        }
    }

    @Test("is seen by its judge alone, whose desk says that one waits")
    func own() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0, 1])
            try await home.store.keepDraft(
                scoring(["impact": 4], "ลับ"), of: id, in: "first", by: home.judges[0], at: FairHome.time(20))
            #expect(try await draft(id, home.judges[1], home) == nil)
            let desks = [
                try await home.store.judgeDesk(FairHome.handle, for: home.judges[0]),
                try await home.store.judgeDesk(FairHome.handle, for: home.judges[1]),
            ]
            #expect(desks.map { $0.rows.map(\.hasDraft) } == [[true], [false]])
            let dossier = try await home.store.dossier(id, for: home.officer)
            #expect(dossier.submission.reviews["first"]?[home.judges[0]]?.scores.isEmpty == true)
        }
    }

    @Test("is gone once the review is saved, given or left, and waits for a judge who is taken off")
    func dropped() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let judge = home.judges[0]
            func keep() async throws {
                try await home.store.keepDraft(
                    scoring(["impact": 5]), of: id, in: "first", by: judge, at: FairHome.time(20))
                #expect(try await rows(home) == 1)
            }
            for isFinal in [false, true] {
                try await keep()
                try await home.store.decide(
                    .review(
                        round: "first",
                        Scoring(
                            scores: ["impact": 1, "novelty": 1], commentToCommittee: "",
                            commentToFiler: "ดี", isFinal: isFinal)), on: id, by: judge, at: FairHome.time(20))
                #expect(try await rows(home) == 0)
            }
            try await keep()
            try await home.store.decide(
                .unassign(round: "first", judge: judge, reason: "ลาออก"), on: id, by: home.officer,
                at: FairHome.time(20))
            try await home.assign(id, [0])
            #expect(try await draft(id, judge, home)?.scoring == scoring(["impact": 5]))
            try await home.store.dropDraft(of: id, in: "first", by: judge)
            let other = try await home.judged(1, judges: [0])
            try await home.store.keepDraft(
                scoring(["impact": 5]), of: other, in: "first", by: judge, at: FairHome.time(20))
            try await home.store.decide(
                .declareConflict(round: "first", reason: "ญาติ"), on: other, by: judge, at: FairHome.time(20))
            #expect(try await rows(home) == 0)
        }
    }

    private func rows(_ home: FairHome) async throws -> Int {
        try await home.store.database.read { connection in
            try connection.row("select count(*) as count from review_draft")?.get("count") ?? 0
        }
    }

    @Test("that says what the review says is none, and one may be put aside")
    func same() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let judge = home.judges[0]
            try await home.review(id, 0, impact: 3, novelty: 2)
            func keep(_ impact: Int) async throws -> KeptDraft? {
                let given = try await home.store.askedReview(
                    of: id, round: "first", for: judge, at: FairHome.time(20)
                ).review
                return try await home.store.keepDraft(
                    Scoring(
                        scores: ["impact": impact, "novelty": 2],
                        commentToCommittee: given.commentToCommittee, commentToFiler: given.commentToFiler,
                        isFinal: true), of: id, in: "first", by: judge, at: FairHome.time(20))
            }
            #expect(try await keep(4)?.scoring.isFinal == false)
            #expect(try await keep(3) == nil)
            #expect(try await draft(id, judge, home) == nil)
            #expect(try await keep(5) != nil)
            try await home.store.dropDraft(of: id, in: "first", by: judge)
            #expect(try await draft(id, judge, home) == nil)
        }
    }

    @Test(
        "that another page kept is neither overwritten, dropped nor given away by a page that did not show it"
    )
    func overtaken() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let judge = home.judges[0]
            let (store, now) = (home.store, FairHome.time(20))
            func keep(_ impact: Int, _ shown: ShownReview?) async throws -> ShownReview {
                let kept = try await store.keepDraft(
                    scoring(["impact": impact]), of: id, in: "first", expecting: shown, by: judge, at: now)
                return ShownReview(Review(state: .assigned), draft: kept?.scoring)
            }
            let opened = ShownReview(Review(state: .assigned), draft: nil)
            let first = try await keep(1, opened)
            let newest = try await keep(2, try await keep(3, first))
            for shown in [opened, first] {
                await #expect(throws: Refusal.overtaken([])) { try await keep(4, shown) }
                await #expect(throws: Refusal.overtaken([])) {
                    try await store.dropDraft(of: id, in: "first", expecting: shown, by: judge)
                }
                for isFinal in [true, false] {
                    let levels = ["impact": 1, "novelty": 1]
                    await #expect(throws: Refusal.overtaken([])) {
                        try await store.decide(
                            .review(round: "first", scoring(levels, isFinal: isFinal), shown: shown), on: id,
                            by: judge, at: now)
                    }
                }
            }
            #expect(try await draft(id, judge, home)?.scoring.scores == ["impact": 2])
            // The same sent twice is none the newer.
            #expect(try await keep(2, first) == newest)
            try await store.dropDraft(of: id, in: "first", expecting: newest, by: judge)
            #expect(try await rows(home) == 0)
        }
    }

    @Test("is refused to who may not write the review, and holds no level that there is not")
    func refused() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            func keep(_ person: PersonID) async throws {
                try await home.store.keepDraft(
                    scoring(["impact": 9, "beauty": 1, "novelty": 2]), of: id, in: "first", by: person,
                    at: FairHome.time(20))
            }
            await #expect(throws: Refusal.notFound) { try await keep(home.judges[1]) }
            await #expect(throws: Refusal.notAssigned) { try await keep(home.officer) }
            try await keep(home.judges[0])
            #expect(try await draft(id, home.judges[0], home)?.scoring.scores == ["novelty": 2])
            try await home.store.decide(
                .declareConflict(round: "first", reason: "ญาติ"), on: id, by: home.judges[0],
                at: FairHome.time(20))
            await #expect(throws: Refusal.self) { try await keep(home.judges[0]) }
            #expect(try await rows(home) == 0)
        }
    }

    @Test("comes, so far, to the shares of the levels that are chosen")
    func soFar() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let own = try await home.store.askedReview(
                of: id, round: "first", for: home.judges[0], at: FairHome.time(20))
            let call = own.dossier.call
            func told(_ levels: [String: Int]) -> String {
                call.scoreSoFar(of: levels, in: own.round).map { "\($0.score) of \($0.weight)" } ?? "nothing"
            }
            // Impact weighs 60 and novelty 40, each from 0 to 5.
            #expect(told(["impact": 4]) == "48.00 of 60")
            #expect(told(["impact": 4, "novelty": 1]) == "56.00 of 100")
            #expect(told([:]) == "0.00 of 0")
            #expect(told(["impact": 9]) == "nothing")
        }
    }
}
