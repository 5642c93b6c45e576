import SalaAnalysis
import SalaEngine
import Testing

@testable import SalaStore

@Suite("A declared rule")
struct DeclaredRuleTests {
    private func declare(
        _ kind: TallyRule.Kind, decimals: Int = 2, in home: FairHome
    ) async throws {
        try await home.store.decide(
            .declareRule(round: "first", TallyRule(kind: kind, decimals: decimals)), on: FairHome.handle,
            by: home.officer, at: FairHome.time(13))
    }

    private func ranking(_ home: FairHome) async throws -> RoundRanking {
        try await home.store.ranking(FairHome.handle, round: "first", for: home.officer)
    }

    private func scores(_ ranking: RoundRanking) -> [String] {
        ranking.entries.map { "\($0.rank.map(String.init) ?? "-") \($0.score ?? "-")" }
    }

    /// Two judges on three entries, the second ten points harsher on each.
    private func score(_ home: FairHome) async throws -> [SubmissionID] {
        [
            try await home.scored(0, (5, 5), (4, 4)), try await home.scored(1, (3, 3), (2, 2)),
            try await home.scored(2, (4, 4), (3, 3)),
        ]
    }

    @Test(
        "ranks by it, whichever it is",
        arguments: [
            (TallyRule.Kind.mean, ["1 90.00", "2 70.00", "3 50.00"]),
            (TallyRule.Kind.median, ["1 90.00", "2 70.00", "3 50.00"]),
            (TallyRule.Kind.zScore, ["1 1.22", "2 0.00", "3 -1.22"]),
            (TallyRule.Kind.copeland, ["1 2.00", "2 1.00", "3 0.00"]),
        ])
    func ranks(_ kind: TallyRule.Kind, _ expected: [String]) async throws {
        try await FairHome.with { home in
            try await declare(kind, in: home)
            let ids = try await score(home)
            let ranking = try await ranking(home)
            #expect(scores(ranking) == expected)
            #expect(ranking.entries.map(\.submission.id) == [ids[0], ids[2], ids[1]])
            #expect(ranking.rule.kind == kind && ranking.refusal == nil && ranking.parts.isEmpty)
            let trace = try await home.store.scoreTrace(
                of: ids[0], under: FairHome.handle, round: "first", for: home.officer)
            #expect(trace.score == ranking.entries[0].score && trace.rule == ranking.rule)
            #expect((trace.comparing == nil) == !kind.compares)
        }
    }

    @Test("is refused once somebody has been asked, even where that was taken back")
    func settled() async throws {
        try await FairHome.with { home in
            try await declare(.median, in: home)
            let sheet = try await home.store.roundRule(
                FairHome.handle, round: "first", for: home.officer)
            #expect(sheet.mayDeclare && sheet.rule.kind == .median && sheet.declarer == "Demo officer")
            let id = try await home.judged(0, judges: [0])
            await #expect(throws: Refusal.ruleSettled) { try await declare(.mean, in: home) }
            try await home.store.decide(
                .unassign(round: "first", judge: home.judges[0], reason: "ลองดู"), on: id, by: home.officer,
                at: FairHome.time(17))
            await #expect(throws: Refusal.ruleSettled) { try await declare(.mean, in: home) }
            let after = try await home.store.roundRule(
                FairHome.handle, round: "first", for: home.officer)
            #expect(after.isSettled && !after.mayDeclare && after.rule.kind == .median)
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.roundRule(FairHome.handle, round: "first", for: home.checker)
            }
        }
    }

    @Test("that cannot compare the parts ranks nothing, says which they are and what would connect them")
    func parts() async throws {
        try await FairHome.with { home in
            try await declare(.calibrated, in: home)
            let first = try await home.scored(0, (5, 5), (4, 4))
            let second = try await home.judged(1, judges: [2, 3])
            for judge in [2, 3] { try await home.review(second, judge, impact: 3, novelty: judge) }
            let ranking = try await ranking(home)
            #expect(scores(ranking) == ["- -", "- -"])
            #expect(ranking.refusal == .roundUnconnected(parts: 2))
            #expect(Set(ranking.parts.map(\.entries.first?.id)) == [first, second])
            #expect(
                Set(ranking.parts.map(\.judges)) == [
                    ["Demo judge-1", "Demo judge-2"], ["Demo judge-3", "Demo judge-4"],
                ])
            await #expect(throws: Refusal.roundUnconnected(parts: 2)) {
                try await home.store.select(
                    FairHome.handle, round: "first", by: home.officer, at: FairHome.after)
            }
            let trace = try await home.store.scoreTrace(
                of: first, under: FairHome.handle, round: "first", for: home.officer)
            #expect(trace.score == nil && trace.refusal == .roundUnconnected(parts: 2))
            let report = try await home.store.chairReport(
                FairHome.handle, round: "first", for: home.officer)
            #expect(report.partCount == 2 && report.certainties.isEmpty)
            let bridges = try await home.store.bridges(of: ranking)
            #expect(bridges.reachesAll && bridges.pairs.count == 1)
            let bridge = try #require(bridges.pairs.first)
            let number = try #require(home.judges.indices.first { "Demo judge-\($0 + 1)" == bridge.judge })
            try await home.assign(bridge.entry.id, [number])
            try await home.review(bridge.entry.id, number, impact: 2, novelty: 2)
            let connected = try await self.ranking(home)
            #expect(connected.refusal == nil && connected.entries.allSatisfy { $0.rank != nil })
        }
    }

    @Test("gives the same from what was kept, and another as soon as a review is another")
    func kept() async throws {
        try await FairHome.with { home in
            try await declare(.copeland, in: home)
            let ids = try await score(home)
            let before = try await ranking(home)
            #expect(scores(before) == scores(try await ranking(home)))
            for judge in 0...1 { try await home.review(ids[1], judge, impact: 5, novelty: 5) }
            #expect(try await ranking(home).entries.first?.submission.id == ids[1])
        }
    }

    @Test("is kept with the call, which is read again as it was written")
    func replays() async throws {
        try await FairHome.with { home in
            try await declare(.bradleyTerry, decimals: 4, in: home)
            let history = try await home.store.callHistory(FairHome.handle, for: home.officer)
            let call = history.view.call
            #expect(Call.replaying(call.id, history.events) == call)
            #expect(call.declaredRules?["first"]?.by == home.officer)
        }
    }
}
