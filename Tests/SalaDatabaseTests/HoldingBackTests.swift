import SalaDatabase
import Testing

@Suite("Statements that are held back")
struct HoldingBackTests {
    @Test("change nothing where they are reckoned, and everything where they are run, in their order")
    func later() async throws {
        try await TemporaryDatabase.withThings { database in
            let (seen, held) = try await database.read { connection in
                try connection.holdingBack { connection in
                    let changed = try connection.execute("insert into thing (name) values (\("ก"))")
                    try connection.execute("update thing set name = name || \("ข")")
                    #expect(changed == 0)
                    return try connection.rows("select name from thing").count
                }
            }
            #expect(seen == 0 && held.count == 2)
            #expect(try await database.names() == [])
            try await database.write { try $0.execute(held) }
            #expect(try await database.names() == ["กข"])
        }
    }

    @Test("fail as a whole with the transaction that runs them")
    func together() async throws {
        try await TemporaryDatabase.withThings { database in
            let held = try await database.read { connection in
                try connection.holdingBack { connection in
                    for name in ["ก", "ข", "ก"] {
                        try connection.execute("insert into thing (name) values (\(name))")
                    }
                }.statements
            }
            await #expect(throws: DatabaseFault.self) { try await database.write { try $0.execute(held) } }
            #expect(try await database.names() == [])
        }
    }
}
