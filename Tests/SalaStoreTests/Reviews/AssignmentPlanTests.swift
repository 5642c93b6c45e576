import SalaEngine
import Testing

@testable import SalaStore

@Suite("What an assignment would do")
struct AssignmentPlanTests {
    private let round = "first"

    private func plan(_ home: FairHome, _ source: AssignmentSource) async throws -> AssignmentPlan {
        try await home.store.assignmentPlan(
            FairHome.handle, round: round, from: source, by: home.officer, at: FairHome.time(17))
    }

    private func list(_ lines: String...) -> AssignmentSource {
        .list(Array((["entry,judge"] + lines).joined(separator: "\n").utf8))
    }

    @Test("names for each judge what there is and what comes, and does exactly that once it is confirmed")
    func confirmed() async throws {
        try await FairHome.with { home in
            let first = try await home.judged(0, judges: [0])
            _ = try await home.judged(1)
            let before = try await home.events(first)
            let plan = try await plan(home, .seed(7))
            #expect(plan.judges.map(\.name) == (1...4).map { "Demo judge-\($0)" })
            #expect(plan.judges.map(\.before) == [1, 0, 0, 0])
            #expect(plan.judges.map(\.after) == [1, 1, 1, 1])
            #expect(plan.added == 3 && plan.short.isEmpty)
            #expect(try await home.events(first) == before)
            let outcome = try await home.store.assign(
                FairHome.handle, round: round, from: .seed(7), expecting: plan.fingerprint, by: home.officer,
                at: FairHome.time(17))
            #expect(outcome.added == 3)
            for judge in plan.judges {
                let tasks = try await home.store.tasks(
                    of: judge.person, in: round, under: FairHome.handle, for: home.officer
                ).tasks
                let planned = judge.entries.map(\.submission)
                let stood = judge.person == home.judges[0] ? [first] : []
                #expect(Set(tasks.map(\.submission)) == Set(planned + stood))
            }
            let counts = try await home.store.assigned(
                at: FairHome.time(17), in: round, under: FairHome.handle, by: home.officer)
            #expect(counts == [home.judges[1]: 1, home.judges[2]: 1, home.judges[3]: 1])
        }
    }

    @Test("is refused as a whole when something it rests on has changed since it was shown")
    func overtaken() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let sources = [AssignmentSource.seed(7), list("F-2564-0001,judge-2@example.go.th")]
            let shown = [try await plan(home, sources[0]), try await plan(home, sources[1])]
            _ = try await home.judged(1)
            for (source, plan) in zip(sources, shown) {
                await #expect(throws: Refusal.overtaken([])) {
                    try await home.store.assign(
                        FairHome.handle, round: round, from: source, expecting: plan.fingerprint,
                        by: home.officer, at: FairHome.time(17))
                }
            }
            #expect(try await home.submission(id).reviews[round]?.count == 1)
            // Scores that judges give meanwhile change nothing of who gets what.
            let plan = try await plan(home, .seed(7))
            try await home.review(id, 0, impact: 3, novelty: 3)
            #expect(try await self.plan(home, .seed(7)).fingerprint == plan.fingerprint)
        }
    }

    @Test("says of each submission that stays short how many judges cannot, and how many nobody asks")
    func short() async throws {
        try await FairHome.with { home in
            try await home.store.grantMembership(
                home.judges[0], home.towns[0], role: .member, at: FairHome.time(1))
            let id = try await home.judged(0, judges: [1, 2])
            try await home.store.decide(
                .declareConflict(round: round, reason: "ญาติ"), on: id, by: home.judges[1],
                at: FairHome.time(16))
            try await home.store.decide(
                .abstain(round: round, reason: "ไม่ถนัด"), on: id, by: home.judges[2],
                at: FairHome.time(16))
            let short = try #require(try await plan(home, .seed(7)).short.first)
            #expect((short.judges, short.missing) == (1, 1))
            #expect((short.declined, short.own, short.free) == (2, 1, 0))
            let other = try await home.judged(1)
            let listed = try await plan(home, list("F-2564-0002,judge-1@example.go.th")).short
            #expect(listed.map(\.entry.submission) == [id, other])
            #expect(listed.map(\.free) == [1, 3])
            #expect(listed.map(\.missing) == [2, 1])
        }
    }

    @Test("cautions where a submission would get more judges than the round wants, as asking by hand may do")
    func surplus() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            let exact = try await plan(home, list("F-2564-0001,judge-2@example.go.th"))
            #expect(exact.surplus.isEmpty)
            let more = try await plan(
                home, list("F-2564-0001,judge-2@example.go.th", "F-2564-0001,judge-3@example.go.th"))
            #expect(more.surplus.map(\.entry.submission) == [id] && more.surplus.map(\.judges) == [3])
            try await home.assign(id, [1, 2])
            // What has too many already is no matter of a list that adds nothing to it.
            #expect(try await plan(home, list("F-2564-0001,judge-2@example.go.th")).surplus.isEmpty)
        }
    }

    @Test("names who would score what the same person has acted on, and assigns it all the same")
    func screened() async throws {
        try await FairHome.with { home in
            let first = try await home.judged(0)
            _ = try await home.judged(1, judges: [0, 1])
            try await home.store.decide(
                .grant(role: "judge", person: home.checker), on: FairHome.handle, by: home.officer,
                at: FairHome.time(16))
            let lines = list("F-2564-0001,checker@example.go.th", "F-2564-0001,judge-2@example.go.th")
            let plan = try await plan(home, lines)
            #expect(plan.screened.map(\.entry.submission) == [first])
            #expect(plan.screened.map(\.judge) == ["Demo checker"])
            #expect(try await self.plan(home, list("F-2564-0001,judge-3@example.go.th")).screened.isEmpty)
            let (_, judges, _) = try await home.store.judges(of: first, round: round, for: home.officer)
            #expect(judges.filter(\.hasScreened).map(\.name) == ["Demo checker"])
            let outcome = try await home.store.assign(
                FairHome.handle, round: round, from: lines, expecting: plan.fingerprint, by: home.officer,
                at: FairHome.time(17))
            #expect(outcome.added == 2)
        }
    }

    @Test("says of a line that stands twice which line it repeats, and not that it was assigned before")
    func repeated() async throws {
        try await FairHome.with { home in
            _ = try await home.judged(0, judges: [0])
            let plan = try await plan(
                home,
                list(
                    "F-2564-0001,judge-2@example.go.th", "F-2564-0001,judge-1@example.go.th",
                    "F-2564-๐๐๐๑,JUDGE-2@example.go.th", "F-2564-0001,judge-1@example.go.th"))
            #expect(
                plan.repeated == [
                    AssignmentPlan.Repeat(line: 4, first: 2), AssignmentPlan.Repeat(line: 5, first: 3),
                ])
            #expect(plan.already == 1 && plan.added == 1)
        }
    }

    @Test("as the list that it makes of itself is the same plan")
    func canonicalList() async throws {
        try await FairHome.with { home in
            _ = try await home.judged(0, judges: [0])
            let plan = try await plan(
                home, list("F-2564-0001,judge-1@example.go.th", "F-2564-๐๐๐๑,JUDGE-2@example.go.th"))
            #expect(plan.already == 1)
            #expect(plan.list.map(\.entry) == ["F-2564-0001"])
            let again = try await self.plan(home, list(plan.list.map { "\($0.entry),\($0.judge)" }[0]))
            #expect(again.fingerprint == plan.fingerprint)
        }
    }

    @Test("and a judge's work are shown to those who assign and to nobody else")
    func access() async throws {
        try await FairHome.with { home in
            _ = try await home.judged(0, judges: [0])
            for person in [home.checker, home.judges[0]] {
                await #expect(throws: Refusal.notAllowed) {
                    try await home.store.assignmentPlan(
                        FairHome.handle, round: round, from: .seed(7), by: person, at: FairHome.time(17))
                }
                await #expect(throws: Refusal.notAllowed) {
                    try await home.store.tasks(
                        of: home.judges[0], in: round, under: FairHome.handle, for: person)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.tasks(
                    of: home.stranger, in: round, under: FairHome.handle, for: home.officer)
            }
            // What is the officer's own is not told.
            try await home.store.grantMembership(
                home.officer, home.towns[0], role: .member, at: FairHome.time(1))
            let tasks = try await home.store.tasks(
                of: home.judges[0], in: round, under: FairHome.handle, for: home.officer)
            #expect(tasks.tasks.isEmpty)
        }
    }
}
