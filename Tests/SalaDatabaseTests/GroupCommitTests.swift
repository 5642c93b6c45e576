import Foundation
import SalaDatabase
import Testing

@Suite("Writes that wait are committed together")
struct GroupCommitTests {
    /// Starts the writes while the writer is held, so that they wait together; gives each one's error or nil.
    private func together(
        _ database: Database, _ bodies: [@Sendable (Connection) throws -> Void]
    ) async throws -> [(any Error)?] {
        let gate = Gate()
        async let held: Void = database.write { _ in gate.pass() }
        try await gate.untilReached()
        let results = Task {
            await withTaskGroup(of: (Int, (any Error)?).self) { group in
                for (index, body) in bodies.enumerated() {
                    group.addTask {
                        do {
                            try await database.write(body)
                            return (index, nil)
                        } catch {
                            return (index, error)
                        }
                    }
                }
                var errors = [(any Error)?](repeating: nil, count: bodies.count)
                for await (index, error) in group { errors[index] = error }
                return errors
            }
        }
        try await Task.sleep(for: .milliseconds(150))
        gate.open()
        try await held
        return await results.value
    }

    private func adding(_ names: String...) -> @Sendable (Connection) throws -> Void {
        { connection in
            for name in names { try connection.execute("insert into thing (name) values (\(name))") }
        }
    }

    @Test("a member that throws, or that a constraint refuses, takes no other with it")
    func failingMember() async throws {
        try await TemporaryDatabase.withThings { database in
            try await database.add("taken")
            let errors = try await together(
                database,
                [
                    adding("a"),
                    { connection in
                        try connection.execute("insert into thing (name) values ('gone')")
                        throw Mishap()
                    },
                    adding("b"), adding("half", "taken"), adding("c"),
                ])
            #expect(errors[0] == nil && errors[2] == nil && errors[4] == nil)
            #expect(errors[1] as? Mishap == Mishap())
            #expect(errors[3] as? DatabaseFault == .constraint("UNIQUE constraint failed: thing.name"))
            #expect(try await database.names() == ["a", "b", "c", "taken"])
        }
    }

    @Test("a constraint that is checked at the commit fails its own member only")
    func deferredConstraint() async throws {
        try await TemporaryDatabase.withThings { database in
            try await database.write { connection in
                try connection.execute(
                    """
                    create table part (thing integer references thing (id) deferrable initially deferred)
                    """)
            }
            let errors = try await together(
                database,
                [
                    adding("a"), { _ = try $0.execute("insert into part (thing) values (999)") }, adding("b"),
                ])
            #expect(errors[0] == nil && errors[2] == nil)
            #expect(errors[1] as? DatabaseFault == .constraint("FOREIGN KEY constraint failed"))
            #expect(try await database.names() == ["a", "b"])
        }
    }

    @Test("a member that fills the database, which makes SQLite undo everything, takes no other with it")
    func fullMember() async throws {
        try await TemporaryDatabase.withThings { database in
            try await database.write { connection in
                try connection.execute("create table stuff (bytes blob)")
                _ = try connection.row("pragma max_page_count = 40")
            }
            let errors = try await together(
                database,
                [
                    adding("a"), adding("b"),
                    { connection in
                        // Even a body that shrugs off the fault must not write on outside its transaction.
                        do {
                            for _ in 0..<100 {
                                try connection.execute("insert into stuff (bytes) values (zeroblob(3000))")
                            }
                        } catch {}
                        try connection.execute("insert into thing (name) values ('stray')")
                    },
                    { _ = try $0.execute("insert into stuff (bytes) values (zeroblob(1000000))") },
                    adding("c"),
                ])
            #expect(errors[0] == nil && errors[1] == nil && errors[4] == nil)
            #expect(errors[2] is DatabaseFault)
            #expect(errors[3] as? DatabaseFault == .full)
            #expect(try await database.names() == ["a", "b", "c"])
        }
    }

    @Test("each of many writers finds its own row afterwards, whatever its neighbours did")
    func manyWriters() async throws {
        try await TemporaryDatabase.withThings { database in
            let acknowledged = try await withThrowingTaskGroup(of: Int?.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        let id: Int? = try? await database.write { connection in
                            let row = try connection.row(
                                "insert into thing (name) values (\("n\(number)")) returning id")
                            if number % 3 == 0 { throw Mishap() }
                            return try row?.get("id")
                        }
                        guard let id else { return nil }
                        let name: String? = try await database.read { connection in
                            try connection.row("select name from thing where id = \(id)")?.get("name")
                        }
                        #expect(name == "n\(number)")
                        return number
                    }
                }
                return try await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
            }
            #expect(acknowledged == Set((0..<300).filter { $0 % 3 != 0 }))
            #expect(try await database.names().count == 200)
        }
    }
}
