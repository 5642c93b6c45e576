import Foundation
import SalaDatabase
import Testing

@Suite("Faults of the engine have one meaning each")
struct DatabaseFaultTests {
    @Test("busy: another process holds the right to write, and afterwards it works")
    func busy() async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let (one, other) = (try file.open(), try file.open())
        try await one.write { try $0.execute("create table thing (name text)") }
        try await other.write { _ = try $0.row("pragma busy_timeout = 20") }
        let gate = Gate()
        async let held: Void = one.write { _ in gate.pass() }
        try await gate.untilReached()
        await #expect(throws: DatabaseFault.busy) { try await other.add("early") }
        gate.open()
        try await held
        try await other.add("late")
        #expect(try await one.names() == ["late"])
    }

    @Test("full: there is no page left")
    func full() async throws {
        try await TemporaryDatabase.withThings { database in
            try await database.write { _ = try $0.row("pragma max_page_count = 20") }
            await #expect(throws: DatabaseFault.full) {
                try await database.write { connection in
                    try connection.execute("create table stuff (bytes blob)")
                    try connection.execute("insert into stuff (bytes) values (zeroblob(1000000))")
                }
            }
            try await database.add("small")
            #expect(try await database.names() == ["small"])
        }
    }

    @Test("unreadable: a file of another kind; without a folder: a file in one that is not there")
    func unreadable() async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: file.path))
        func isUnreadable(_ url: String) -> Bool {
            do {
                _ = try Database(url: url)
                return false
            } catch DatabaseFault.unreadable {
                return true
            } catch {
                return false
            }
        }
        #expect(isUnreadable("sqlite://\(file.path)"))
        #expect(throws: DatabaseFault.noFolder("\(file.path)/nowhere")) {
            try Database(url: "sqlite://\(file.path)/nowhere/sala.sqlite")
        }
        #expect(throws: DatabaseFault.noFile("\(file.path)-none")) {
            try Database(url: "sqlite://\(file.path)-none", isNew: false)
        }
    }

    @Test("a page that was overwritten is unreadable")
    func damaged() async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let whole = try file.open()
        try await whole.write { connection in
            try connection.execute("create table thing (name text)")
            for _ in 0..<200 {
                try connection.execute("insert into thing (name) values (hex(zeroblob(100)))")
            }
        }
        try whole.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
        bytes.replaceSubrange(4096..<8192, with: Data(repeating: 0xFF, count: 4096))
        try bytes.write(to: URL(fileURLWithPath: file.path))
        do {
            _ = try await file.open().names()
            Issue.record("the damage went unseen")
        } catch DatabaseFault.unreadable(let message) {
            #expect(!message.isEmpty)
        }
    }

    @Test("a mistake in a statement names the statement and never a bound value")
    func mistakes() async throws {
        let database = try Database(url: "sqlite::memory:")
        do {
            _ = try await database.read { try $0.row("select \("secret") frm nowhere") }
            Issue.record("the mistake went unseen")
        } catch DatabaseFault.other(let code, let message) {
            #expect(code == "1")
            #expect(message.contains("select ? frm nowhere"))
            #expect(!message.contains("secret"))
        }
        await #expect(throws: DatabaseFault.self) {
            try await database.read { try $0.execute("select 1; select 2") }
        }
    }

    @Test(
        "an address that is none of ours is refused without repeating it",
        arguments: [
            "postgres://sala:secret@localhost/sala", "sqlite://relative.sqlite", "sqlite:///", "/x.sqlite",
            "",
        ])
    func addresses(url: String) {
        #expect(throws: DatabaseFault.address) { try Database(url: url) }
    }

    @Test("a percent-encoded path is decoded")
    func encodedPath() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/sala \(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = try Database(url: "sqlite://\(folder.replacing(" ", with: "%20"))/s.sqlite")
        try await database.write { try $0.execute("create table thing (name text)") }
        try database.close()
        #expect(FileManager.default.fileExists(atPath: folder + "/s.sqlite"))
    }
}
