import Foundation
import Logging
import SalaDatabase
import SalaEngine
import SalaLetters
import SalaThai
import Synchronization
import TestingMail

@testable import SalaStore
@testable import sala

/// An installation with nobody in it, whose clock a test moves, and whose letters go to a mail server that
/// comes and goes.
struct LetterHome: Sendable {
    /// A clock that stands still until it is moved.
    final class Clock: Sendable {
        private let time = Mutex(Instant(seconds: 1_700_000_000))

        var now: Instant { time.withLock { $0 } }

        func move(to later: Instant) { time.withLock { $0 = later } }

        func pass(_ seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
    }

    let store: Store
    let clock = Clock()

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Everything is taken away after the body.
    static func with(_ body: (LetterHome) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let installation = try Installation(home: root.path, address: "https://sala.example")
        let store = try await installation.store(
            database: "sqlite://\(folder.path)/sala.sqlite", files: folder.appending(path: "files"))
        try await body(LetterHome(store: store))
        try store.close()
    }

    /// Letters to those readers, from people who ask for a new password.
    func write(to readers: [String]) async throws {
        for reader in readers {
            let address = "\(reader)@people.example"
            _ = try await store.enrol(email: address, name: reader, language: .thai, at: clock.now)
            _ = try await store.askReset(email: address, client: reader, at: clock.now)
            clock.pass(1)
        }
    }

    func mailing(port: Int, sender: String = "sala@sala.example") throws -> Mailing {
        guard
            let server = MailServer(
                url: "smtp://127.0.0.1:\(port)", encryption: .opportunistic, messageTimeout: .seconds(10))
        else { preconditionFailure("the address of the mail server reads") }
        return try Mailing(
            store: store, mail: server, sender: sender, clock: { [clock] in clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Sends the letter as a server would, under the same Message-ID; says whether it was taken.
    static func isTaken(_ letter: OutgoingLetter, port: Int) async throws -> Bool {
        guard let server = MailServer(url: "smtp://127.0.0.1:\(port)", encryption: .opportunistic),
            let from = MailAddress("sala@sala.example"), let to = MailAddress(letter.address)
        else { preconditionFailure("the addresses read") }
        let message = try MailMessage(
            from: Mailbox(name: "ศาลา", address: from), to: Mailbox(address: to),
            letter: Letter(language: letter.language, subject: letter.subject, body: letter.body),
            id: "\(letter.id.uuidString.lowercased())@sala.example", date: letter.writtenAt)
        guard case .accepted = await MailSender(server).send(message) else { return false }
        return true
    }

    /// Takes steps until that many seconds have passed on the clock, and none while no letter is due: there
    /// the clock leaps.
    func run(_ mailing: inout Mailing, for seconds: Int64) async throws {
        let end = clock.now.adding(seconds: seconds)
        while clock.now < end {
            clock.pass(max(1, await mailing.step()))
            let due = try await nextDue() ?? end
            if due > clock.now { clock.move(to: min(due, end)) }
        }
    }

    /// When a server may take the next letter; nil when none is left.
    private func nextDue() async throws -> Instant? {
        try await store.database.read { connection in
            let row = try connection.row(
                "select min(next_at) as due from letter where state in ('waiting', 'sending')")
            return try row?.optionalInstant("due")
        }
    }

    func states() async throws -> [LetterState: Int] {
        try await store.outbox(OutboxFilter(), limit: 1).counts
    }
}
