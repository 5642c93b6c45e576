import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("A submission's page")
struct EyesTests {
    private func kinds(_ id: SubmissionID, _ person: PersonID, _ home: FairHome) async throws -> [String] {
        try await home.store.submission(id, for: person, at: FairHome.time(25)).events.map(\.body.kind)
    }

    @Test("tells each only what concerns them: the filer nothing of judges, a judge nothing of other judges")
    func events() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (3, 3), (4, 4))
            try await home.act("win", on: id, by: home.officer)
            #expect(try await kinds(id, home.filers[0], home) == ["started", "answered", "acted", "acted"])
            #expect(
                try await kinds(id, home.officer, home) == [
                    "started", "acted", "acted", "assigned", "assigned", "reviewed", "reviewed",
                    "held",
                ])
            #expect(try await kinds(id, home.judges[0], home) == ["acted", "acted", "reviewed"])
            #expect(try await kinds(id, home.checker, home) == ["acted", "acted"])
        }
    }

    @Test("names to the filer nobody but the filer, and to the committee everybody")
    func names() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (3, 3))
            let own = try await home.store.submission(id, for: home.filers[0], at: FairHome.time(25))
            #expect(own.names == [home.filers[0]: "Demo filer-0"])
            let all = try await home.store.submission(id, for: home.officer, at: FairHome.time(25))
            #expect(
                Set(all.names.keys)
                    == [home.filers[0], home.checker, home.officer, home.judges[0], home.judges[1]])
            #expect(own.actions.map(\.name) == ["withdraw"])
            #expect(all.actions.map(\.name) == ["win", "lose"])
        }
    }

    @Test("names to the committee each judge whom it asked, one or three at one cost, and to nobody else")
    func askedJudges() async throws {
        try await FairHome.with { home in
            let one = try await home.judged(0, judges: [0])
            let three = try await home.judged(1, judges: [1, 2, 3])
            func named(_ id: SubmissionID, _ person: PersonID) async throws -> Set<PersonID> {
                let view = try await home.store.submission(id, for: person, at: FairHome.time(25))
                return Set(view.names.keys).intersection(home.judges)
            }
            #expect(try await named(one, home.officer) == [home.judges[0]])
            #expect(try await named(three, home.officer) == Set(home.judges[1...]))
            for person in [home.filers[1], home.checker, home.judges[1]] {
                #expect(try await named(three, person).subtracting([person]) == [])
            }
            var costs: Set<Int> = []
            for id in [one, three] {
                let cost = try await home.store.database.counting {
                    _ = try await home.store.submission(id, for: home.officer, at: FairHome.time(25))
                }
                costs.insert(cost)
            }
            #expect(costs.count == 1)
        }
    }

    @Test("says to the committee alone whom each letter went to, and by which name")
    func recipients() async throws {
        try await FairHome.with { home in
            let colleague = try await home.store.enrol(
                email: "colleague@example.go.th", name: "Demo colleague", language: .thai,
                at: FairHome.time(1))
            try await home.store.grantMembership(
                colleague, home.towns[0], role: .member, at: FairHome.time(1))
            let id = try await home.file(0)
            let all = try await home.store.submission(id, for: home.officer, at: FairHome.time(16))
            #expect(Set(all.letters.map(\.recipient)) == [home.filers[0], colleague])
            #expect(all.names[colleague] == "Demo colleague")
            for person in [home.filers[0], home.checker] {
                let view = try await home.store.submission(id, for: person, at: FairHome.time(16))
                #expect(view.letters.isEmpty == (person == home.checker))
                #expect(view.letters.allSatisfy { $0.recipient == nil })
                #expect(view.names[colleague] == nil)
            }
        }
    }

    @Test("tells what an action asked to who took it and the committee, to others what its letter names")
    func input() async throws {
        try await FairHome.with("telling") { home in
            let id = try await home.file(0)
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            let other = try await home.store.enrol(
                email: "second@example.go.th", name: "Second", language: .thai, at: FairHome.time(1))
            try await home.grant("checker", to: other)
            func told(_ person: PersonID) async throws -> Set<String> {
                let view = try await home.store.submission(id, for: person, at: FairHome.time(16))
                guard case .acted(let acted)? = view.events.last?.body else { return [] }
                return Set(acted.input.keys)
            }
            for person in [home.checker, home.officer] {
                #expect(try await told(person) == ["parts", "reason", "due"])
            }
            for person in [home.filers[0], other] { #expect(try await told(person) == ["reason", "due"]) }
        }
    }

    @Test("shows the filer what was filed where the filer may write no more, and keeps what was typed")
    func unsent() async throws {
        try await FairHome.with { home in
            let (id, filer) = (try await home.file(0, "ฉบับที่ส่ง"), home.filers[0])
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            try await home.answer(id, 0, FairHome.answers("ฉบับที่เริ่มแก้"), at: FairHome.time(16))
            func read() async throws -> [String] {
                let dossier = try await home.store.dossier(id, for: filer)
                let own = try #require(await home.store.ownSubmissions(of: filer).first)
                let read = [dossier.submission.answers, own.answers, dossier.written]
                return read.map { $0["title"]?.string ?? "" } + [dossier.title, own.row.title]
            }
            #expect(try await read() == Array(repeating: "ฉบับที่เริ่มแก้", count: 5))
            #expect(try await home.store.fallDue(at: FairHome.time(25)).moved == 1)
            let filed = "ฉบับที่ส่ง"
            #expect(try await read() == [filed, filed, "ฉบับที่เริ่มแก้", filed, filed])
            let officer = try await home.store.dossier(id, for: home.officer)
            #expect(officer.written["title"] == .text(filed))
        }
    }

    @Test("treats an officer of the filing organisation as the filer")
    func ownOffice() async throws {
        try await FairHome.with { home in
            try await home.store.grantMembership(
                home.officer, home.towns[0], role: .member, at: FairHome.time(1))
            let id = try await home.scored(1, (3, 3))
            let own = try await home.file(0)
            #expect(try await kinds(own, home.officer, home) == ["started", "answered", "acted"])
            #expect(try await kinds(id, home.officer, home).contains("reviewed"))
        }
    }
}
