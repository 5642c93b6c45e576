import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Lists of submissions")
struct ListingTests {
    @Test("take as many queries for three entries as for one")
    func queries() async throws {
        try await FairHome.with { home in
            func counts() async throws -> [Int] {
                let store = home.store
                let filter = SubmissionFilter()
                var narrow = filter
                narrow.text = "ไฟ"
                narrow.facets = ["province": "50"]
                return [
                    await store.database.counting {
                        _ = try? await store.desk(FairHome.handle, for: home.officer, narrow)
                    },
                    await store.database.counting {
                        _ = try? await store.deskFacets(FairHome.handle, for: home.officer, filter)
                    },
                    await store.database.counting { _ = try? await store.ownSubmissions(of: home.filers[0]) },
                    await store.database.counting {
                        _ = try? await store.judgeDesk(FairHome.handle, for: home.judges[0])
                    },
                    await store.database.counting {
                        _ = try? await store.ranking(FairHome.handle, round: "first", for: home.officer)
                    },
                    await store.database.counting {
                        _ = try? await store.panel(FairHome.handle, round: "first", for: home.officer)
                    },
                ]
            }
            func register() async -> Int {
                var narrow = SubmissionFilter()
                narrow.text = "ไฟ"
                narrow.facets = ["province": "50"]
                return await home.store.database.counting {
                    _ = try? await home.store.register(FairHome.handle, narrow)
                }
            }
            var ids = [try await home.scored(0, (3, 3))]
            let one = try await counts()
            #expect(one.allSatisfy { $0 > 0 && $0 <= 10 }, "\(one)")
            for _ in 0..<2 { ids.append(try await home.scored(0, (3, 3))) }
            #expect(try await counts() == one)
            try await win([ids[0]], home)
            let shown = await register()
            try await win(Array(ids.dropFirst()), home)
            #expect(await register() == shown)
        }
    }

    private func win(_ ids: [SubmissionID], _ home: FairHome) async throws {
        for id in ids {
            try await home.act("win", on: id, by: home.officer)
            try await home.store.decide(.release, on: id, by: home.officer, at: FairHome.time(25))
        }
    }

    @Test("of calls and waiting work take as many queries for three calls as for one")
    func calls() async throws {
        try await FairHome.with { home in
            func counts() async throws -> [Int] {
                let store = home.store
                let views = try await store.calls(of: home.officer)
                return [
                    await store.database.counting { _ = try? await store.calls(of: home.officer) },
                    await store.database.counting {
                        _ = try? await store.publishedCalls(limit: 9, at: FairHome.time(15))
                    },
                    await store.database.counting {
                        _ = try? await store.waitingWork(in: views, of: home.officer)
                    },
                ]
            }
            let one = try await counts()
            for handle in ["second", "third"] {
                try await home.openCall(handle)
                try await home.store.decide(.publish, on: handle, by: home.officer, at: FairHome.time(2))
            }
            #expect(try await counts() == one)
            #expect(try await home.store.calls(of: home.officer).count == 3)
        }
    }

    @Test("come in pages, in the order asked for, narrowed by stage and facets")
    func pages() async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<5 {
                let kind = town.isMultiple(of: 2) ? "lamp" : "road"
                ids.append(
                    try await home.file(
                        town, "งาน", ["kind": .text(kind)], at: FairHome.time(14, 9, 10 - town)))
            }
            try await home.act("pass", on: ids[0], by: home.checker)
            func desk(_ change: (inout SubmissionFilter) -> Void) async throws -> Desk {
                var filter = SubmissionFilter()
                change(&filter)
                return try await home.store.desk(FairHome.handle, for: home.officer, filter)
            }
            let second = try await desk {
                $0.length = 2; $0.page = 2
            }
            #expect(second.listing.entries.map(\.id) == [ids[2], ids[3]])
            #expect(second.listing.total == 5)
            #expect(second.listing.pages == 3)
            #expect(second.counts == ["checking": 4, "judging": 1])
            #expect(try await desk { $0.order = .filed }.listing.entries.map(\.id) == ids)
            #expect(try await desk { $0.order = .moved }.listing.entries.first?.id == ids[0])
            #expect(try await desk { $0.order = .due }.listing.entries.last?.id == ids[0])
            #expect(try await desk { $0.stage = "judging" }.listing.entries.map(\.id) == [ids[0]])
            let roads = try await desk { $0.facets = ["kind": "road"] }
            #expect(roads.listing.entries.map(\.id) == [ids[1], ids[3]])
            #expect(roads.counts == ["checking": 2])
            let lamps = try await desk {
                $0.facets = ["kind": "lamp"]; $0.stage = "checking"
            }
            #expect(lamps.counts == ["checking": 2, "judging": 1] && lamps.listing.total == 2)
            let near = try await desk { $0.facets = ["kind": "lamp", "province": "50"] }
            #expect(near.listing.entries.map(\.id) == [ids[0], ids[2]])
            #expect(near.listing.entries.map(\.title) == ["งาน", "งาน"])
            #expect(near.listing.entries[0].organisation?.nameThai == "เทศบาลเมืองตัวอย่าง ก")
            #expect(near.listing.entries[0].applicant == "Demo filer-0")
        }
    }

    @Test("count facets as they would be left, the chosen one as if it were not chosen")
    func facets() async throws {
        try await FairHome.with { home in
            for town in 0..<5 {
                let kind = town.isMultiple(of: 2) ? "lamp" : "road"
                _ = try await home.file(town, "งาน", ["kind": .text(kind)])
            }
            func counts(_ filter: SubmissionFilter) async throws -> [String: Int] {
                let facets = try await home.store.deskFacets(FairHome.handle, for: home.officer, filter)
                return Dictionary(
                    uniqueKeysWithValues: facets.counts.map { ("\($0.facet.name) \($0.value)", $0.count) })
            }
            var filter = SubmissionFilter()
            #expect(
                try await counts(filter) == [
                    "kind lamp": 3, "kind road": 2, "province 50": 3, "province 30": 2,
                    "organisation-kind TownMunicipality": 5,
                ])
            filter.facets = ["kind": "road"]
            #expect(
                try await counts(filter) == [
                    "kind lamp": 3, "kind road": 2, "province 50": 1, "province 30": 1,
                    "organisation-kind TownMunicipality": 2,
                ])
        }
    }

    @Test("of what waits: reviews not given, and what one's role may move")
    func waiting() async throws {
        try await FairHome.with { home in
            _ = try await home.start(0)
            _ = try await home.file(1)
            _ = try await home.judged(2, judges: [0, 1])
            let done = try await home.judged(3, judges: [0])
            try await home.review(done, 0, impact: 1, novelty: 1)
            let views = try await home.store.calls(of: home.checker)
            let call = try #require(views.first?.call.id)
            let checking = try await home.store.waitingWork(in: views, of: home.checker)[call]
            #expect([checking?.reviews, checking?.decisions] == [0, 1])
            let desks = try await home.store.calls(of: home.judges[0])
            let judging = try await home.store.waitingWork(in: desks, of: home.judges[0])[call]
            #expect([judging?.reviews, judging?.decisions] == [1, 0])
            #expect(try await home.store.calls(of: home.filers[0]).isEmpty)
        }
    }
}
