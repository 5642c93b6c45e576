import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

/// A store on a database file of its own, with an office, its people, towns that file, and an open call.
struct FairHome {
    /// What the writer of a broken letter throws.
    struct BrokenLetter: Error {}

    static let handle = "fair-2564"

    let store: Store
    let office: OrganisationID
    /// Towns A to F; the first three lie in one province.
    let towns: [OrganisationID]
    let officer: PersonID
    let checker: PersonID
    /// By name.
    let judges: [PersonID]
    /// One person for each town.
    let filers: [PersonID]
    let stranger: PersonID

    /// Everything is taken away after the body.
    static func with(
        _ files: String = "1", settings: CallSettings = CallSettings(),
        _ body: (FairHome) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
        let store = Store(
            database: database, programmes: ProgrammeLibrary { _, files in try Fair.programme(files) },
            files: try FileStore(folder: folder.appending(path: "files")), words: try WordBreaker.shipped(),
            calendar: WorkingCalendar(holidays: []), districts: [],
            links: Links(address: FairHome.address),
            writeLetter: FairHome.write,
            accountLetters: AccountLetters(
                link: { _, secret in secret ?? "" },
                write: { name, language, fields in
                    let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                    return WrittenLetter(
                        subject: "\(name.rawValue) \(language.rawValue)",
                        body: lines.joined(separator: "\n"))
                }))
        try await store.migrate()
        let home = try await FairHome(store)
        try await home.open(files, settings)
        try await body(home)
        try database.close()
    }

    @Sendable private static func address(_ page: Links.Page) -> String {
        let path =
            switch page {
            case .submission(let id): "submissions/\(id)"
            case .receipt(let code): "receipts/\(code)"
            case .start(let call): "calls/\(call)/submissions/new"
            case .registerEntry(let number, let call): "register/\(call)/\(number)"
            case .judging(let call): "calls/\(call)/judging"
            case .review(let round, let id): "submissions/\(id)/reviews/\(round)"
            case .round(let round, let call): "calls/\(call)/rounds/\(round)"
            }
        return "https://sala.example/\(path)"
    }

    /// A letter that says its fields, one a line.
    @Sendable private static func write(
        _ definition: LetterDefinition, _ language: Language, _ fields: [String: String]
    ) throws -> WrittenLetter {
        guard definition.body[language] != "broken" else { throw BrokenLetter() }
        let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return WrittenLetter(subject: definition.subject[language] ?? "", body: lines.joined(separator: "\n"))
    }

    private init(_ store: Store) async throws {
        var sheet = LocalGovernment.columns.joined(separator: ",") + "\n"
        sheet += "O,Agency,สำนักงานตัวอย่าง,Example Office,10,กรุงเทพมหานคร,Bangkok,,,\n"
        for (index, letter) in ["ก", "ข", "ค", "ง", "จ", "ฉ"].enumerated() {
            let place = index < 3 ? "50,เชียงใหม่,Chiang Mai" : "30,นครราชสีมา,Nakhon Ratchasima"
            sheet +=
                "T-\(index),TownMunicipality,เทศบาลเมืองตัวอย่าง \(letter),Example Town \(index),\(place),,,\n"
        }
        let start = FairHome.time(1)
        _ = try await store.importOrganisations(csv: Array(sheet.utf8), at: start)
        let ids = try await store.database.read { connection in
            try connection.rows("select id from organisation order by code")
                .map { OrganisationID(try $0.get("id") as UUID) }
        }
        func enrol(_ name: String) async throws -> PersonID {
            try await store.enrol(
                email: "\(name)@example.go.th", name: "Demo \(name)", language: .thai, at: start)
        }
        self.store = store
        office = ids[0]
        towns = Array(ids.dropFirst())
        officer = try await enrol("officer")
        checker = try await enrol("checker")
        stranger = try await enrol("stranger")
        var judges: [PersonID] = []
        for number in 1...4 { judges.append(try await enrol("judge-\(number)")) }
        self.judges = judges
        try await store.grantMembership(officer, office, role: .officer, at: start)
        var filers: [PersonID] = []
        for (index, town) in towns.enumerated() {
            let filer = try await enrol("filer-\(index)")
            try await store.grantMembership(filer, town, role: .member, at: start)
            filers.append(filer)
        }
        self.filers = filers
    }

    private func open(_ files: String, _ settings: CallSettings) async throws {
        let start = FairHome.time(1)
        try await store.publish(programme: Fair.name, files: files, at: start)
        try await openCall(FairHome.handle, settings: settings)
        try await store.decide(.publish, on: FairHome.handle, by: officer, at: start)
        try await grant("checker", to: checker)
        for judge in judges { try await grant("judge", to: judge) }
        // Tests count the letters that they cause themselves.
        try await store.database.write { try $0.execute("delete from letter") }
    }

    /// A day and time in Bangkok in July 2021.
    static func time(_ day: Int, _ hour: Int = 9, _ minute: Int = 0, _ second: Int = 0) -> Instant {
        guard let first = LocalDate(year: 2021, month: 7, day: 1) else {
            preconditionFailure("July has a first")
        }
        return first.adding(days: day - 1).instant(hour: hour, minute: minute, second: second)
    }

    /// Once the call has closed, when decisions may be held by rank.
    static let after = time(32)
    static let period = Period(opens: time(12, 0), closes: time(31, 23, 59, 59))
    static let title: [Language: String] = [.thai: "งานแสดงปี 2564", .english: "Fair of 2021"]
}
