import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import SalaDatabase
import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

/// A site over a database of its own, whose letters are their link and nothing else.
struct AccountSite {
    static let address = "https://sala.example"
    static let start = Instant(seconds: 1_700_000_000)

    let site: Site
    let client: any TestClientProtocol

    /// Everything is taken away after the body.
    ///
    /// - Parameter isDemo: whether there is somebody to become, under the key `citizen`.
    static func with(
        isDemo: Bool = false, _ body: @escaping @Sendable (AccountSite) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let store = try await store(in: folder)
        var settings = SiteSettings(
            address: address, publicFolder: root.appending(path: "Public"), assetVersion: "1")
        if isDemo {
            let person = try await store.enrol(
                email: "citizen@sala.example", name: "ประชาชน (ตัวอย่าง)", language: .thai, at: start)
            settings.personas = [Persona(person: person, key: "citizen", name: "ประชาชน (ตัวอย่าง)")]
        }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let site = Site(
            store: store, templates: try ShippedTemplates.library(),
            settings: settings, mediaTypes: try #require(MediaTypeDetector()),
            key: Array(repeating: 7, count: 32), logger: logger, clock: { start })
        try await Application(router: SalaApplication.router(site), logger: logger).test(.router) { client in
            try await body(AccountSite(site: site, client: client))
        }
        try store.close()
    }

    private static func store(in folder: URL) async throws -> Store {
        let letters = AccountLetters(
            link: { name, secret in
                let noun = name == .resetPassword ? "password-resets" : "verifications"
                return secret.map { "\(address)/\(noun)/\($0)" } ?? address
            },
            write: { name, _, fields in WrittenLetter(subject: name.rawValue, body: fields["link"] ?? "") })
        let store = Store(
            database: try Database(url: "sqlite://\(folder.path)/sala.sqlite"),
            programmes: ProgrammeLibrary { name, _ in throw Fault.missing(name) },
            files: try FileStore(folder: folder.appending(path: "files")),
            words: try #require(WordBreaker()), calendar: WorkingCalendar(holidays: []), districts: [],
            links: Links(address: address),
            writeLetter: { _, _, _ in throw Fault.missing("letter") }, accountLetters: letters,
            passwords: PasswordHasher(cost: .init(passes: 1, memoryBytes: 8192)))
        try await store.migrate()
        return store
    }

    /// The path that a letter of that name leads to.
    func link(in name: String) async throws -> String {
        let letters = try await site.store.outbox(limit: 10).letters
        let letter = try #require(letters.first { $0.summary.name == name })
        return String(letter.body.dropFirst(AccountSite.address.count))
    }

    /// A browser of somebody who has an account and has signed in.
    func signedIn(_ email: String, name: String = "สมชาย (ตัวอย่าง)") async throws -> (Browser, PersonID) {
        let browser = Browser(client: client)
        let person = try await site.store.enrol(
            email: email, name: name, language: .thai, at: AccountSite.start)
        let session = try await site.store.signInDemo(person, agent: "Firefox/1 Linux", at: AccountSite.start)
        await browser.keep("__Host-sala-session", session.token)
        return (browser, person)
    }
}
