import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("What is kept counted")
struct KeptCountTests {
    /// The kept counts, and what counting the rows gives.
    private func counts(_ home: FairHome) async throws -> (kept: Set<String>, counted: Set<String>) {
        func lines(_ sql: SQL) async throws -> Set<String> {
            try await home.store.database.read { connection in
                try Set(
                    connection.rows(sql).map { row in
                        let words: [String] = try ["name", "value", "stage"].map { try row.get($0) }
                        let numbers: [Int] = try ["is_public", "count"].map { try row.get($0) }
                        return "\(words) \(numbers)"
                    })
            }
        }
        let kept = try await lines(
            "select name, value, stage, is_public, count from filed_count where count <> 0")
        let counted = try await lines(
            """
            select '' as name, '' as value, stage, is_public, count(*) as count from submission
            where filed_at is not null group by stage, is_public
            union all
            select facet.name, facet.value, submission.stage, submission.is_public, count(*)
            from submission join facet on facet.call_id = submission.call_id
                and facet.submission_id = submission.id
            where submission.filed_at is not null
            group by facet.name, facet.value, submission.stage, submission.is_public
            """)
        return (kept, counted)
    }

    @Test("is what counting the rows gives, after every step that a submission takes")
    func agrees() async throws {
        try await FairHome.with { home in
            func expect(_ lines: Int, _ step: String) async throws {
                let (kept, counted) = try await counts(home)
                #expect(kept == counted && kept.count == lines, "after \(step): \(kept)")
            }
            _ = try await home.start(0)
            try await expect(0, "a draft")
            let lamp = try await home.file(0, "ไฟ", ["kind": .text("lamp")])
            try await expect(4, "a filing")
            try await home.act("return", FairHome.returnInput, on: lamp, by: home.checker)
            try await expect(4, "a return")
            let road = FairHome.answers("ไฟ", ["kind": .text("road")])
            try await home.answer(lamp, 0, road, at: FairHome.time(16))
            try await expect(4, "an answer that is not filed yet")
            try await home.act("resubmit", on: lamp, by: home.filers[0], at: FairHome.time(16))
            try await expect(4, "another filing with another answer")
            let won = try await home.scored(3, (3, 3))
            try await expect(7, "scores")
            try await home.act("win", on: won, by: home.officer)
            try await expect(7, "a decision that is pending")
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            try await expect(7, "a release")
            try await home.act("withdraw", on: lamp, by: home.filers[0])
            try await expect(7, "a withdrawal")
        }
    }

    @Test("tells the public how many have been filed without those taken back, whose numbers stay theirs")
    func withdrawn() async throws {
        try await FairHome.with { home in
            try await home.openCall("second")
            try await home.openCall("third")
            func filed() async throws -> [String: Int] {
                let views = try await home.store.publishedCalls(limit: 9, at: FairHome.time(15))
                let one = try await home.store.call(FairHome.handle, for: nil)
                #expect(views.first { $0.call.handle == FairHome.handle }?.filed == one.filed)
                return Dictionary(uniqueKeysWithValues: views.map { ($0.call.handle, $0.filed) })
            }
            _ = try await home.start(0)
            let first = try await home.file(1)
            _ = try await home.file(2)
            #expect(try await filed() == [FairHome.handle: 2])
            try await home.act("withdraw", on: first, by: home.filers[1])
            #expect(try await filed() == [FairHome.handle: 1])
            let next = try await home.file(1)
            #expect(try await home.submission(next).number == "F-2564-0003")
            #expect(try await filed() == [FairHome.handle: 2])
            for handle in ["second", "third"] {
                try await home.store.decide(.publish, on: handle, by: home.officer, at: FairHome.time(2))
            }
            #expect(try await filed() == [FairHome.handle: 2, "second": 0, "third": 0])
        }
    }

    @Test("gives every person's desk the numbers that its rows give")
    func desks() async throws {
        try await FairHome.with { home in
            try await home.grant("auditor", to: home.stranger)
            // The checker is also somebody's filer, with a draft of one's own.
            try await home.store.grantMembership(
                home.checker, home.towns[4], role: .member, at: FairHome.time(1))
            for town in 0..<6 {
                _ = try await home.start(town)
                _ = try await home.file(town, "งาน", ["kind": .text(town < 2 ? "lamp" : "road")])
            }
            _ = try await home.judged(1, judges: [0])
            let people = [home.officer, home.checker, home.stranger, home.judges[0], home.filers[0]]
            var totals: [Int] = []
            for person in people {
                var filter = SubmissionFilter()
                let desk = try await home.store.desk(FairHome.handle, for: person, filter)
                #expect(desk.listing.entries.count == desk.listing.total)
                let stages = Dictionary(grouping: desk.listing.entries, by: \.stage).mapValues(\.count)
                #expect(desk.counts == stages)
                totals.append(desk.listing.total)
                filter.stage = "checking"
                let checking = try await home.store.desk(FairHome.handle, for: person, filter)
                #expect(checking.listing.total == checking.listing.entries.count)
                let facets = try await home.store.deskFacets(FairHome.handle, for: person, filter)
                let kinds = facets.counts.filter { $0.facet == .question("kind") }.map(\.count)
                #expect(kinds.reduce(0, +) == checking.listing.entries.count)
            }
            #expect(totals == [7, 8, 13, 1, 2])
        }
    }

    @Test("lists every order of a desk, whole or of one stage, without sorting what it does not show")
    func plans() async throws {
        try await FairHome.with { home in
            for order in SubmissionFilter.Order.allCases {
                var filter = SubmissionFilter()
                filter.order = order
                let plan = try await plan(filter, home)
                #expect(!plan.contains { $0.contains("ORDER BY") }, "\(order): \(plan)")
            }
            var filter = SubmissionFilter()
            filter.stage = "judging"
            let plan = try await plan(filter, home)
            #expect(plan.first?.contains("submission_stage") == true, "\(plan)")
            #expect(!plan.contains { $0.contains("ORDER BY") }, "\(plan)")
        }
    }

    /// What SQLite says it would do for that page of the officer's desk.
    private func plan(_ filter: SubmissionFilter, _ home: FairHome) async throws -> [String] {
        try await home.store.database.read { connection in
            let view = try home.store.callView(FairHome.handle, for: home.officer, in: connection)
            let scope = Scope(view)
            let condition = home.store.narrowed(scope.condition, filter, view.call.id, connection)
            return try connection.rows("explain query plan \(home.store.page(of: condition, filter))")
                .map { try $0.get("detail") }
        }
    }
}
