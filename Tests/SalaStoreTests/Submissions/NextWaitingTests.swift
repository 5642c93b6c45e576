import SalaEngine
import Testing

@testable import SalaStore

@Suite("What waits next")
struct NextWaitingTests {
    private func next(
        _ home: FairHome, after id: SubmissionID, for person: PersonID? = nil,
        _ change: (inout SubmissionFilter) -> Void = { _ in }
    ) async throws -> SubmissionID? {
        var filter = SubmissionFilter()
        change(&filter)
        let dossier = try await home.store.dossier(id, for: person ?? home.checker)
        return try await home.store.nextWaiting(after: dossier, matching: filter)?.id
    }

    @Test(
        "comes after this one in the order of the desk, from the beginning again at the end",
        arguments: SubmissionFilter.Order.allCases)
    func order(order: SubmissionFilter.Order) async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<3 { ids.append(try await home.file(town, at: FairHome.time(14 + town))) }
            // What was filed first is due first; the desk shows what was filed and changed last first.
            let ordered = order == .filed || order == .moved ? ids.reversed() : ids
            for (place, id) in ordered.enumerated() {
                #expect(try await next(home, after: id) { $0.order = order } == ordered[(place + 1) % 3])
            }
        }
    }

    @Test("is found after this one has been decided and left the desk", arguments: ["number", "filed"])
    func decided(order: String) async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<3 { ids.append(try await home.file(town, at: FairHome.time(14 + town))) }
            try await home.act("pass", on: ids[1], by: home.checker, at: FairHome.time(17))
            let next = try await next(home, after: ids[1]) {
                $0.stage = "checking"
                $0.order = SubmissionFilter.Order(rawValue: order) ?? .due
            }
            #expect(next == (order == "number" ? ids[2] : ids[0]))
        }
    }

    @Test(
        "is the one after the place that this one had, though what was done moved or took it from there",
        arguments: [SubmissionFilter.Order.due, .moved])
    func place(order: SubmissionFilter.Order) async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<4 { ids.append(try await home.file(town, at: FairHome.time(14 + town))) }
            if order == .moved { ids.reverse() }
            var filter = SubmissionFilter()
            (filter.stage, filter.order) = ("checking", order)
            for (place, id) in ids.enumerated().dropFirst().dropLast() {
                let stood = try await home.store.place(of: id, in: order, for: home.checker)
                let now = FairHome.time(19, 9, place)
                let dossier = try await home.act("pass", on: id, by: home.checker, at: now)
                let next = try await home.store.nextWaiting(after: dossier, matching: filter, from: stood)
                #expect(next?.id == ids[place + 1])
            }
        }
    }

    @Test("asks for no place where what is done leaves this one in its own", arguments: ["number", "filed"])
    func standing(order: String) async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            let order = try #require(SubmissionFilter.Order(rawValue: order))
            #expect(try await home.store.place(of: id, in: order, for: home.checker) == nil)
            await #expect(throws: Refusal.notFound) {
                try await home.store.place(of: id, in: .due, for: home.stranger)
            }
        }
    }

    @Test("is never an entry of the person's own organisation, which the person may not move")
    func own() async throws {
        try await FairHome.with { home in
            let first = try await home.file(0)
            let own = try await home.file(1)
            let third = try await home.file(2)
            #expect(try await next(home, after: first) == own)
            try await home.store.grantMembership(
                home.checker, home.towns[1], role: .member, at: FairHome.time(1))
            #expect(try await next(home, after: first) == third)
        }
    }

    @Test("is within the filter, filed, undecided, and the person's to move")
    func waiting() async throws {
        try await FairHome.with { home in
            let first = try await home.file(0, "ไฟ", ["kind": .text("lamp")])
            _ = try await home.file(1, "ถนน", ["kind": .text("road")])
            _ = try await home.start(2)
            _ = try await home.judged(3, judges: [0])
            #expect(try await next(home, after: first) { $0.facets = ["kind": "lamp"] } == nil)
            #expect(try await next(home, after: first) { $0.stage = "judging" } == nil)
            #expect(try await next(home, after: first) { $0.text = "ถนน" } != nil)
            let assigned = try await home.judged(4, judges: [1])
            #expect(try await next(home, after: assigned, for: home.judges[1]) == nil)
            #expect(try await next(home, after: first, for: home.filers[0]) == nil)
        }
    }

    @Test("a page beyond the last shows the last")
    func clamped() async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<3 { ids.append(try await home.file(town)) }
            var filter = SubmissionFilter()
            (filter.length, filter.page) = (2, 7)
            let listing = try await home.store.desk(FairHome.handle, for: home.checker, filter).listing
            #expect(listing.page == 2)
            #expect(listing.entries.map(\.id) == [ids[2]])
            filter.text = "ไม่มีคำนี้"
            let empty = try await home.store.desk(FairHome.handle, for: home.checker, filter).listing
            #expect(empty.page == 1 && empty.entries.isEmpty)
        }
    }
}
