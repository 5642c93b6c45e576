import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("What a person may see")
struct ScopeTests {
    @Test("is the same in SQL and as a predicate, for every kind of actor over a mixed population")
    func agrees() async throws {
        try await FairHome.with { home in
            let ids = try await populate(home)
            let judge = home.judges[0]
            try await home.grant("auditor", to: home.stranger)
            let colleague = try await home.store.enrol(
                email: "colleague@example.go.th", name: "Demo colleague", language: .thai,
                at: FairHome.time(1))
            try await home.store.grantMembership(
                colleague, home.towns[1], role: .member, at: FairHome.time(1))
            try await home.store.grantMembership(judge, home.towns[2], role: .member, at: FairHome.time(1))
            let people: [PersonID?] =
                [nil, colleague, home.officer, home.checker, home.stranger] + home.judges + home.filers
            var seen: [Int] = []
            for person in people {
                let (found, expected) = try await home.store.database.read { connection in
                    let (call, _) = try home.store.callAndFiled(FairHome.handle, in: connection)
                    let fair = try Fair.programme("1")
                    let actor = try home.store.actor(person, in: call, of: fair, connection)
                    let scope = Scope(actor, programme: fair, call: call.id)
                    let rows = try connection.rows("select id from submission where " + scope.condition)
                    let all = try ids.compactMap { id in
                        try home.store.anyDossier(id, for: nil, in: connection)?.submission
                    }
                    let found = try Set(rows.map { try $0.id("id") as SubmissionID })
                    return (found, Set(all.filter(scope.sees).map(\.id)))
                }
                #expect(found == expected, "for \(person?.description ?? "nobody")")
                seen.append(found.count)
            }
            // Nobody; town B's three; all that is filed, twice; all; then judges and filers.
            #expect(seen[0] == 0)
            #expect(seen[1] == 3)
            #expect(seen[2] == 12)
            #expect(seen[3] == 12)
            #expect(seen[4] == 18)
            #expect(seen[9...] == [3, 3, 3, 3, 3, 3])
        }
    }

    /// Three of each town: a draft, one in some stage, one with the judges.
    private func populate(_ home: FairHome) async throws -> [SubmissionID] {
        var ids: [SubmissionID] = []
        for town in 0..<6 {
            ids.append(try await home.start(town))
            let second = try await home.file(town)
            switch town % 3 {
            case 0: try await home.act("withdraw", on: second, by: home.filers[town])
            case 1: try await home.act("return", FairHome.returnInput, on: second, by: home.checker)
            default: break
            }
            ids.append(second)
            let third = try await home.judged(town, judges: [town % 4, (town + 1) % 4])
            let judge = home.judges[town % 4]
            let command: Command =
                town.isMultiple(of: 2)
                ? .declareConflict(round: "first", reason: "ก") : .abstain(round: "first", reason: "ข")
            if town > 1 { try await home.store.decide(command, on: third, by: judge, at: FairHome.time(16)) }
            ids.append(third)
        }
        return ids
    }

    @Test("holds for desks, choices, rows, counts, files and letters alike")
    func everywhere() async throws {
        try await FairHome.with { home in
            _ = try await home.start(0)
            let filed = try await home.file(0)
            let other = try await home.file(1)
            let filter = SubmissionFilter()
            let desk = try await home.store.desk(FairHome.handle, for: home.filers[1], filter)
            #expect(desk.listing.entries.map(\.id) == [other])
            #expect(desk.listing.total == 1)
            #expect(desk.counts == ["checking": 1])
            #expect(
                try await home.store.submissions(
                    matching: filter, under: FairHome.handle, for: home.filers[1], limit: 9) == [other])
            let rows = try await home.store.submissionRows(
                of: [filed, other], under: FairHome.handle, for: home.filers[1])
            #expect(rows.map(\.id) == [other])
            let all = try await home.store.desk(FairHome.handle, for: home.checker, filter)
            #expect(all.listing.entries.map(\.id) == [filed, other])
            let letter = try #require(
                try await home.store.submission(filed, for: home.filers[0], at: FairHome.time(15)).letters
                    .first)
            #expect(try await home.store.letter(letter.id, for: home.filers[0]).summary.name == "receipt")
            #expect(try await home.store.letter(letter.id, for: home.officer).summary.name == "receipt")
            let own = try await home.store.letter(letter.id, for: home.filers[0])
            #expect(own.submission == filed && own.listedUnder == nil)
            let managed = try await home.store.letter(letter.id, for: home.officer)
            #expect(managed.submission == filed && managed.listedUnder == FairHome.handle)
            for person in [home.filers[1], home.checker, home.judges[0], home.stranger] {
                await #expect(throws: Refusal.notFound) {
                    try await home.store.letter(letter.id, for: person)
                }
            }
        }
    }
}
