import ArgumentParser
import Foundation
import Logging
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai
import SalaWeb

/// Where Sala's parts lie, and the store built of them.
struct Installation {
    /// The folder with `Programmes`, `Templates`, `Public` and `Data`.
    let home: URL
    /// The address people reach the site under, without a slash at the end.
    let address: String
    let logger: Logger

    init(home: String?, address: String) throws {
        let folder = home ?? ProcessInfo.processInfo.environment["SALA_HOME"] ?? "."
        self.home = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        guard FileManager.default.fileExists(atPath: self.home.appending(path: "Programmes").path) else {
            throw ValidationError(
                saying: "there is no folder Programmes in \(self.home.path): start sala there, or name it "
                    + "with --home")
        }
        self.address = address
        logger = Logger(label: "sala")
    }

    /// The days on which offices rest. Deadlines in working days would be wrong without them.
    private func holidays() throws -> Set<LocalDate> {
        do {
            return Set(try Holiday.read(folder: home.appending(path: "Data/fetched")).map(\.date))
        } catch {
            throw InstallationFault("Data/fetched/holidays.json is missing or broken: run Scripts/setup")
        }
    }

    /// The districts by which organisations of one name are told apart.
    private func districts() throws -> [District] {
        do {
            return try Places.districts(home.appending(path: "Data/fetched"))
        } catch {
            throw InstallationFault("Data/fetched/districts.json is missing or broken: run Scripts/setup")
        }
    }

    /// The store over the database, made where there is none, migrated and ready.
    ///
    /// - Parameter files: the folder for uploaded files.
    func store(database url: String, files: URL) async throws -> Store {
        let store = try makeStore(Database(url: url), files: files)
        try await store.migrate()
        try await store.readVersionsInUse()
        try await store.refreshSearch()
        return store
    }

    /// The store over a database that a server of this version has made ready: one of another version may be
    /// serving an older or a newer Sala at this moment, and is refused.
    func standingStore(database url: String, files: URL) async throws -> Store {
        let store = try makeStore(Database(url: url, isNew: false), files: files)
        try await store.demandMigrated()
        return store
    }

    /// The store over a new database, or one of this version: a rehearsal changes no other.
    func rehearsalStore(database url: String, files: URL) async throws -> Store {
        let store = try makeStore(Database(url: url), files: files)
        do {
            try await store.demandMigrated()
        } catch DatabaseFault.older(found: 0, known: _) {
            try await store.migrate()
        }
        try await store.refreshSearch()
        return store
    }

    private func makeStore(_ database: Database, files: URL) throws -> Store {
        let spelling = try Spelling(folder: home.appending(path: "Data"))
        guard let words = WordBreaker(spelling: spelling) else {
            throw InstallationFault("libthai's dictionary is missing: run Scripts/setup")
        }
        let accountLetters = try AccountLetterTemplates(folder: home.appending(path: "Templates/letters"))
        return Store(
            database: database, programmes: ProgrammeLibrary(read: Installation.read),
            files: try FileStore(folder: files), words: words,
            calendar: WorkingCalendar(holidays: try holidays()), districts: try districts(),
            links: Links(address: address),
            writeLetter: LetterTemplates().write, accountLetters: accountLetters.letters(address: address)
        )
    }

    /// Reads every programme of the folder and publishes those that changed. A faulty folder stops the start,
    /// and nothing is published then.
    func publishProgrammes(to store: Store, at now: Instant) async throws {
        let programmes = try programmeFolders().map { folder in
            let files = try ProgrammeFiles(folder: folder)
            let (programme, faults) = ProgrammeReader.read(files)
            guard programme != nil, faults.isEmpty else {
                throw FaultyProgramme(name: files.name, faults: faults)
            }
            return files
        }
        for files in programmes {
            try await store.publish(programme: files.name, files: try files.encoded(), at: now)
        }
    }

    /// The folders under `Programmes`, by name.
    func programmeFolders() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: home.appending(path: "Programmes"), includingPropertiesForKeys: [.isDirectoryKey]
        ).filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    @Sendable private static func read(_ name: String, _ files: String) throws -> Programme {
        let files = try JSONDecoder().decode(ProgrammeFiles.self, from: Data(files.utf8))
        let (programme, faults) = ProgrammeReader.readPublished(files)
        guard let programme, faults.isEmpty else { throw FaultyProgramme(name: name, faults: faults) }
        return programme
    }
}

extension ProgrammeFiles {
    /// The text that a version is stored as.
    func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

/// A programme that cannot be published, with everything that is wrong in its folder.
struct FaultyProgramme: SayingError {
    let name: String
    let faults: [DefinitionFault]

    var sentence: Sentence {
        .lines(["\(name) has faults:"] + faults.map { "  \($0.sentence)" })
    }
}
