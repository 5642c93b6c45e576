import Foundation
import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

/// A store on a database file of its own, whose letters say their fields and nothing else.
struct AccountHome {
    static let start = Instant(seconds: 1_700_000_000)

    let store: Store
    let folder: URL

    /// Everything is taken away after the body.
    static func with(_ body: (AccountHome) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
        let letters = AccountLetters(
            link: { name, secret in "https://sala.example/\(name.rawValue)/\(secret ?? "")" },
            write: { name, language, fields in
                WrittenLetter(
                    subject: "\(name.rawValue) \(language.rawValue)",
                    body: fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                        .joined(separator: "\n"))
            })
        let home = AccountHome(
            store: Store(
                database: database, programmes: ProgrammeLibrary { _, _ in throw Fault.missing("programme") },
                files: try FileStore(folder: folder.appending(path: "files")),
                words: try WordBreaker.shipped(), calendar: WorkingCalendar(holidays: []),
                districts: [
                    District(code: "5302", thaiName: "ตรอน", englishName: "Tron"),
                    District(code: "5304", thaiName: "น้ำปาด", englishName: "Nam Pat"),
                ],
                links: Links { page in "https://sala.example/\(page)" },
                writeLetter: { _, _, _ in throw Fault.missing("letter") },
                accountLetters: letters,
                passwords: PasswordHasher(cost: .init(passes: 1, memoryBytes: 8192))),
            folder: folder)
        try await home.store.migrate()
        try await body(home)
        try database.close()
    }

    /// Letters in the outbox to the address, the oldest first, as `name language: body`.
    func letters(to address: String) async throws -> [String] {
        try await store.database.read { connection in
            try connection.rows(
                """
                select subject, body from letter where address = \(address) and state = 'waiting'
                order by written_at, rowid
                """
            ).map { "\(try $0.get("subject") as String): \(try $0.get("body") as String)" }
        }
    }

    /// The secret in the link of the newest letter to the address.
    func newestSecret(to address: String) async throws -> String {
        let letter = try #require(try await letters(to: address).last)
        let link = try #require(letter.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("link=") })
        return String(try #require(link.split(separator: "/").last))
    }

    func register(
        _ email: String, password: String = "correct horse", name: String = "Somchai Demo",
        at now: Instant = start
    ) async throws -> RegistrationOutcome {
        try await store.register(
            email: email, name: name, password: password, language: .thai, client: "192.0.2.1", at: now)
    }

    /// A person with a confirmed address and that password.
    func person(_ email: String, password: String = "correct horse") async throws -> PersonID {
        _ = try await register(email, password: password)
        return try await store.verify(try await newestSecret(to: email), at: AccountHome.start)
    }

    func signIn(
        _ email: String, password: String = "correct horse", agent: String = "", replacing: String? = nil,
        at now: Instant = start
    ) async throws -> SignedIn {
        try await store.signIn(
            email: email, password: password, agent: agent, client: "192.0.2.1", replacing: replacing, at: now
        )
    }

    /// A signed-in visitor without the work of a password.
    func visitor(_ person: PersonID, at now: Instant = start) async throws -> Visitor {
        let session = try await store.signInDemo(person, agent: "", at: now)
        return try #require(try await store.visitor(session.token, at: now))
    }

    func enrol(_ email: String) async throws -> PersonID {
        try await store.enrol(email: email, name: "Demo \(email)", language: .english, at: AccountHome.start)
    }

    func count(_ sql: SQL) async throws -> Int {
        try await store.database.read { try #require(try $0.row(sql)).get("count") }
    }
}
