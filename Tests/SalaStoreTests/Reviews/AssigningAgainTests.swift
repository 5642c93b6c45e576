import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("Asking a judge anew who declared a conflict by mistake")
struct AssigningAgainTests {
    private let round = "first"

    /// In the hands of the first judge, who has declared a conflict; no letter is written yet.
    private func declared(_ home: FairHome) async throws -> SubmissionID {
        let id = try await home.judged(0, judges: [0])
        try await home.store.decide(
            .declareConflict(round: round, reason: "กดผิด"), on: id, by: home.judges[0], at: FairHome.time(17))
        try await home.store.database.write { try $0.execute("delete from letter") }
        return id
    }

    private func again(_ home: FairHome, _ id: SubmissionID, reason: String = "โทรมาแจ้งว่ากดผิด") async throws {
        try await home.store.assignAgain(
            home.judges[0], to: id, in: round, because: reason, by: home.officer, at: FairHome.time(18))
    }

    @Test("gives the review back, tells the judge, and keeps both in the history for those who may read it")
    func again() async throws {
        try await FairHome.with { home in
            let id = try await declared(home)
            await #expect(throws: Refusal.unfit("reason")) { try await again(home, id, reason: " ") }
            try await again(home, id)
            let kinds = try await home.events(id).map(\.body.kind)
            #expect(kinds.suffix(2) == ["conflict-declared", "assigned-again"])
            let desk = try await home.store.judgeDesk(FairHome.handle, for: home.judges[0])
            #expect(desk.rows.map(\.review.state) == [.assigned] && desk.declared.isEmpty)
            let letters = try await home.store.outbox(limit: 9).letters
            #expect(letters.map(\.summary.name) == ["reviews-asked"])
            #expect(letters.map(\.summary.address) == ["judge-1@example.go.th"])
            try await home.review(id, 0, impact: 3, novelty: 3)
            #expect(try await home.submission(id).reviews[round]?[home.judges[0]]?.state == .final)
            func told(_ person: PersonID) async throws -> [String] {
                try await home.store.submission(id, for: person, at: FairHome.time(21)).events.map(
                    \.body.kind)
            }
            #expect(try await told(home.officer).contains("assigned-again"))
            #expect(!(try await told(home.judges[0]).contains("assigned-again")))
            #expect(!(try await told(home.filers[0]).contains("assigned-again")))
        }
    }

    @Test("is never done by an automatic assignment or by a list")
    func neverOnItsOwn() async throws {
        try await FairHome.with { home in
            let id = try await declared(home)
            let outcome = try await home.store.assign(
                FairHome.handle, round: round, from: .seed(7), by: home.officer, at: FairHome.time(18))
            #expect(outcome.added == 2)
            #expect(try await home.submission(id).reviews[round]?[home.judges[0]]?.state == .conflict)
            let list = "entry,judge\nF-2564-0001,judge-1@example.go.th"
            await #expect(throws: AssignmentFaults.self) {
                try await home.store.assign(
                    FairHome.handle, round: round, from: .list(Array(list.utf8)), by: home.officer,
                    at: FairHome.time(18))
            }
        }
    }

    @Test("is never done by a list or by adding a judge where the judge abstained: both say so")
    func abstained() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            try await home.store.decide(
                .abstain(round: round, reason: "ไม่ถนัด"), on: id, by: home.judges[0], at: FairHome.time(17))
            let list = "entry,judge\nF-2564-0001,judge-1@example.go.th"
            let fault = AssignmentFault(line: 2, kind: .refused(.abstained))
            await #expect(throws: AssignmentFaults([fault])) {
                try await home.store.assign(
                    FairHome.handle, round: round, from: .list(Array(list.utf8)), by: home.officer,
                    at: FairHome.time(18))
            }
            let outcome = try await home.store.assign(
                [AssignmentPair(submission: id, judge: home.judges[0])], in: FairHome.handle, round: round,
                by: home.officer, at: FairHome.time(18))
            #expect(outcome.added == 0 && outcome.refused == ["abstained": 1])
            try await again(home, id)
            #expect(try await home.submission(id).reviews[round]?[home.judges[0]]?.state == .assigned)
        }
    }

    @Test("stays impossible for a judge whose own organisation filed, and for who has a stake or no right")
    func impossible() async throws {
        try await FairHome.with { home in
            let id = try await declared(home)
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.assignAgain(
                    home.judges[0], to: id, in: round, because: "แจ้งผิด", by: home.checker,
                    at: FairHome.time(18))
            }
            try await home.store.grantMembership(
                home.judges[0], home.towns[0], role: .member, at: FairHome.time(18))
            await #expect(throws: Refusal.ownOrganisation) { try await again(home, id) }
            try await home.store.grantMembership(
                home.officer, home.towns[1], role: .member, at: FairHome.time(18))
            let other = try await home.judged(1, judges: [])
            await #expect(throws: Refusal.ownOrganisation) { try await again(home, other) }
            #expect(try await home.submission(id).reviews[round]?[home.judges[0]]?.state == .conflict)
        }
    }

    @Test("is told to the judge alone who comes back to what was left, until it is asked anew")
    func left() async throws {
        try await FairHome.with { home in
            let id = try await declared(home)
            let next = try await home.judged(1, judges: [0])
            func left(_ person: PersonID) async throws -> LeftReview? {
                try await home.store.leftReview(of: id, in: round, by: person)
            }
            let own = try #require(try await left(home.judges[0]))
            #expect(own.state == .conflict && own.declared == FairHome.time(17))
            #expect(own.next == WaitingReview(submission: next, round: round))
            for person in [home.judges[1], home.officer, home.filers[0], home.stranger] {
                #expect(try await left(person) == nil)
            }
            #expect(
                try await home.store.leftReview(of: id, in: nil, by: home.judges[0])?.declared
                    == FairHome.time(17))
            #expect(try await home.store.leftReview(of: id, in: "other", by: home.judges[0]) == nil)
            try await again(home, id)
            #expect(try await left(home.judges[0]) == nil)
            try await home.store.decide(
                .unassign(round: round, judge: home.judges[0], reason: "ลาออก"), on: id,
                by: home.officer, at: FairHome.time(20))
            let taken = try #require(try await left(home.judges[0]))
            #expect(taken.state == .withdrawn && taken.declared == FairHome.time(20))
            #expect(try await left(home.judges[1]) == nil)
        }
    }

    @Test("is told no more to who left the review and has lost the judges' role since")
    func leftFormer() async throws {
        try await FairHome.with { home in
            let id = try await declared(home)
            try await home.store.decide(
                .revoke(role: "judge", person: home.judges[0]), on: FairHome.handle, by: home.officer,
                at: FairHome.time(18))
            #expect(try await home.store.leftReview(of: id, in: round, by: home.judges[0]) == nil)
        }
    }
}
