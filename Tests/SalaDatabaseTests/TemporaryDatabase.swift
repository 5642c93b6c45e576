import Foundation
import SalaDatabase

/// A file that a test may fill; `remove` takes it away with the files that SQLite puts beside it.
struct TemporaryDatabase {
    let path = FileManager.default.temporaryDirectory.path + "/sala-\(UUID().uuidString).sqlite"

    func open() throws -> Database {
        try Database(url: "sqlite://\(path)")
    }

    func remove() {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// Opens the file, makes the table `thing`, and removes everything after the body.
    static func withThings(_ body: (Database) async throws -> Void) async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let database = try file.open()
        try await database.write { connection in
            try connection.execute("create table thing (id integer primary key, name text not null unique)")
        }
        try await body(database)
        try database.close()
    }
}

extension Database {
    func names() async throws -> [String] {
        try await read { try $0.rows("select name from thing order by name").map { try $0.get("name") } }
    }

    func add(_ name: String) async throws {
        try await write { try $0.execute("insert into thing (name) values (\(name))") }
    }
}

struct Mishap: Error, Equatable {}
