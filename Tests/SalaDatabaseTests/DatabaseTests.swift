import Foundation
import SalaDatabase
import Testing

@Suite("A database keeps its transactions apart")
struct DatabaseTests {
    @Test("a write that throws leaves nothing and passes its error on")
    func rollback() async throws {
        try await TemporaryDatabase.withThings { database in
            await #expect(throws: Mishap()) {
                try await database.write { connection in
                    try connection.execute("insert into thing (name) values ('lost')")
                    throw Mishap()
                }
            }
            #expect(try await database.names() == [])
            try await database.add("kept")
            #expect(try await database.names() == ["kept"])
        }
    }

    @Test("a read sees one moment, while a write goes on and commits")
    func snapshot() async throws {
        try await TemporaryDatabase.withThings { database in
            try await database.add("first")
            let gate = Gate()
            async let counts = database.read { connection in
                let sql: SQL = "select count(*) as n from thing"
                let before: Int = try connection.row(sql)!.get("n")
                gate.pass()
                let after: Int = try connection.row(sql)!.get("n")
                return [before, after]
            }
            try await gate.untilReached()
            try await database.add("second")
            #expect(try await database.names() == ["first", "second"])
            gate.open()
            #expect(try await counts == [1, 1])
        }
    }

    @Test("reads go on while a write is open and see nothing of it")
    func readDuringWrite() async throws {
        try await TemporaryDatabase.withThings { database in
            let gate = Gate()
            async let written: Void = database.write { connection in
                try connection.execute("insert into thing (name) values ('open')")
                gate.pass()
            }
            try await gate.untilReached()
            for _ in 0..<8 {
                #expect(try await database.names() == [])
            }
            gate.open()
            try await written
            #expect(try await database.names() == ["open"])
        }
    }

    @Test("a glance sees what was committed before it, while reads and writes go on, and writes nothing")
    func glance() async throws {
        try await TemporaryDatabase.withThings { database in
            let gate = Gate()
            async let first = database.read { connection in
                gate.pass()
                return try connection.rows("select name from thing").count
            }
            try await gate.untilReached()
            try await database.add("seen")
            for name in ["seen", "seen too"] {
                let names = try database.glance("select name from thing order by name")
                    .map { try $0.get("name") as String }
                #expect(names.last == name)
                if name == "seen" { try await database.add("seen too") }
            }
            #expect(throws: DatabaseFault.self) {
                _ = try database.glance("insert into thing (name) values ('lost')")
            }
            gate.open()
            _ = try await first
            #expect(try await database.names() == ["seen", "seen too"])
        }
    }

    @Test("a read cannot write", arguments: [true, false])
    func readOnly(inMemory: Bool) async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let database = inMemory ? try Database(url: "sqlite::memory:") : try file.open()
        try await database.write { try $0.execute("create table thing (name text)") }
        await #expect(throws: DatabaseFault.self) {
            try await database.read { _ = try $0.execute("insert into thing (name) values ('x')") }
        }
        try await database.add("y")
        #expect(try await database.names() == ["y"])
    }

    @Test("a database in memory is one database for reads and writes, and another for another")
    func memory() async throws {
        let (first, second) = (try Database(url: "sqlite::memory:"), try Database(url: "sqlite::memory:"))
        for database in [first, second] {
            try await database.write { try $0.execute("create table thing (name text)") }
        }
        try await first.add("ศาลา")
        #expect(try await first.names() == ["ศาลา"])
        #expect(try await second.names() == [])
        try first.close()
        await #expect(throws: DatabaseFault.self) { try await first.names() }
        await #expect(throws: DatabaseFault.self) { try await first.add("late") }
    }

    @Test("what was written is there after closing and opening again; a closed database refuses")
    func reopening() async throws {
        let file = TemporaryDatabase()
        defer { file.remove() }
        let first = try file.open()
        try await first.write { try $0.execute("create table thing (name text)") }
        try await first.add("ตู้")
        try first.close()
        try first.close()
        await #expect(throws: DatabaseFault.other(code: "closed", message: "the database is closed")) {
            try await first.add("late")
        }
        await #expect(throws: DatabaseFault.self) { try await first.names() }
        #expect(try await file.open().names() == ["ตู้"])
    }

    @Test("execute says how many rows changed, row completes a change, each streams and may stop")
    func statements() async throws {
        try await TemporaryDatabase.withThings { database in
            let counts = try await database.write { connection in
                let inserted = try connection.execute("insert into thing (name) values ('a'), ('b'), ('c')")
                let updated = try connection.execute("update thing set name = name || 'x' where name < 'c'")
                let none = try connection.execute("update thing set name = 'z' where id = 99")
                let other = try connection.execute("create index by_name on thing (name)")
                return [inserted, updated, none, other]
            }
            #expect(counts == [3, 2, 0, 0])
            let first: Int? = try await database.write { connection in
                try connection.row("insert into thing (name) values ('d'), ('e') returning id")?.get("id")
            }
            #expect(first == 4)
            #expect(try await database.names() == ["ax", "bx", "c", "d", "e"])
            let pairs = try await database.read { connection in
                var pairs: [String] = []
                let sql: SQL = "select name from thing where name in ('c', 'd') order by name"
                try connection.each(sql) { outer in
                    try connection.each(sql) { pairs.append(try outer.get("name") + (try $0.get("name"))) }
                }
                return pairs
            }
            #expect(pairs == ["cc", "cd", "dc", "dd"])
            await #expect(throws: Mishap()) {
                try await database.read { try $0.each("select name from thing") { _ in throw Mishap() } }
            }
        }
    }

    @Test("a cancelled task does not write")
    func cancellation() async throws {
        try await TemporaryDatabase.withThings { database in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                try await database.add("x")
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let names = try await database.names()
            #expect(names == [])
        }
    }

    @Test("the writing connection has the settings that durability rests on")
    func settings() async throws {
        try await TemporaryDatabase.withThings { database in
            let settings: [SQL] = [
                "pragma journal_mode", "pragma synchronous", "pragma foreign_keys", "pragma busy_timeout",
            ]
            let values = try await database.write { connection in
                try settings.map { sql in
                    let row = try #require(try connection.row(sql))
                    return try row.get(row.columns[0]) as SQLValue
                }
            }
            #expect(values == [.text("wal"), .integer(2), .integer(1), .integer(5000)])
        }
    }
}
