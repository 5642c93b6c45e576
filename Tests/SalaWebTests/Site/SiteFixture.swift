import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaLetters
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

/// The whole site over a database file of its own, in which the contest of the repository is in its middle.
struct SiteFixture: Sendable {
    static let programme = "digital-local-contest"
    static let call = "contest-2569"
    /// Open too; the entrant has a draft under it.
    static let nextCall = "contest-2570"
    /// Not published yet.
    static let secretCall = "secret-2571"
    static let address = "https://sala.example"
    static let period = Period(opens: time(7, 1), closes: time(8, 31, 23, 59, 59))
    static let present = time(7, 20, 10)

    let store: Store
    let site: Site
    let clock: SiteClock
    let client: any TestClientProtocol
    /// The same store as a demo, where visitors become somebody and read letters.
    let demo: any TestClientProtocol
    let folder: URL
    let people: SitePeople
    /// What both are told to log.
    let log: LogRecorder
    /// The seeded submissions by the name of what became of them.
    var entries: [String: SubmissionID] = [:]
    /// The first round hides from its judges who entered.
    var isBlind = false

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Everything is taken away after the body.
    ///
    /// - Parameter seeded: whether there are entries in every stage; else there are calls and people alone.
    static func with(
        seeded: Bool = false, blind: Bool = false,
        _ body: @escaping @Sendable (SiteFixture) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await store(in: folder)
        let clock = SiteClock(time(6, 20))
        let people = try await SitePeople(store, clock)
        let log = LogRecorder()
        let site = try site(store, clock, personas: nil, log: log)
        let persona = Persona(person: people[.citizen], key: "citizen", name: SitePeople.name(.citizen))
        let demoSite = try SiteFixture.site(store, clock, personas: [persona], log: log)
        try await Application(router: SalaApplication.router(site), logger: site.logger).test(.router) {
            client in
            let demo = Application(router: try SalaApplication.router(demoSite), logger: site.logger)
            try await demo.test(.router) { demo in
                var fixture = SiteFixture(
                    store: store, site: site, clock: clock, client: client, demo: demo, folder: folder,
                    people: people, log: log)
                fixture.isBlind = blind
                try await fixture.openCalls()
                if seeded { try await fixture.seed() }
                clock.move(to: present)
                try await body(fixture)
            }
        }
        try store.close()
    }

    static func store(in folder: URL) async throws -> Store {
        let store = Store(
            database: try Database(url: "sqlite://\(folder.path)/sala.sqlite"),
            programmes: ProgrammeLibrary { _, text in
                let files = try JSONDecoder().decode(ProgrammeFiles.self, from: Data(text.utf8))
                return try #require(ProgrammeReader.read(files).0)
            },
            files: try FileStore(folder: folder.appending(path: "files")),
            words: try #require(WordBreaker()), calendar: WorkingCalendar(holidays: []), districts: [],
            links: Links(address: address),
            writeLetter: { definition, language, fields in
                let letter = try LetterTemplate(definition).render(fields, in: language)
                return WrittenLetter(subject: letter.subject, body: letter.body)
            },
            accountLetters: AccountLetters(
                link: { name, secret in
                    let nouns: [AccountLetters.Name: String] = [
                        .resetPassword: "password-resets", .invitation: "invitations",
                    ]
                    let noun = nouns[name] ?? "verifications"
                    return "/\(noun)/\(secret ?? "")"
                },
                write: { name, _, fields in
                    WrittenLetter(subject: name.rawValue, body: fields["link"] ?? "")
                }),
            passwords: PasswordHasher(cost: .init(passes: 1, memoryBytes: 8192)))
        try await store.migrate()
        return store
    }

    static func site(
        _ store: Store, _ clock: SiteClock, personas: [Persona]?, log: LogRecorder = LogRecorder()
    ) throws -> Site {
        Site(
            store: store, templates: try ShippedTemplates.library(),
            settings: SiteSettings(
                address: address, publicFolder: root.appending(path: "Public"), assetVersion: "1",
                personas: personas),
            mediaTypes: try #require(MediaTypeDetector()), key: Array(repeating: 7, count: 32),
            logger: Logger(label: "test") { _ in log }, clock: { clock.now })
    }

    /// A time of 2026 in Bangkok.
    static func time(_ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0)
        -> Instant
    {
        guard let date = LocalDate(year: 2026, month: month, day: day) else {
            preconditionFailure("there is no such day")
        }
        return date.instant(hour: hour, minute: minute, second: second)
    }

    /// A browser of that part, signed in just now.
    func guest(_ part: Part) async throws -> Guest {
        guard part != .nobody else {
            return Guest(
                client: client, session: nil,
                csrf: FormSeal(key: Array(repeating: 7, count: 32)).csrf(for: Guest.formCookie))
        }
        return try await guest(people[part])
    }

    func guest(_ person: PersonID) async throws -> Guest {
        let session = try await store.signInDemo(person, agent: "Firefox/1 Linux", at: clock.now)
        let visitor = try #require(await store.visitor(session.token, at: clock.now))
        return Guest(client: client, session: session.token, csrf: visitor.csrf)
    }
}
