import Foundation
import SalaDatabase
import Testing

@Suite("SQL binds what is interpolated")
struct SQLTests {
    @Test(
        "a value with quotes and semicolons arrives as itself and harms nothing",
        arguments: [
            "'; drop table thing; --", "\" or 1=1 --", "a'b''c", "?", "\\'", "$1 :name @x", "",
        ])
    func injection(name: String) async throws {
        try await TemporaryDatabase.withThings { database in
            try await database.add(name)
            let found = try await database.read { connection in
                try connection.rows("select name from thing where name = \(name)")
                    .map { try $0.get("name") as String }
            }
            #expect(found == [name])
            #expect(try await database.names() == [name])
        }
    }

    @Test("a literal in an interpolation is a bound text too")
    func literalIsBound() async throws {
        let database = try Database(url: "sqlite::memory:")
        let text: String = try await database.read { try $0.row("select \("1 + 1") as x")!.get("x") }
        #expect(text == "1 + 1")
    }

    @Test("parts are composed in order with their values")
    func composition() async throws {
        let database = try Database(url: "sqlite::memory:")
        let conditions: [SQL] = ["n > \(1)", "n < \(4)", "n <> \(3)"]
        let all: SQL = "select n from (select 1 as n union select 2 union select 3 union select 4)"
        let sql = all + " where \(conditions.joined(separator: " and ")) order by n \(raw: "desc")"
        let numbers = try await database.read { try $0.rows(sql).map { try $0.get("n") as Int } }
        #expect(numbers == [2])
        let none: [SQL] = []
        let seven = try await database.read { try $0.row("select 7 as n\(none.joined(separator: ", "))") }
        #expect(try seven?["n"] == 7)
    }

    @Test("a list holds one, several or no values")
    func lists() async throws {
        let database = try Database(url: "sqlite::memory:")
        func count(_ condition: SQL) async throws -> Int {
            let sql: SQL = """
                select count(*) as n from (select 'ก' as v union select 'ข' union select 'ค')
                where v \(condition)
                """
            return try await database.read { try $0.row(sql)!.get("n") }
        }
        #expect(try await count("in \(list: ["ก", "ค", "ง"])") == 2)
        #expect(try await count("in \(list: ["ข"])") == 1)
        #expect(try await count("in \(list: [String]())") == 0)
        #expect(try await count("not in \(list: [String]())") == 3)
        #expect(try await count("in \(list: [SQLValue.text("ก"), .integer(3)])") == 1)
    }

    @Test(
        "a closure cannot begin, commit or undo a transaction by itself",
        arguments: [
            "commit", " ROLLBACK", "\n\tbegin immediate", "savepoint member", "Release member",
            "end transaction",
        ] as [SQL])
    func transactionWords(sql: SQL) async throws {
        try await TemporaryDatabase.withThings { database in
            await #expect(throws: DatabaseFault.self) {
                try await database.write { connection in
                    try connection.execute("insert into thing (name) values ('x')")
                    try connection.execute(sql)
                }
            }
            let names = try await database.names()
            #expect(names == [])
        }
    }
}
