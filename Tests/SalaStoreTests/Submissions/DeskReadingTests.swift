import SalaEngine
import Testing

@testable import SalaStore

@Suite("What desks read besides their rows")
struct DeskReadingTests {
    private func counts(_ facets: DeskFacets, _ facet: Register.Facet) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: facets.counts.filter { $0.facet == facet }.map { ($0.value, $0.count) })
    }

    @Test("facets are counted under the filter, a chosen one as if it were not chosen")
    func facets() async throws {
        try await FairHome.with { home in
            for town in 0..<4 {
                _ = try await home.file(town, "งาน", ["kind": .text(town == 0 ? "road" : "lamp")])
            }
            let all = try await home.store.deskFacets(FairHome.handle, for: home.checker, SubmissionFilter())
            #expect(all.facets == [.province, .organisationKind, .question("kind")])
            #expect(counts(all, .province) == ["50": 3, "30": 1])
            #expect(counts(all, .organisationKind) == ["TownMunicipality": 4])
            #expect(counts(all, .question("kind")) == ["road": 1, "lamp": 3])
            #expect(all.provinces["50"]?.provinceThai == "เชียงใหม่")
            var filter = SubmissionFilter()
            filter.facets = ["province": "50"]
            let narrowed = try await home.store.deskFacets(FairHome.handle, for: home.checker, filter)
            #expect(counts(narrowed, .province) == ["50": 3, "30": 1])
            #expect(counts(narrowed, .question("kind")) == ["road": 1, "lamp": 2])
        }
    }

    @Test("what nobody may see is in no facet and in no choice")
    func unseen() async throws {
        try await FairHome.with { home in
            _ = try await home.start(0)
            let id = try await home.file(1)
            let chosen = try await home.store.submissions(
                matching: SubmissionFilter(), under: FairHome.handle, for: home.checker, limit: 10)
            #expect(chosen == [id])
            let facets = try await home.store.deskFacets(
                FairHome.handle, for: home.judges[0], SubmissionFilter())
            #expect(facets.counts.isEmpty)
            #expect(
                try await home.store.submissionRows(of: [id], under: FairHome.handle, for: home.judges[0])
                    .isEmpty)
        }
    }

    @Test("a filter chooses what it leaves, by number and up to the limit")
    func matching() async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<4 { ids.append(try await home.file(town)) }
            try await home.act("pass", on: ids[1], by: home.checker)
            var filter = SubmissionFilter()
            filter.stage = "checking"
            filter.page = 9
            let chosen = try await home.store.submissions(
                matching: filter, under: FairHome.handle, for: home.checker, limit: 2)
            #expect(chosen == [ids[0], ids[2]])
            let rows = try await home.store.submissionRows(
                of: [ids[3], ids[0]], under: FairHome.handle, for: home.checker)
            #expect(rows.map(\.number) == ["F-2564-0001", "F-2564-0004"])
        }
    }

    @Test("a person's own work is counted, and nobody else's")
    func work() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            _ = try await home.file(1)
            _ = try await home.judged(2, judges: [0, 1])
            func work(_ person: PersonID) async throws -> WaitingWork? {
                let views = try await home.store.calls(of: person)
                return try await home.store.waitingWork(in: views, of: person).values.first
            }
            let checker = try await work(home.checker)
            #expect(checker?.decisions == 2)
            #expect(checker?.stages == ["checking": 2])
            #expect(checker?.reviews == 0)
            let judge = try await work(home.judges[0])
            #expect(judge?.decisions == 0)
            #expect(judge?.reviews == 1)
            #expect(try await work(home.judges[2]) ?? WaitingWork() == WaitingWork())
            #expect(try await work(home.stranger) == nil)
        }
    }

    @Test("what can be selected is counted once the whole round has its reviews")
    func selectable() async throws {
        try await FairHome.with(settings: CallSettings(numbers: ["places": 2])) { home in
            _ = try await home.scored(0, (4, 4))
            _ = try await home.scored(1, (3, 3))
            let views = try await home.store.calls(of: home.officer)
            let work = try await home.store.waitingWork(in: views, of: home.officer).values.first
            #expect(work?.rounds == ["first": WaitingRound(reviewed: 2)])
        }
    }

    @Test("what waits in a round and for release is counted for who runs it, as its own pages show it")
    func rounds() async throws {
        try await FairHome.with(settings: CallSettings(numbers: ["places": 2])) { home in
            _ = try await home.judged(0, judges: [0])
            _ = try await home.judged(1, judges: [0, 1])
            _ = try await home.scored(2, (4, 4))
            _ = try await home.scored(3, (3, 3))
            let best = try await home.scored(4, (5, 5))
            func work(_ person: PersonID) async throws -> WaitingWork? {
                let views = try await home.store.calls(of: person)
                return try await home.store.waitingWork(in: views, of: person).values.first
            }
            func short() async throws -> [Int] {
                let panel = try await home.store.panel(FairHome.handle, round: "first", for: home.officer)
                let listed = try await home.store.shortEntries(
                    under: FairHome.handle, round: "first", for: home.officer, limit: 9)
                return [panel.short, listed.count]
            }
            #expect(try await work(home.officer)?.rounds == ["first": WaitingRound(short: 1, awaited: 2)])
            #expect(try await short() == [1, 1])
            // With a decision nobody is assigned any more.
            try await home.act("win", on: best, by: home.officer)
            let officer = try await work(home.officer)
            #expect(officer?.rounds == [:] && officer?.held == ["win": 1])
            #expect(try await short() == [0, 0])
            let pending = try await home.store.pendingDecisions(FairHome.handle, for: home.officer)
            #expect(pending.total == 1)
            let checker = try await work(home.checker)
            #expect(checker?.rounds == [:] && checker?.held == [:])
        }
    }
}
