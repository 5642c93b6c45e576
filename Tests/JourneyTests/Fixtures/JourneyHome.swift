import Foundation
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaLetters
import SalaThai
import Testing

@testable import SalaStore

/// A store on a database file of its own, in which the journey's call is open and its people are enrolled.
struct JourneyHome {
    static let handle = "journey"

    let store: Store
    let people: [String: PersonID]
    let organisations: [String: OrganisationID]

    /// Everything is taken away after the body.
    static func with(_ example: JourneyCase, _ body: (JourneyHome) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
        let store = Store(
            database: database, programmes: ProgrammeLibrary(read: JourneyHome.read),
            files: try FileStore(folder: folder.appending(path: "files")), words: try #require(WordBreaker()),
            calendar: WorkingCalendar(holidays: []), districts: [],
            links: Links { page in "https://sala.example/\(page)" },
            writeLetter: { definition, language, fields in
                let letter = try LetterTemplate(definition).render(fields, in: language)
                return WrittenLetter(subject: letter.subject, body: letter.body)
            },
            accountLetters: AccountLetters(
                link: { _, _ in "" }, write: { _, _, _ in WrittenLetter(subject: "", body: "") }))
        try await store.migrate()
        try await body(try await JourneyHome(store, example))
        try database.close()
    }

    @Sendable private static func read(_ name: String, _ text: String) throws -> Programme {
        let files = try JSONDecoder().decode(ProgrammeFiles.self, from: Data(text.utf8))
        return try #require(ProgrammeReader.read(files).0)
    }

    private init(_ store: Store, _ example: JourneyCase) async throws {
        let start = example.journey.call.opens.adding(seconds: -86_400)
        let files = String(decoding: try JSONEncoder().encode(example.files), as: UTF8.self)
        try await store.publish(programme: example.folder, files: files, at: start)
        let organisations = try await JourneyHome.organisations(example.journey, store, at: start)
        let office = try #require(organisations[JourneyHome.office])
        let opener = try await JourneyHome.enrol("opener", store, at: start)
        for role in example.programme.roles where role.granting == .organisation {
            try await store.grantMembership(
                opener, office, role: MembershipRole(rawValue: role.name), at: start)
        }
        let call = example.journey.call
        let title = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, "Journey") })
        _ = try await store.openCall(
            JourneyHome.handle, of: example.folder, by: opener, for: office, title: title,
            period: Period(opens: call.opens, closes: call.closes),
            settings: CallSettings(numbers: call.settings),
            at: start)
        try await store.decide(.publish, on: JourneyHome.handle, by: opener, at: start)
        var people: [String: PersonID] = [:]
        for participant in example.journey.people {
            let person = try await JourneyHome.enrol(participant.name, store, at: start)
            people[participant.name] = person
            if let name = participant.organisation, let organisation = organisations[name] {
                try await store.grantMembership(person, organisation, role: .member, at: start)
            }
            guard let role = participant.role.flatMap(example.programme.role) else { continue }
            switch role.granting {
            case .filing: break
            case .organisation:
                try await store.grantMembership(
                    person, office, role: MembershipRole(rawValue: role.name), at: start)
            case .call:
                let grant = CallCommand.grant(role: role.name, person: person)
                try await store.decide(grant, on: JourneyHome.handle, by: opener, at: start)
            }
        }
        self.store = store
        self.people = people
        self.organisations = organisations
    }

    private static let office = "สำนักงานตัวอย่าง"

    private static func enrol(_ name: String, _ store: Store, at now: Instant) async throws -> PersonID {
        try await store.enrol(email: "\(name)@example.go.th", name: "Demo \(name)", language: .thai, at: now)
    }

    private static func organisations(
        _ journey: Journey, _ store: Store, at now: Instant
    ) async throws -> [String: OrganisationID] {
        let names = [office] + Set(journey.people.compactMap(\.organisation)).sorted()
        var sheet = LocalGovernment.columns.joined(separator: ",") + "\n"
        for (index, name) in names.enumerated() {
            let kind = name == office ? "Agency" : "TownMunicipality"
            sheet += "J-\(index),\(kind),\(name),Example \(index),10,กรุงเทพมหานคร,Bangkok,,,\n"
        }
        _ = try await store.importOrganisations(csv: Array(sheet.utf8), at: now)
        let entries = try await store.database.read { connection in
            try connection.rows("select id, name_th from organisation").map { row in
                (try row.get("name_th") as String, OrganisationID(try row.get("id") as UUID))
            }
        }
        return Dictionary(uniqueKeysWithValues: entries)
    }
}
