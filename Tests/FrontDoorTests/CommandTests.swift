import ArgumentParser
import Foundation
import SalaDatabase
import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import sala

@Suite("Commands")
struct CommandTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A folder that is taken away after the body.
    private func with(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private func options(_ folder: URL) -> [String] {
        [
            "--home", Self.home.path, "--database", "sqlite://\(folder.path)/sala.sqlite",
            "--files", folder.appending(path: "files").path,
        ]
    }

    /// Everything that touches an installation besides serving it.
    private func commands(_ folder: URL) throws -> [any AsyncParsableCommand] {
        let sheet = folder.appending(path: "organisations.csv")
        try Data("code".utf8).write(to: sheet)
        let options = options(folder)
        return [
            try Import.Organisations.parse([sheet.path] + options),
            try Grant.parse(["a@example.go.th", "A", "officer"] + options),
            try Revoke.parse(["a@example.go.th", "A", "--reason", "left"] + options),
            try Letters.List.parse(options), try Letters.Retry.parse(options),
        ]
    }

    private func run(_ command: any AsyncParsableCommand) async throws {
        var command = command
        try await command.run()
    }

    @Test("make no database where there is none")
    func missing() async throws {
        try await with { folder in
            for command in try commands(folder) {
                await #expect(throws: DatabaseFault.self) { try await run(command) }
            }
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "sala.sqlite").path))
        }
    }

    @Test("leave a database of an older version as it is, and say what to do")
    func older() async throws {
        try await with { folder in
            let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
            _ = try await database.migrate(Migrations.all.dropLast())
            let known = try #require(Migrations.all.last).number
            let older = try #require(Migrations.all.dropLast().last).number
            for command in try commands(folder) {
                let fault = await #expect(throws: DatabaseFault.self) { try await run(command) }
                #expect(fault == .older(found: older, known: known))
                #expect(fault?.description.contains("`sala serve`") == true)
            }
            let rehearsal = try Simulate.parse([
                "digital-local-contest", "--home", Self.home.path, "--database",
                "sqlite://\(folder.path)/sala.sqlite",
            ])
            await #expect(throws: DatabaseFault.older(found: older, known: known)) {
                try await run(rehearsal)
            }
            let found = try await database.read { connection in
                try connection.row("select max(number) as number from schema_migration")?.get("number")
                    as Int?
            }
            #expect(found == older)
            try database.close()
        }
    }

    @Test("touch no database of a newer version, serving neither, and say what to do")
    func newer() async throws {
        try await with { folder in
            let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
            _ = try await database.migrate(Migrations.all)
            try await database.write { connection in
                try connection.execute(
                    "insert into schema_migration (number, name, applied_at) values (9999, 'later', 0)")
            }
            func rows() async throws -> Int? {
                try await database.read { connection in
                    try connection.row(
                        """
                        select (select count(*) from schema_migration)
                            + (select count(*) from programme_version) as count
                        """)?.get("count")
                }
            }
            let (known, before) = (try #require(Migrations.all.last).number, try await rows())
            let serving: any AsyncParsableCommand = try Serve.parse(options(folder) + ["--port", "0"])
            for command in try commands(folder) + [serving] {
                let fault = await #expect(throws: DatabaseFault.self) { try await run(command) }
                #expect(fault == .newer(found: 9999, known: known))
                #expect(fault?.description.contains("start that version") == true)
            }
            #expect(try await rows() == before)
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "files/form.key").path))
            try database.close()
        }
    }

    @Test("copy an installation that serves, its key among it, for nobody else's eyes")
    func backup() async throws {
        try await with { folder in
            let installation = try Installation(home: Self.home.path, address: "http://127.0.0.1:8080")
            let files = folder.appending(path: "files")
            let store = try await installation.store(
                database: "sqlite://\(folder.path)/sala.sqlite", files: files)
            let key = try InstallationKey.read(from: files.appending(path: "form.key"))
            let copy = folder.appending(path: "copy")
            try await run(Backup.parse([copy.path] + options(folder)))
            let kept = try Data(contentsOf: copy.appending(path: "files/form.key"))
            #expect(Array(kept) == key)
            let mode = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            let restored = try await installation.standingStore(
                database: "sqlite://\(copy.path)/sala.sqlite", files: copy.appending(path: "files"))
            try restored.close()
            try store.close()
        }
    }

    @Test("copy a database of another version as it is, and nothing where there is nothing")
    func backupOfAnother() async throws {
        try await with { folder in
            let copy = folder.appending(path: "copy")
            let backup = try Backup.parse([copy.path] + options(folder))
            await #expect(throws: ExitCode(66)) { try await run(backup) }
            let files = folder.appending(path: "files")
            try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
            await #expect(throws: DatabaseFault.self) { try await run(backup) }
            let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
            _ = try await database.migrate(Migrations.all.dropLast())
            try await run(backup)
            let restored = try Database(url: "sqlite://\(copy.path)/sala.sqlite", isNew: false)
            #expect(try await restored.migrate(Migrations.all) == 1)
            try restored.close()
            try database.close()
        }
    }

    @Test(
        "import nothing from a file in Windows-874, without a column or with a code twice",
        arguments: ["windows-874", "column", "twice"])
    func faultyImport(kind: String) async throws {
        try await with { folder in
            let options = options(folder)
            let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
            _ = try await database.migrate(Migrations.all)
            let head = LocalGovernment.columns.joined(separator: ",")
            let row = "PAO-11,PAO,องค์การ X,X Organization,11,สมุทรปราการ,Samut Prakan,13.5991,100.5966,"
            let bytes: [UInt8] =
                switch kind {
                case "windows-874":
                    Array("\(head)\n".utf8) + Array(row.utf8).map { $0 == 0x58 ? 0xA1 : $0 }
                case "column": Array("\(head.replacing("kind,", with: ""))\n\(row)\n".utf8)
                default: Array("\(head)\n\(row)\n\(row)\n".utf8)
                }
            let sheet = folder.appending(path: "organisations.csv")
            func imported() async throws -> Int? {
                try Data(bytes).write(to: sheet)
                await #expect(throws: ExitCode(65)) {
                    try await run(Import.Organisations.parse([sheet.path] + options))
                }
                return try await database.read { connection in
                    try connection.row("select count(*) as count from organisation")?.get("count")
                }
            }
            #expect(try await imported() == 0)
            try Data("\(head)\n\(row)\n".utf8).write(to: sheet)
            try await run(Import.Organisations.parse([sheet.path] + options))
            try database.close()
        }
    }

    @Test("publish no programme when one of them is faulty")
    func faultyProgramme() async throws {
        try await with { folder in
            let home = folder.appending(path: "home")
            let programmes = home.appending(path: "Programmes")
            try FileManager.default.createDirectory(at: programmes, withIntermediateDirectories: true)
            for name in ["Data", "Public", "Templates", "Programmes/digital-local-contest"] {
                try FileManager.default.createSymbolicLink(
                    at: home.appending(path: name), withDestinationURL: Self.home.appending(path: name))
            }
            // It comes after the other by its name.
            let broken = programmes.appending(path: "unfinished")
            try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
            let installation = try Installation(home: home.path, address: "http://127.0.0.1:8080")
            let store = try await installation.store(
                database: "sqlite://\(folder.path)/sala.sqlite", files: folder.appending(path: "files"))
            let fault = await #expect(throws: FaultyProgramme.self) {
                try await installation.publishProgrammes(to: store, at: .now())
            }
            #expect(fault?.name == "unfinished")
            let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
            let published = try await database.read { connection in
                try connection.row("select count(*) as count from programme_version")?.get("count") as Int?
            }
            #expect(published == 0)
            try database.close()
            try store.close()
        }
    }

    @Test("check every programme, though one of them is no text")
    func checks() async throws {
        try await with { folder in
            let (broken, empty) = (folder.appending(path: "broken"), folder.appending(path: "empty"))
            for made in [broken, empty] {
                try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
            }
            try Data([0xFF, 0xFE]).write(to: broken.appending(path: "form.yaml"))
            await #expect(throws: ExitCode(65)) {
                try await run(Check.parse([broken.path, empty.path]))
            }
            await #expect(throws: ExitCode(66)) {
                try await run(Check.parse([folder.appending(path: "nowhere").path]))
            }
        }
    }

    @Test("draw in a language that there is")
    func languages() async throws {
        let graph = ["digital-local-contest", "--home", Self.home.path, "--language", "xx"]
        await #expect(throws: ValidationError.self) { try await run(Graph.parse(graph)) }
    }

    @Test("a rehearsal in a database that holds one says so, and leaves it as it is")
    func rehearsedBefore() async throws {
        try await with { folder in
            let address = "sqlite://\(folder.path)/rehearsal.sqlite"
            let rehearsal = try Simulate.parse([
                "digital-local-contest", "--home", Self.home.path, "--entrants", "3", "--judges", "3",
                "--database", address,
            ])
            try await run(rehearsal)
            let fault = await #expect(throws: ValidationError.self) { try await run(rehearsal) }
            #expect(fault?.message.contains("holds this call already") == true)
        }
    }
}
