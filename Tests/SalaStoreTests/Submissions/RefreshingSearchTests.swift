import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Making everything findable by another table of spellings")
struct RefreshingSearchTests {
    /// The store as it is opened with another table.
    private func reopened(_ home: FairHome, _ table: String) throws -> Store {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(table.utf8).write(to: folder.appending(path: "search-words.json"))
        let store = home.store
        return Store(
            database: store.database, programmes: store.programmes, files: store.files,
            words: try #require(WordBreaker(spelling: Spelling(folder: folder))), calendar: store.calendar,
            districts: Array(store.districts.values), links: store.links,
            writeLetter: store.writeLetter, accountLetters: store.accountLetters)
    }

    private func count(_ text: String, _ home: FairHome, in store: Store) async throws -> Int {
        var filter = SubmissionFilter()
        filter.text = text
        return try await store.desk(FairHome.handle, for: home.officer, filter).listing.total
    }

    private static let table = """
        [{"standard": "ศูนย์พัฒนาเด็กเล็ก", "written": ["ศพด"], "use": "abbreviation", "source": "test"}]
        """

    @Test("finds what was filed before the table changed, by the last filing and not by a draft")
    func refreshes() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0, "อาหารกลางวันของ ศพด. ทุกแห่ง")
            _ = try await home.file(1, "ไฟส่องสว่าง")
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            try await home.answer(id, 0, ["title": .text("ร่างใหม่")])
            try await home.store.refreshSearch()
            #expect(try await count("ศูนย์พัฒนาเด็กเล็ก", home, in: home.store) == 0)
            let store = try reopened(home, Self.table)
            #expect(try await count("ศูนย์พัฒนาเด็กเล็ก", home, in: store) == 0)
            try await store.refreshSearch()
            #expect(try await count("ศูนย์พัฒนาเด็กเล็ก", home, in: store) == 1)
            #expect(try await count("ศพด", home, in: store) == 1)
            #expect(try await count("ร่างใหม่", home, in: store) == 0)
            #expect(try await count("ไฟส่องสว่าง", home, in: store) == 1)
        }
    }

    @Test("shortens the names of organisations as the table says")
    func organisations() async throws {
        try await FairHome.with { home in
            let table = """
                [{"standard": "เทศบาลเมือง", "written": ["ทมข"], "use": "abbreviation", "source": "test"}]
                """
            let store = try reopened(home, table)
            #expect(try await store.searchOrganisations(typed: "ทมขตัวอย่าง ก").isEmpty)
            try await store.refreshSearch()
            #expect(try await store.searchOrganisations(typed: "ทมขตัวอย่าง ก").count == 1)
        }
    }

    @Test("is one question to the database when nothing changed")
    func idle() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0, "ไฟ")
            try await home.store.refreshSearch()
            let queries = await home.store.database.counting { try? await home.store.refreshSearch() }
            #expect(queries == 1)
        }
    }
}
