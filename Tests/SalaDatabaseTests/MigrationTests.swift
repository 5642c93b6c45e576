import Foundation
import SalaDatabase
import Testing

@Suite("Migrations bring a database to the shape that is known here")
struct MigrationTests {
    private let first = Migration(
        1, "things",
        """
        create table thing (name text not null);
        insert into thing (name) values ('มาก่อน;');
        """)
    private let second = Migration(
        2, "colours",
        """
        alter table thing add column colour text not null default 'ขาว'
        """)

    @Test("each runs once, in the order of the numbers")
    func idempotent() async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let database = try file.open()
        #expect(try await database.migrate([first]) == 1)
        let all: SQL = "select * from thing"
        #expect(try await database.read { try $0.row(all)?.columns } == ["name"])
        #expect(try await database.migrate([second, first]) == 1)
        #expect(try await database.migrate([second, first]) == 0)
        let row = try #require(try await database.read { try $0.row(all) })
        #expect(try row["name"] == "มาก่อน;")
        #expect(try row["colour"] == "ขาว")
        let applied = try await database.read { connection in
            try connection.rows("select number, name from schema_migration order by number").map { row in
                "\(try row.get("number") as Int) \(try row.get("name") as String)"
            }
        }
        #expect(applied == ["1 things", "2 colours"])
    }

    @Test("a database that a later version has migrated is refused and left alone")
    func newer() async throws {
        let database = try Database(url: "sqlite::memory:")
        _ = try await database.migrate([first, Migration(7, "later", "create table later (x integer)")])
        await #expect(throws: DatabaseFault.newer(found: 7, known: 2)) {
            try await database.migrate([first, second])
        }
        let columns = try await database.read { try $0.row("select * from thing")?.columns }
        #expect(columns == ["name"])
    }

    @Test("a migration that fails leaves nothing of itself, is named, and can be tried again")
    func failing() async throws {
        let database = try Database(url: "sqlite::memory:")
        let broken = Migration(2, "broken", "create table half (x integer); create tabel other (y integer);")
        do {
            _ = try await database.migrate([first, broken])
            Issue.record("the mistake went unseen")
        } catch DatabaseFault.other(_, let message) {
            #expect(message.hasPrefix("migration 2 (broken): "))
        }
        let tables = try await database.read { connection in
            try connection.rows("select name from sqlite_master where name = 'half'").count
        }
        #expect(tables == 0)
        #expect(try await database.migrate([first, second]) == 1)
    }

    @Test("a database of another version is told from one of this version, and stays as it is")
    func demanded() async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let database = try file.open()
        await #expect(throws: DatabaseFault.older(found: 0, known: 2)) {
            try await database.demandMigrated([first, second])
        }
        _ = try await database.migrate([first])
        await #expect(throws: DatabaseFault.older(found: 1, known: 2)) {
            try await database.demandMigrated([first, second])
        }
        let seen = try await database.read { connection in
            try connection.rows("select number from schema_migration").count
        }
        #expect(seen == 1)
        _ = try await database.migrate([first, second])
        try await database.demandMigrated([first, second])
        await #expect(throws: DatabaseFault.newer(found: 2, known: 1)) {
            try await database.demandMigrated([first])
        }
    }

    @Test("a file that is to be there already is not made")
    func standing() throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        #expect(throws: DatabaseFault.self) { try Database(url: "sqlite://\(file.path)", isNew: false) }
        #expect(!FileManager.default.fileExists(atPath: file.path))
        try file.open().close()
        try Database(url: "sqlite://\(file.path)", isNew: false).close()
    }

    @Test("two processes that start together run each migration once", arguments: 0..<5)
    func together(round: Int) async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let migrations =
            [first, second]
            + (3..<9).map { number in
                Migration(
                    number, "more",
                    """
                    create table more_\(number) (x integer);
                    insert into thing values ('m', 'c');
                    """)
            }
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    let database = try file.open()
                    return try await database.migrate(migrations)
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(counts.reduce(0, +) == 8)
        #expect(try await file.open().names().count == 7)
    }
}
