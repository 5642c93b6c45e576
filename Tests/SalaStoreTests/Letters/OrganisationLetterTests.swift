import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Letters about what was filed for an organisation")
struct OrganisationLetterTests {
    private func join(_ name: String, _ language: Language, _ town: Int, _ home: FairHome) async throws
        -> PersonID
    {
        let person = try await home.store.enrol(
            email: "\(name)@example.go.th", name: "Demo \(name)", language: language, at: FairHome.time(1))
        try await home.store.grantMembership(person, home.towns[town], role: .member, at: FairHome.time(1))
        return person
    }

    private func leave(_ person: PersonID, _ town: Int, _ home: FairHome) async throws {
        try await home.store.decide(
            .end(reason: ""), about: person, in: home.towns[town], by: .person(person),
            at: FairHome.time(15))
    }

    /// The letters of that name about a submission, as `address language`.
    private func letters(_ name: String, of id: SubmissionID, _ home: FairHome) async throws -> Set<String> {
        try await home.store.database.read { connection in
            let rows = try connection.rows(
                "select address, language from letter where name = \(name) and submission_id = \(id)")
            let told = try rows.map { row in
                "\(try row.get("address") as String) \(try row.get("language") as String)"
            }
            #expect(Set(told).count == told.count)
            return Set(told)
        }
    }

    @Test("go to each who is a member now, in the own language, with as many statements for three as for one")
    func members() async throws {
        try await FairHome.with { home in
            _ = try await join("second", .english, 1, home)
            let third = try await join("third", .thai, 1, home)
            var statements: [Int] = []
            for town in [0, 1] {
                let id = try await home.file(town)
                statements.append(
                    try await home.store.database.counting {
                        try await home.act("pass", on: id, by: home.checker)
                    })
                let wanted: Set<String> =
                    town == 0
                    ? ["filer-0@example.go.th th"]
                    : ["filer-1@example.go.th th", "second@example.go.th en", "third@example.go.th th"]
                #expect(try await letters("passed", of: id, home) == wanted)
                #expect(try await letters("receipt", of: id, home) == wanted)
            }
            #expect(statements[0] == statements[1])
            let other = try await home.file(1)
            try await leave(third, 1, home)
            try await home.act("pass", on: other, by: home.checker)
            #expect(
                try await letters("passed", of: other, home)
                    == ["filer-1@example.go.th th", "second@example.go.th en"])
        }
    }

    @Test("go to who started it where nobody is left")
    func nobodyLeft() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            try await leave(home.filers[0], 0, home)
            try await home.act("pass", on: id, by: home.checker)
            #expect(try await letters("passed", of: id, home) == ["filer-0@example.go.th th"])
        }
    }
}
