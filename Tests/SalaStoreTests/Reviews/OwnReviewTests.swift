import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("A judge's own reviews")
struct OwnReviewTests {
    @Test("come up by number, from the beginning again at the end, those given left out")
    func order() async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<4 { ids.append(try await home.judged(town, judges: [0])) }
            try await home.review(ids[1], 0, impact: 1, novelty: 1)
            func next(_ place: Int) async throws -> Int? {
                let own = try await home.store.askedReview(
                    of: ids[place], round: "first", for: home.judges[0], at: FairHome.time(20))
                #expect(own.queue.open == 3 && own.queue.total == 4)
                let next = try await home.store.review(
                    after: own.dossier, in: "first", of: home.judges[0])
                #expect(next == own.queue.next && next?.round == "first")
                return next.flatMap { ids.firstIndex(of: $0.submission) }
            }
            #expect(try await next(0) == 2)
            #expect(try await next(1) == 2)
            #expect(try await next(2) == 3)
            #expect(try await next(3) == 0)
            let desk = try await home.store.judgeDesk(FairHome.handle, for: home.judges[0])
            #expect(desk.next?.submission.id == ids[0])
        }
    }

    @Test("end: after the last one nothing comes up, nor is one's own review its own successor")
    func last() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0, 1])
            let own = try await home.store.askedReview(
                of: id, round: "first", for: home.judges[0], at: FairHome.time(20))
            #expect(own.queue == ReviewQueue(open: 1, total: 1, next: nil))
            #expect(own.review.state == .assigned && own.round.name == "first")
            try await home.review(id, 0, impact: 1, novelty: 1)
            let desk = try await home.store.judgeDesk(FairHome.handle, for: home.judges[0])
            #expect(desk.next == nil)
        }
    }

    @Test("are saved in as many statements with three that wait as with one")
    func statements() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let scoring = Scoring(
                scores: ["impact": 1], commentToCommittee: "", commentToFiler: "", isFinal: false)
            func count() async -> Int {
                await home.store.database.counting {
                    _ = try? await home.store.decide(
                        .review(round: "first", scoring), on: id, by: home.judges[0], at: FairHome.time(20))
                }
            }
            let one = await count()
            for town in 1...2 { _ = try await home.judged(town, judges: [0]) }
            #expect(await count() == one)
            #expect((1...7).contains(one), "\(one)")
        }
    }

    @Test("are begun when they are kept or when something is written and not handed in, before the others")
    func begun() async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<4 { ids.append(try await home.judged(town, judges: [0])) }
            let scoring = Scoring(
                scores: ["impact": 1], commentToCommittee: "", commentToFiler: "", isFinal: false)
            for id in [ids[0], ids[2]] {
                if id == ids[0] { try await home.review(id, 0, impact: 1, novelty: 1) }
                try await home.store.keepDraft(
                    scoring, of: id, in: "first", by: home.judges[0], at: FairHome.time(20))
            }
            try await home.review(ids[3], 0, impact: 1, novelty: 1, isFinal: false)
            let rows = try await home.store.judgeDesk(FairHome.handle, for: home.judges[0]).rows
            #expect(rows.map(\.submission.id) == [ids[2], ids[3], ids[1], ids[0]])
            #expect(rows.map(\.state) == [.begun, .begun, .assigned, .final])
        }
    }

    @Test("are no longer one's own once the judges' role is taken away")
    func revoked() async throws {
        try await FairHome.with { home in
            let open = try await home.judged(0, judges: [0])
            let given = try await home.judged(1, judges: [0])
            try await home.review(given, 0, impact: 1, novelty: 1)
            // As a checker the judge still sees what was filed.
            try await home.grant("checker", to: home.judges[0])
            try await home.store.decide(
                .revoke(role: "judge", person: home.judges[0]), on: FairHome.handle, by: home.officer,
                at: FairHome.time(17))
            for (id, refusal) in [(open, Refusal.notAssigned), (given, .notAllowed)] {
                await #expect(throws: refusal) {
                    try await home.store.askedReview(
                        of: id, round: "first", for: home.judges[0], at: FairHome.time(20))
                }
                await #expect(throws: refusal) { try await home.review(id, 0, impact: 2, novelty: 2) }
            }
        }
    }

    @Test("count as asked for in SQL in the states in which the engine calls them active")
    func states() async throws {
        try await FairHome.with { home in
            let states: [Review.State] = [.assigned, .begun, .final, .conflict, .abstained, .withdrawn]
            for state in states {
                let row = try await home.store.database.read { connection in
                    try connection.row(
                        """
                        select \(state.rawValue) in \(Review.State.active) as active,
                            \(state.rawValue) in \(Review.State.open) as open,
                            \(state.rawValue) in \(Review.State.declared) as declared
                        """)
                }
                let review = Review(state: state)
                #expect(try row?.get("active") == review.isActive)
                #expect(try row?.get("declared") == state.isDeclared)
                #expect(try row?.get("open") == (review.isActive && state != .final))
            }
        }
    }
}
