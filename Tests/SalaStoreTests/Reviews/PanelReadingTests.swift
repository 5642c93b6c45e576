import SalaEngine
import Testing

@testable import SalaStore

@Suite("What those who run a panel read")
struct PanelReadingTests {
    private let round = "first"

    @Test(
        "a list assigns every line, counts what stood already, and takes Thai digits and capitals"
    )
    func list() async throws {
        try await FairHome.with { home in
            let ids = [try await home.judged(0, judges: [0]), try await home.judged(1)]
            let numbers = [
                try await home.submission(ids[0]).number, try await home.submission(ids[1]).number,
            ]
            #expect(numbers == ["F-2564-0001", "F-2564-0002"])
            let text = """
                judge,entry
                JUDGE-1@example.go.th,F-2564-0001
                judge-2@example.go.th,F-2564-0001
                judge-1@example.go.th,F-2564-๐๐๐๒
                """
            let outcome = try await home.store.assign(
                FairHome.handle, round: round, from: .list(Array(text.utf8)), by: home.officer,
                at: FairHome.time(17))
            #expect((outcome.added, outcome.already) == (2, 1))
            #expect(outcome.refused == [:])
            let reviews = try await home.submission(ids[0]).reviews[round] ?? [:]
            #expect(Set(reviews.keys) == [home.judges[0], home.judges[1]])
            #expect(try await home.submission(ids[1]).reviews[round]?[home.judges[0]]?.state == .assigned)
        }
    }

    @Test("one wrong line, and nobody is assigned; all wrong lines are named")
    func faults() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0])
            try await home.store.decide(
                .declareConflict(round: round, reason: "ญาติ"), on: id, by: home.judges[0],
                at: FairHome.time(17))
            let text = """
                entry,judge
                F-2564-0001,judge-2@example.go.th
                F-2564-0001
                F-2564-0001,judge-1@example.go.th
                F-2564-0077,judge-2@example.go.th
                F-2564-0001,filer-0@example.go.th
                """
            let faults = await #expect(throws: AssignmentFaults.self) {
                try await home.store.assign(
                    FairHome.handle, round: round, from: .list(Array(text.utf8)), by: home.officer,
                    at: FairHome.time(17))
            }
            #expect(
                faults?.first == [
                    AssignmentFault(line: 3, kind: .fieldCount(wanted: 2, given: 1)),
                    AssignmentFault(line: 4, kind: .refused(.conflictDeclared)),
                    AssignmentFault(line: 5, kind: .unknownEntry("F-2564-0077")),
                    AssignmentFault(line: 6, kind: .unknownJudge("filer-0@example.go.th")),
                ])
            #expect(try await home.submission(id).reviews[round]?[home.judges[1]] == nil)
        }
    }

    @Test("only those who assign may bring a list")
    func notAllowed() async throws {
        try await FairHome.with { home in
            _ = try await home.judged(0)
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.assign(
                    FairHome.handle, round: round,
                    from: .list(Array("entry,judge\nF-2564-0001,judge-2@example.go.th".utf8)),
                    by: home.checker, at: FairHome.time(17))
            }
        }
    }

    @Test("a trace shows each judge's levels, what they are worth, and how they become the score")
    func trace() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (5, 3), (4, 2))
            let trace = try await home.store.scoreTrace(
                of: id, under: FairHome.handle, round: round, for: home.officer)
            // 60 × 5/5 + 40 × 3/5 = 84 and 60 × 4/5 + 40 × 2/5 = 64; their mean is 74.
            #expect(trace.given.map(\.judge) == ["Demo judge-1", "Demo judge-2"])
            #expect(trace.given.map(\.score) == ["84", "64"])
            #expect(trace.given[0].lines.map(\.points) == ["60", "24"])
            #expect(trace.given.map(\.isUsed) == [true, true])
            #expect(trace.combined == "74")
            #expect(trace.score == "74.00")
            #expect(trace.means == ["impact": "4.5", "novelty": "2.5"])
            #expect(trace.open == 0)
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.scoreTrace(
                    of: id, under: FairHome.handle, round: round, for: home.judges[0])
            }
        }
    }

    @Test("pending decisions are counted by action, with the letters that their release sends")
    func pending() async throws {
        try await FairHome.with { home in
            for town in 0..<3 { _ = try await home.scored(town, (5 - town, 3)) }
            _ = try await home.store.select(
                FairHome.handle, round: round, by: home.officer, at: FairHome.after)
            let pending = try await home.store.pendingDecisions(FairHome.handle, for: home.officer)
            #expect(pending.counts.map(\.action.name) == ["win", "lose"])
            #expect(pending.counts.map(\.count) == [1, 2])
            #expect(pending.total == 3)
            #expect(pending.letters == 3)
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.pendingDecisions(FairHome.handle, for: home.checker)
            }
        }
    }

    @Test("reviews are counted against those asked for, also of submissions that have left the round")
    func progress() async throws {
        try await FairHome.with { home in
            for town in 0..<2 { _ = try await home.scored(town, (5 - town, 3)) }
            let third = try await home.judged(2, judges: [0])
            func panel() async throws -> Panel {
                try await home.store.panel(FairHome.handle, round: round, for: home.officer)
            }
            let before = try await panel()
            // Two reviews each: four are given, one is asked for, and one nobody is asked for yet.
            #expect((before.given, before.wanted, before.left, before.entries) == (4, 6, 0, 3))
            try await home.act("withdraw", on: third, by: home.filers[2])
            _ = try await home.store.select(
                FairHome.handle, round: round, by: home.officer, at: FairHome.after)
            _ = try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22))
            let after = try await panel()
            // What counts a review counts its submission: two are judged by both, one is withdrawn.
            #expect((after.given, after.wanted, after.left, after.entries) == (4, 5, 3, 3))
            #expect((after.complete, after.short) == (2, 0))
            #expect(after.closing == .released)
        }
    }

    @Test("what was withdrawn before a judge was asked was in no round, nor was what is still checked")
    func neverJudged() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            let second = try await home.judged(1)
            try await home.act("withdraw", on: second, by: home.filers[1])
            _ = try await home.judged(2, judges: [0])
            let panel = try await home.store.panel(FairHome.handle, round: round, for: home.officer)
            #expect((panel.entries, panel.left, panel.short, panel.complete) == (1, 0, 1, 0))
            #expect((panel.given, panel.wanted, panel.closing) == (0, 2, []))
        }
    }

    @Test("a judge whose role is taken back stays listed with what was given, so that the sums agree")
    func formerJudge() async throws {
        try await FairHome.with { home in
            _ = try await home.scored(0, (5, 3))
            _ = try await home.judged(1, judges: [0, 2])
            for judge in [home.judges[0], home.judges[2]] {
                try await home.store.decide(
                    .revoke(role: "judge", person: judge), on: FairHome.handle, by: home.officer,
                    at: FairHome.time(21))
            }
            let panel = try await home.store.panel(FairHome.handle, round: round, for: home.officer)
            // Who had given nothing is gone with the role.
            #expect(panel.judges.map(\.name) == ["Demo judge-1", "Demo judge-2", "Demo judge-4"])
            #expect(panel.judges.map(\.isJudge) == [false, true, true])
            #expect(panel.judges.map(\.given).reduce(0, +) == panel.given && panel.given == 2)
            // Nobody is asked to judge who may not.
            let plan = try await home.store.assignmentPlan(
                FairHome.handle, round: round, from: .seed(7), by: home.officer, at: FairHome.time(22))
            #expect(plan.judges.map(\.name) == ["Demo judge-2", "Demo judge-4"])
        }
    }

    @Test("what lacks judges and who declined is listed, and the judges of one submission with their loads")
    func lists() async throws {
        try await FairHome.with { home in
            let ids = [try await home.judged(0, judges: [0, 1]), try await home.judged(1, judges: [0])]
            try await home.store.decide(
                .abstain(round: round, reason: "ไม่ถนัด"), on: ids[0], by: home.judges[1],
                at: FairHome.time(17))
            let short = try await home.store.shortEntries(
                under: FairHome.handle, round: round, for: home.officer, limit: 10)
            #expect(Set(short.map(\.submission)) == Set(ids))
            #expect(short.map(\.judges) == [1, 1])
            let declined = try await home.store.declinedReviews(
                under: FairHome.handle, round: round, for: home.officer)
            #expect(declined.map(\.judge) == ["Demo judge-2"])
            #expect(declined.map(\.review.reason) == ["ไม่ถนัด"])
            let (_, judges, _) = try await home.store.judges(of: ids[0], round: round, for: home.officer)
            #expect(judges.map(\.name) == (1...4).map { "Demo judge-\($0)" })
            #expect(judges.map(\.load) == [2, 0, 0, 0])
            #expect(judges.map(\.review?.state) == [.assigned, .abstained, nil, nil])
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.judges(of: ids[0], round: round, for: home.checker)
            }
        }
    }
}
