import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("Assigning reviews")
struct AssigningTests {
    private func automatic(_ home: FairHome, by person: PersonID? = nil, seed: UInt64 = 7) async throws
        -> AssignmentOutcome
    {
        try await home.store.assign(
            FairHome.handle, round: "first", from: .seed(seed), by: person ?? home.officer,
            at: FairHome.time(16))
    }

    private func active(_ home: FairHome, _ id: SubmissionID) async throws -> Set<PersonID> {
        let reviews = try await home.submission(id).reviews["first"] ?? [:]
        return Set(reviews.filter(\.value.isActive).keys)
    }

    @Test(
        "gives every submission its judges with even loads, none of its own organisation or in conflict"
    )
    func automatically() async throws {
        try await FairHome.with { home in
            try await home.store.grantMembership(
                home.judges[0], home.towns[0], role: .member, at: FairHome.time(1))
            var ids: [SubmissionID] = []
            for town in 0..<6 { ids.append(try await home.judged(town)) }
            try await home.assign(ids[1], [1])
            try await home.store.decide(
                .declareConflict(round: "first", reason: "ญาติ"), on: ids[1], by: home.judges[1],
                at: FairHome.time(16))
            try await home.assign(ids[2], [2])
            let outcome = try await automatic(home)
            #expect(outcome.added == 11)
            #expect(outcome.short == [:])
            #expect(outcome.refused == [:])
            var loads: [PersonID: Int] = [:]
            for id in ids {
                let judges = try await active(home, id)
                #expect(judges.count == 2)
                for judge in judges { loads[judge, default: 0] += 1 }
            }
            #expect(loads.values.sorted() == [3, 3, 3, 3])
            #expect(try await active(home, ids[0]).contains(home.judges[0]) == false)
            #expect(try await active(home, ids[1]).contains(home.judges[1]) == false)
            #expect(try await active(home, ids[2]).contains(home.judges[2]))
            #expect(try await automatic(home, seed: 8).added == 0)
        }
    }

    @Test("says which submissions remain short of judges")
    func short() async throws {
        try await FairHome.with { home in
            for judge in home.judges.prefix(3) {
                try await home.store.grantMembership(
                    judge, home.towns[0], role: .member, at: FairHome.time(1))
            }
            let id = try await home.judged(0)
            let outcome = try await automatic(home)
            #expect(outcome.added == 1)
            #expect(outcome.short == [id: 1])
        }
    }

    @Test("keeps a judge who filed the submission out of it, though no organisation says so")
    func applicant() async throws {
        try await FairHome.with { home in
            try await home.store.grantMembership(
                home.judges[0], home.towns[0], role: .member, at: FairHome.time(1))
            let id = try await home.store.start(
                under: FairHome.handle, for: home.towns[0], by: home.judges[0], at: FairHome.time(14))
            try await home.answer(id, 0, FairHome.answers("ก"))
            try await home.act("submit", on: id, by: home.filers[0])
            try await home.act("pass", on: id, by: home.checker)
            try await home.store.database.write { connection in
                try connection.execute("delete from membership where person_id = \(home.judges[0])")
            }
            for judge in home.judges[1...2] {
                try await home.store.grantMembership(
                    judge, home.towns[0], role: .member, at: FairHome.time(1))
            }
            let outcome = try await automatic(home)
            #expect(outcome.added == 1)
            #expect(outcome.refused == [:])
            #expect(outcome.short == [id: 1])
            #expect(try await active(home, id).contains(home.judges[0]) == false)
        }
    }

    @Test("by hand goes on past a pair that is refused, and says why")
    func byHand() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let early = try await home.file(1)
            let pairs = [
                AssignmentPair(submission: id, judge: home.judges[0]),
                AssignmentPair(submission: id, judge: home.judges[1]),
                AssignmentPair(submission: id, judge: home.checker),
                AssignmentPair(submission: early, judge: home.judges[2]),
            ]
            let outcome = try await home.store.assign(
                pairs, in: FairHome.handle, round: "first", by: home.officer, at: FairHome.time(16))
            #expect(outcome.added == 1)
            #expect(outcome.refused == ["already-done": 1, "unfit": 1, "wrong-stage": 1])
            let refused = try await home.store.assign(
                pairs, in: FairHome.handle, round: "first", by: home.stranger, at: FairHome.time(16))
            #expect(refused.added == 0)
            #expect(refused.refused == ["not-found": 4])
            await #expect(throws: Refusal.notAllowed) { try await automatic(home, by: home.checker) }
        }
    }

    @Test("ends what a judge sees when the judge leaves, and shows who has how much to do")
    func panel() async throws {
        try await FairHome.with { home in
            let first = try await home.judged(0, judges: [0, 1])
            let second = try await home.judged(1, judges: [0, 2])
            _ = try await home.judged(2, judges: [3])
            try await home.review(first, 0, impact: 3, novelty: 3)
            try await home.review(first, 1, impact: 3, novelty: 3)
            try await home.store.decide(
                .abstain(round: "first", reason: "ไม่ถนัด"), on: second, by: home.judges[0],
                at: FairHome.time(20))
            let desk = try await home.store.judgeDesk(FairHome.handle, for: home.judges[0])
            #expect(desk.rows.map(\.submission.id) == [first])
            await #expect(throws: Refusal.notFound) {
                try await home.store.dossier(second, for: home.judges[0])
            }
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.judgeDesk(FairHome.handle, for: home.officer)
            }
            let panel = try await home.store.panel(FairHome.handle, round: "first", for: home.officer)
            #expect(panel.entries == 3)
            #expect(panel.complete == 1)
            #expect(panel.short == 2)
            let loads = panel.judges.map { [$0.open, $0.given, $0.conflicts, $0.abstentions] }
            #expect(loads == [[0, 1, 0, 1], [0, 1, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]])
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.panel(FairHome.handle, round: "first", for: home.checker)
            }
        }
    }
}
