public import SalaDatabase
import SalaEngine
public import SalaThai

/// Sala's memory: what was filed, by whom, and what happened to it. Every read goes through what the person
/// may see, every write through the engine, in one transaction.
public struct Store: Sendable {
    let database: Database
    public let programmes: ProgrammeLibrary
    public let files: FileStore
    let namelessFiles: NamelessFiles
    let words: WordBreaker
    let calendar: WorkingCalendar
    /// By code.
    let districts: [String: District]
    let writeLetter: LetterWriter
    let links: Links
    let accountLetters: AccountLetters
    let passwords: PasswordHasher
    /// What rounds amount to, while nothing in them changes.
    let reckoned = ReckonedRounds()

    /// - Parameters:
    ///   - districts: what organisations of one name in one province are told apart by.
    ///   - writeLetter: writes the words of a letter from its template and fields.
    public init(
        database: Database, programmes: ProgrammeLibrary, files: FileStore, words: WordBreaker,
        calendar: WorkingCalendar, districts: [District], links: Links,
        writeLetter: @escaping LetterWriter,
        accountLetters: AccountLetters, passwords: PasswordHasher = PasswordHasher()
    ) {
        self.database = database
        self.programmes = programmes
        self.files = files
        namelessFiles = NamelessFiles(folder: files.folder)
        self.words = words
        self.calendar = calendar
        self.districts = Dictionary(districts.map { ($0.code, $0) }) { $1 }
        self.links = links
        self.writeLetter = writeLetter
        self.accountLetters = accountLetters
        self.passwords = passwords
    }

    /// Refuses what has not begun, waits for what is running and lets go of the database; may be called
    /// again.
    public func close() throws {
        try database.close()
    }

    /// Brings the database to this version; refuses one that is newer.
    public func migrate() async throws {
        _ = try await database.migrate(Migrations.all)
    }

    /// Refuses a database of another version than this, and changes nothing.
    public func demandMigrated() async throws {
        try await database.demandMigrated(Migrations.all)
    }
}
