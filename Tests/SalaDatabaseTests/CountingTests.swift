import SalaDatabase
import Testing

@Suite("Statements can be counted")
struct CountingTests {
    @Test("a connection counts the statements of its closure")
    func queryCount() async throws {
        let database = try Database(url: "sqlite::memory:")
        let counts = try await database.write { connection in
            var counts = [connection.queryCount]
            try connection.script("create table thing (name text); create index i on thing (name);")
            counts.append(connection.queryCount)
            try connection.execute("insert into thing (name) values ('a')")
            _ = try connection.rows("select 1 as x")
            _ = try connection.row("select 1 as x")
            try connection.each("select 1 as x") { _ in }
            return counts + [connection.queryCount]
        }
        #expect(counts == [0, 2, 6])
    }

    @Test("counting adds up the closures of a task and of the tasks it starts, and of nobody else")
    func counting() async throws {
        try await TemporaryDatabase.withThings { database in
            let other = try Database(url: "sqlite::memory:")
            let stranger = Task {
                for _ in 0..<50 { _ = try await database.names() }
            }
            let total = try await database.counting {
                try await database.add("a")
                _ = try await other.read { try $0.row("select 1 as x") }
                let inner = try await database.counting { _ = try await database.names() }
                #expect(inner == 1)
                async let one = database.names()
                async let two = database.names()
                _ = try await (one, two)
                try? await database.write { connection in
                    try connection.execute("insert into thing (name) values ('b')")
                    throw Mishap()
                }
            }
            #expect(total == 5)
            try await stranger.value
            #expect(await database.counting {} == 0)
        }
    }
}
