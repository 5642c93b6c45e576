public import SalaDatabase
import SalaEngine
public import SalaThai

/// Sala's memory: what was filed, by whom, and what happened to it. Every read goes through what the person
/// may see, every write through the engine, in one transaction.
public struct Store: Sendable {
    public let database: Database
    public let programmes: ProgrammeLibrary
    public let files: FileStore
    let words: WordBreaker
    let calendar: WorkingCalendar
    let writeLetter: LetterWriter
    /// The address people reach this installation under, without a slash at the end.
    let address: String
    let accountLetters: AccountLetters
    let passwords: PasswordHasher

    /// - Parameter writeLetter: writes the words of a letter from its template and fields.
    public init(
        database: Database, programmes: ProgrammeLibrary, files: FileStore, words: WordBreaker,
        calendar: WorkingCalendar, address: String, writeLetter: @escaping LetterWriter,
        accountLetters: AccountLetters, passwords: PasswordHasher = PasswordHasher()
    ) {
        self.database = database
        self.programmes = programmes
        self.files = files
        self.words = words
        self.calendar = calendar
        self.address = address
        self.writeLetter = writeLetter
        self.accountLetters = accountLetters
        self.passwords = passwords
    }

    /// Brings the database to this version; refuses one that is newer.
    public func migrate() async throws {
        _ = try await database.migrate(Migrations.all)
        try await showPubliclyWhatIsMissing()
    }
}
