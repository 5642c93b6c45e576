import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

/// A site with an office, its officer and a programme that the office may open.
struct CallSite {
    /// 10 July 2026, 09:00 in Bangkok.
    static let start = Instant(iso: "2026-07-10T09:00:00+07:00")!
    static let office = OrganisationID(UUID(uuidString: "00000000-0000-4000-8000-0000000000b1")!)

    let site: Site
    let client: any TestClientProtocol
    /// The officer's own.
    let officer: Browser
    let officerID: PersonID

    /// Everything is taken away after the body.
    static func with(_ body: @escaping @Sendable (CallSite) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let store = try await store(in: folder)
        // A fault is written out: a test that meets one ought to say so.
        let logger = Logger(label: "test") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = .error
            return handler
        }
        let site = Site(
            store: store, templates: try ShippedTemplates.library(),
            settings: SiteSettings(
                address: "https://sala.example", publicFolder: root.appending(path: "Public"),
                assetVersion: "1"),
            mediaTypes: try #require(MediaTypeDetector()), key: Array(repeating: 7, count: 32),
            logger: logger,
            clock: { start })
        try await Application(router: SalaApplication.router(site), logger: logger).test(.router) { client in
            let (officer, officerID) = try await person("officer@office.example", site, client)
            try await store.database.write { connection in
                try connection.execute(
                    """
                    insert into membership (organisation_id, person_id, role, state, asked_at)
                    values (\(office), \(officerID), 'officer', 'approved', \(start))
                    """)
            }
            try await body(CallSite(site: site, client: client, officer: officer, officerID: officerID))
        }
        try store.close()
    }

    private static func store(in folder: URL) async throws -> Store {
        let store = Store(
            database: try Database(url: "sqlite://\(folder.path)/sala.sqlite"),
            programmes: ProgrammeLibrary { _, files in
                var programme = SampleProgramme.programme
                if files == "roundless" { programme.rounds = [] }
                return programme
            },
            files: try FileStore(folder: folder.appending(path: "files")),
            words: try #require(WordBreaker()), calendar: WorkingCalendar(holidays: []), districts: [],
            links: Links(address: "https://sala.example"),
            writeLetter: { _, _, _ in throw Fault.missing("letter") },
            accountLetters: AccountLetters(
                link: { _, _ in "" }, write: { name, _, _ in WrittenLetter(subject: name.rawValue, body: "") }
            ),
            passwords: PasswordHasher(cost: .init(passes: 1, memoryBytes: 8192)))
        try await store.migrate()
        try await store.publish(programme: SampleProgramme.name, files: "", at: start)
        try await store.database.write { connection in
            try connection.execute(
                """
                insert into organisation (id, code, kind, name_th, name_en, province_code, province_th,
                    province_en, subdistricts, typed)
                values (\(office), 'B1', 'Agency', 'สำนักงานตัวอย่าง', 'Sample Office', '10', 'กรุงเทพมหานคร',
                    'Bangkok', '', '')
                """)
        }
        return store
    }

    private static func person(
        _ email: String, _ site: Site, _ client: any TestClientProtocol
    ) async throws -> (Browser, PersonID) {
        let browser = Browser(client: client)
        let person = try await site.store.enrol(email: email, name: email, language: .english, at: start)
        let session = try await site.store.signInDemo(person, agent: "Firefox/1 Linux", at: start)
        await browser.keep("__Host-sala-session", session.token)
        return (browser, person)
    }

    /// Somebody with an account and nothing else, signed in.
    func somebody(_ email: String) async throws -> (Browser, PersonID) {
        try await CallSite.person(email, site, client)
    }

    /// A published call that is open now.
    func openCall(_ handle: String = "open-call", settings: CallSettings = CallSettings()) async throws {
        let period = Period(
            opens: CallSite.start.adding(seconds: -86_400), closes: CallSite.start.adding(seconds: 86_400))
        _ = try await site.store.openCall(
            handle, of: SampleProgramme.name, by: officerID, for: CallSite.office,
            title: [.thai: "การเปิดรับ", .english: "A call <i>"], period: period, settings: settings,
            at: CallSite.start)
        try await site.store.decide(.publish, on: handle, by: officerID, at: CallSite.start)
    }

    /// Files under a call; the submission stands in the register at once, a second after the one before.
    func file(_ number: Int, title: String, field: String = "health", under handle: String = "open-call")
        async throws
    {
        let now = CallSite.start.adding(seconds: Int64(number))
        let (_, person) = try await somebody("filer-\(number)@filers.example")
        let id = try await site.store.start(under: handle, for: nil, by: person, at: now)
        let answers: Answers = [
            "title": .text(title), "field": .text(field), "secret": .text("SECRET-\(number)"),
        ]
        try await site.store.decide(.answer(page: "one", answers), on: id, by: person, at: now)
        try await site.store.decide(.act("submit", input: [:]), on: id, by: person, at: now)
    }
}
