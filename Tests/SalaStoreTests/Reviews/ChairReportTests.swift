import SalaAnalysis
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("The chair's page, as it is reckoned")
struct ChairReportTests {
    private func report(_ home: FairHome, for person: PersonID? = nil) async throws -> ChairReport {
        try await home.store.chairReport(
            FairHome.handle, round: "first", for: person ?? home.officer)
    }

    /// Four entries with the same two judges, two of them close to each other at the cut.
    private func score(_ home: FairHome) async throws -> [SubmissionID] {
        [
            try await home.scored(0, (5, 5), (4, 4)), try await home.scored(1, (5, 4), (4, 4)),
            try await home.scored(2, (3, 3), (2, 1)), try await home.scored(3, (1, 2), (1, 0)),
        ]
    }

    @Test("says how sure each place is, and the chances add up to the places")
    func certainties() async throws {
        try await FairHome.with { home in
            let ids = try await score(home)
            let report = try await report(home)
            #expect(Set(report.certainties.keys) == Set(ids) && report.partCount == 1)
            let sum = report.certainties.values.reduce(0) { $0 + $1.chance }
            #expect(abs(sum - 1) < 1e-6)
            let best = try #require(report.certainties[ids[0]])
            #expect(best.interval.contains(best.calibrated) && best.standardError > 0)
            #expect(best.chance > report.certainties[ids[3]]?.chance ?? 1)
            #expect(report.cut == 1 && report.given == 8 && report.open == 0)
            for entry in report.grey {
                let chance = report.certainties[entry.submission.id]?.chance ?? 0
                #expect((0.1...0.9).contains(chance))
            }
        }
    }

    @Test("names the harsh judge first, with a harshness that the offsets of all make up for")
    func harshness() async throws {
        try await FairHome.with { home in
            _ = try await score(home)
            let judges = try await report(home).judges
            let offsets = judges.compactMap(\.offset)
            #expect(offsets.count == 2 && offsets == offsets.sorted())
            #expect(abs(offsets.reduce(0, +)) < 1e-9)
            #expect(judges[0].load.name == "Demo judge-2" && judges[0].load.given == 4)
            #expect(judges.count == 4 && judges[3].offset == nil && judges[3].mean == nil)
        }
    }

    @Test("is for who may read the ranking, and tells nothing of one's own")
    func eyes() async throws {
        try await FairHome.with { home in
            let ids = try await score(home)
            for person in [home.checker, home.judges[0], home.filers[0]] {
                await #expect(throws: Refusal.notAllowed) { try await report(home, for: person) }
            }
            try await home.store.grantMembership(
                home.officer, home.towns[0], role: .member, at: FairHome.time(20))
            let told = try await report(home)
            #expect(told.certainties[ids[0]] == nil && told.certainties.count == 3)
            #expect(!told.grey.contains { $0.submission.id == ids[0] })
        }
    }

    @Test("asks for one more review of each entry in the grey zone, with a reason, once")
    func further() async throws {
        try await FairHome.with { home in
            _ = try await score(home)
            let grey = try await report(home).grey.map(\.submission.id)
            #expect(!grey.isEmpty)
            let plan = try await home.store.furtherPlan(
                FairHome.handle, round: "first", for: home.officer)
            #expect(plan.lines.map(\.entry.submission.id) == grey && plan.short.isEmpty)
            // The first two judges have them already.
            #expect(plan.lines.allSatisfy { ["Demo judge-3", "Demo judge-4"].contains($0.judge) })
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.furtherPlan(FairHome.handle, round: "first", for: home.checker)
            }
            await #expect(throws: Refusal.overtaken([])) { try await ask(home, expecting: "another") }
            let before = try await home.letterCount()
            #expect(try await ask(home, expecting: plan.fingerprint) == grey.count)
            #expect(try await home.letterCount() > before)
            for id in grey {
                let reviews = try await home.submission(id).reviews["first"] ?? [:]
                #expect(reviews.values.count { $0.state == .assigned } == 1)
            }
            // Who has been asked once is asked for more only by a new look at a new plan.
            await #expect(throws: Refusal.overtaken([])) {
                try await ask(home, expecting: plan.fingerprint)
            }
        }
    }

    @Test("asks nobody who has a conflict, and nothing more once the round is decided")
    func closed() async throws {
        try await FairHome.with { home in
            let ids = try await score(home)
            for judge in [2, 3] { try await home.assign(ids[0], [judge]) }
            for judge in [2, 3] {
                try await home.store.decide(
                    .declareConflict(round: "first", reason: "ญาติ"), on: ids[0], by: home.judges[judge],
                    at: FairHome.time(20))
            }
            let plan = try await home.store.furtherPlan(
                FairHome.handle, round: "first", for: home.officer)
            if plan.report.grey.contains(where: { $0.submission.id == ids[0] }) {
                #expect(plan.short.map(\.submission.id) == [ids[0]])
            }
            _ = try await home.store.select(
                FairHome.handle, round: "first", by: home.officer, at: FairHome.after)
            await #expect(throws: Refusal.scoringClosed) {
                try await home.store.furtherPlan(FairHome.handle, round: "first", for: home.officer)
            }
        }
    }

    @Test("a review that is opened again is waited for, or the round is decided without it knowingly")
    func awaited() async throws {
        try await FairHome.with { home in
            let ids = try await score(home)
            // Two of its three stay, which is as many as the round wants.
            try await home.assign(ids[0], [2])
            try await home.review(ids[0], 2, impact: 3, novelty: 3)
            try await home.store.reopenReview(
                of: home.judges[2], on: ids[0], in: "first", because: "คะแนนสลับช่อง", by: home.officer,
                at: FairHome.time(21))
            await #expect(throws: Refusal.unfit("open-reviews")) {
                try await home.store.select(
                    FairHome.handle, round: "first", by: home.officer, at: FairHome.after)
            }
            for id in ids { #expect(try await home.submission(id).held == nil) }
            let counts = try await home.store.select(
                FairHome.handle, round: "first", waivesOpenReviews: true, by: home.officer,
                at: FairHome.after)
            #expect(counts.selected + counts.others == ids.count)
        }
    }

    @Test("a review that is opened again does not count, and its judge reads why")
    func reopened() async throws {
        try await FairHome.with { home in
            let ids = try await score(home)
            try await home.store.reopenReview(
                of: home.judges[0], on: ids[0], in: "first", because: "คะแนนสลับช่อง", by: home.officer,
                at: FairHome.time(21))
            let ranking = try await home.store.ranking(
                FairHome.handle, round: "first", for: home.officer)
            let entry = try #require(ranking.entries.first { $0.submission.id == ids[0] })
            #expect(entry.reviews.count == 1)
            let letters = try await home.store.database.read { connection in
                try connection.rows("select body from letter where subject like 'review-reopened%'")
                    .map { try $0.get("body") as String }
            }
            #expect(letters.count == 1 && letters[0].contains("reason=คะแนนสลับช่อง"))
            #expect(letters[0].contains("/submissions/\(ids[0])/reviews/first"))
            try await home.review(ids[0], 0, impact: 5, novelty: 5)
            _ = try await home.store.select(
                FairHome.handle, round: "first", by: home.officer, at: FairHome.after)
            await #expect(throws: Refusal.scoringClosed) {
                try await home.store.reopenReview(
                    of: home.judges[0], on: ids[0], in: "first", because: "อีกครั้ง", by: home.officer,
                    at: FairHome.after)
            }
        }
    }

    private func ask(_ home: FairHome, expecting plan: String) async throws -> Int {
        try await home.store.askFurther(
            FairHome.handle, round: "first", because: "ก้ำกึ่ง", expecting: plan, by: home.officer,
            at: FairHome.time(22))
    }
}

extension FairHome {
    fileprivate func letterCount() async throws -> Int {
        try await store.database.read { connection in
            try connection.row("select count(*) as count from letter")?.get("count") ?? 0
        }
    }
}
