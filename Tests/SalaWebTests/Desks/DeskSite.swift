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

/// A site with an open call, its officer, two judges and what people filed.
struct DeskSite {
    static let handle = "desks-2569"
    static let start = CallSite.start
    /// Over by the time of the site's clock.
    static let period = Period(opens: start.adding(seconds: -86_400), closes: start.adding(seconds: 1800))

    let site: Site
    let client: any TestClientProtocol
    let officer: Browser
    let officerID: PersonID
    let judges: [(browser: Browser, id: PersonID)]

    /// Everything is taken away after the body.
    static func with(_ body: @escaping @Sendable (DeskSite) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let store = try await store(in: folder)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let site = Site(
            store: store, templates: try ShippedTemplates.library(),
            settings: SiteSettings(
                address: "https://sala.example", publicFolder: root.appending(path: "Public"),
                assetVersion: "1"),
            mediaTypes: try #require(MediaTypeDetector()), key: Array(repeating: 7, count: 32),
            logger: logger,
            clock: { start.adding(seconds: 3600) })
        try await Application(router: SalaApplication.router(site)).test(.router) { client in
            try await body(try await DeskSite(site, client))
        }
        try store.close()
    }

    private init(_ site: Site, _ client: any TestClientProtocol) async throws {
        self.site = site
        self.client = client
        let office = CallSite.office
        (officer, officerID) = try await DeskSite.person("officer", site, client)
        try await site.store.grantMembership(officerID, office, role: .officer, at: DeskSite.start)
        _ = try await site.store.openCall(
            DeskSite.handle, of: DeskProgramme.name, by: officerID, for: office,
            title: [.thai: "งานโต๊ะ", .english: "Desks"],
            period: DeskSite.period,
            settings: CallSettings(), at: DeskSite.start)
        try await site.store.decide(.publish, on: DeskSite.handle, by: officerID, at: DeskSite.start)
        var judges: [(browser: Browser, id: PersonID)] = []
        for number in 1...2 {
            let (browser, id) = try await DeskSite.person("judge-\(number)", site, client)
            try await site.store.decide(
                .grant(role: "judge", person: id), on: DeskSite.handle, by: officerID, at: DeskSite.start)
            judges.append((browser, id))
        }
        self.judges = judges
    }

    private static func store(in folder: URL) async throws -> Store {
        let store = Store(
            database: try Database(url: "sqlite://\(folder.path)/sala.sqlite"),
            programmes: ProgrammeLibrary { _, _ in try DeskProgramme.programme() },
            files: try FileStore(folder: folder.appending(path: "files")),
            words: try #require(WordBreaker()), calendar: WorkingCalendar(holidays: []), districts: [],
            links: Links(address: "https://sala.example"),
            writeLetter: { letter, _, _ in WrittenLetter(subject: letter.name, body: "") },
            accountLetters: AccountLetters(
                link: { _, _ in "" }, write: { name, _, _ in WrittenLetter(subject: name.rawValue, body: "") }
            ),
            passwords: PasswordHasher(cost: .init(passes: 1, memoryBytes: 8192)))
        try await store.migrate()
        try await store.publish(programme: DeskProgramme.name, files: "", at: start)
        try await store.database.write { connection in
            try connection.execute(
                """
                insert into organisation (id, code, kind, name_th, name_en, province_code, province_th,
                    province_en, subdistricts, typed)
                values (\(CallSite.office), 'B1', 'Agency', 'สำนักงานตัวอย่าง', 'Sample Office', '10',
                    'กรุงเทพมหานคร', 'Bangkok', '', '')
                """)
        }
        return store
    }

    static func person(
        _ name: String, _ site: Site, _ client: any TestClientProtocol
    ) async throws -> (Browser, PersonID) {
        let browser = Browser(client: client)
        let person = try await site.store.enrol(
            email: "\(name)@desks.example", name: "Demo \(name)", language: .english, at: start)
        let session = try await site.store.signInDemo(person, agent: "Firefox/1 Linux", at: start)
        await browser.keep("__Host-sala-session", session.token)
        return (browser, person)
    }

    /// Filed by somebody new; the numbers are D-0001, D-0002 and so on.
    func file(_ number: Int, title: String = "Lamp", under handle: String = handle) async throws
        -> SubmissionID
    {
        let id = try await drafted(number, title: title, under: handle)
        try await submit(id, at: DeskSite.start.adding(seconds: Int64(number)))
        return id
    }

    /// Filed, passed and in the hands of those judges.
    func judged(_ number: Int, by asked: [Int] = [0]) async throws -> SubmissionID {
        let id = try await file(number)
        try await pass(id, to: asked)
        return id
    }

    /// Passes what was filed, into the hands of those judges.
    func pass(_ id: SubmissionID, to asked: [Int]) async throws {
        let now = DeskSite.start.adding(seconds: 100)
        try await site.store.decide(.act("pass", input: [:]), on: id, by: officerID, at: now)
        let pairs = asked.map { AssignmentPair(submission: id, judge: judges[$0].id) }
        _ = try await site.store.assign(pairs, in: DeskSite.handle, round: "first", by: officerID, at: now)
    }

    func score(_ id: SubmissionID, _ impact: Int, _ reach: Int, by judge: Int = 0) async throws {
        let scoring = Scoring(
            scores: ["impact": impact, "reach": reach], commentToCommittee: "", commentToFiler: "ดี",
            isFinal: true)
        try await site.store.decide(
            .review(round: "first", scoring), on: id, by: judges[judge].id,
            at: DeskSite.start.adding(seconds: 200))
    }

    func filer(of id: SubmissionID) async throws -> PersonID? {
        try await site.store.database.read { connection in
            try site.store.anyDossier(id, for: nil, in: connection)?.submission.applicant
        }
    }

    func submission(_ id: SubmissionID) async throws -> Submission {
        try await site.store.dossier(id, for: officerID).submission
    }
}
