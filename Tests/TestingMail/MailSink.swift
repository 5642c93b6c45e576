public import Foundation

/// A real mail server in a process of its own, which keeps what it is sent in a folder.
public final class MailSink: Sendable {
    /// What Python's mail reader makes of a message.
    public struct Received: Decodable {
        public let peer: Int
        public let isEncrypted: Bool
        public let isLoggedIn: Bool
        public let sender: String
        public let recipients: [String]
        public let headers: [String: String]
        public let headerCount: Int
        public let type: String
        public let types: [String]
        public let plain: String
        public let html: String
        public let defects: [String]
    }

    struct NotStarted: Error, CustomStringConvertible {
        let words: String
        var description: String { "the tests' mail server did not start, run Scripts/setup: \(words)" }
    }

    public let folder: URL
    private let process = Process()

    private init(_ options: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sala-sink-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sink.py").path
        let python = ProcessInfo.processInfo.environment["SALA_PYTHON"] ?? "python3"
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, script, folder.path] + options
        let words = folder.appending(path: "words")
        try Data().write(to: words)
        process.standardError = try FileHandle(forWritingTo: words)
    }

    /// Runs the body against a server, which is stopped and forgotten afterwards.
    public static func run<Result>(
        _ options: [String] = [], _ body: (MailSink) async throws -> Result
    ) async throws -> Result {
        let sink = try MailSink(options)
        let outcome: Swift.Result<Result, any Error>
        do {
            try await sink.start()
            outcome = .success(try await body(sink))
        } catch {
            outcome = .failure(error)
        }
        try await sink.stop()
        return try outcome.get()
    }

    private func start() async throws {
        do { try process.run() } catch { throw NotStarted(words: "\(error)") }
        try await wait("a port") { self.text("port") != nil }
    }

    /// A process that is started from a dispatch thread inherits its signal mask and hears no SIGTERM, and
    /// `waitUntilExit` would hold a thread of the pool.
    private func stop() async throws {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        try FileManager.default.removeItem(at: folder)
    }

    /// Waits until it holds, or throws with the server's own words.
    public func wait(_ what: String, until holds: () -> Bool) async throws {
        for _ in 0..<1500 {
            if holds() { return }
            guard process.isRunning else { throw NotStarted(words: text("words") ?? "") }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NotStarted(words: "waited in vain for \(what); \(text("words") ?? "")")
    }

    public var port: Int { text("port").flatMap { Int($0) } ?? 0 }

    public func text(_ name: String) -> String? {
        try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    public func path(_ name: String) -> String { folder.appending(path: name).path }

    public func create(_ name: String) throws {
        try Data().write(to: folder.appending(path: name))
    }

    /// The messages in the order in which they came.
    public func received() throws -> [Received] {
        var all: [Received] = []
        while let text = text("\(all.count + 1).json") {
            all.append(try JSONDecoder().decode(Received.self, from: Data(text.utf8)))
        }
        return all
    }
}
