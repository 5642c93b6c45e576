import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Importing organisations that are called otherwise now")
struct RenamingTests {
    private func imports(_ lines: [String], _ home: FairHome) async throws {
        let sheet = ([LocalGovernment.columns.joined(separator: ",")] + lines).joined(separator: "\n")
        _ = try await home.store.importOrganisations(csv: Array(sheet.utf8), at: FairHome.time(26))
    }

    private func desk(_ text: String, _ home: FairHome) async throws -> [String] {
        var filter = SubmissionFilter()
        filter.text = text
        return try await home.store.desk(FairHome.handle, for: home.officer, filter).listing.entries
            .compactMap(\.number)
    }

    private func register(
        _ home: FairHome, _ change: (inout SubmissionFilter) -> Void
    ) async throws -> RegisterListing {
        var filter = SubmissionFilter()
        change(&filter)
        return try await home.store.register(FairHome.handle, filter)
    }

    /// Two that were filed, the first of them public.
    private func shown(_ home: FairHome) async throws {
        let first = try await home.scored(0, (5, 5))
        _ = try await home.file(1, "ถนน")
        try await home.act("win", on: first, by: home.officer)
        try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
    }

    @Test("finds their entries by the new name and not by the old, for officers and for everybody")
    func renamed() async throws {
        try await FairHome.with(settings: CallSettings(numbers: ["places": 1])) { home in
            try await shown(home)
            try await home.store.refreshSearch()
            let old = "ตัวอย่าง ก"
            #expect(try await desk(old, home) == ["F-2564-0001"])
            let before = try await register(home) { $0.text = old }
            #expect(before.entries.entries.map(\.number) == ["F-2564-0001"])
            let version = try home.store.publicVersion(of: .call(FairHome.handle))
            try await imports(
                ["T-0,TownMunicipality,เทศบาลเมืองดอกบัว,Lotus Town,50,เชียงใหม่,Chiang Mai,,,"], home)
            #expect(try await desk(old, home) == [])
            #expect(try await desk("ดอกบัว", home) == ["F-2564-0001"])
            #expect(try await desk("Lotus", home) == ["F-2564-0001"])
            #expect(try await desk("ตัวอย่าง ข", home) == ["F-2564-0002"])
            #expect(try await register(home) { $0.text = old }.entries.total == 0)
            let found = try await register(home) { $0.text = "ดอกบัว" }
            #expect(found.entries.entries.map(\.organisation?.nameThai) == ["เทศบาลเมืองดอกบัว"])
            #expect(try home.store.publicVersion(of: .call(FairHome.handle)) > version)
        }
    }

    @Test("counts them under the province that they lie in now")
    func moved() async throws {
        try await FairHome.with(settings: CallSettings(numbers: ["places": 1])) { home in
            try await shown(home)
            try await imports(
                [
                    "T-0,TownMunicipality,เทศบาลเมืองตัวอย่าง ก,Example Town 0,30,นครราชสีมา,"
                        + "Nakhon Ratchasima,,,"
                ], home)
            let listing = try await register(home) { _ in }
            #expect(listing.facets.filter { $0.facet == .province }.map(\.value) == ["30"])
            #expect(try await register(home) { $0.facets = [Store.provinceFacet: "50"] }.entries.total == 0)
            #expect(try await register(home) { $0.facets = [Store.provinceFacet: "30"] }.entries.total == 1)
        }
    }

    @Test("leaves everything marked as findable, and a refresh that was stopped to the next start")
    func marked() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            try await home.store.refreshSearch()
            try await imports(
                ["T-0,TownMunicipality,เทศบาลเมืองดอกบัว,Lotus Town,50,เชียงใหม่,Chiang Mai,,,"], home)
            #expect(try await home.count("select count(*) as count from search_state") == 1)
            let outdated = try await home.store.database.write { connection in
                try home.store.outdated(by: ["T-0"], in: connection)
            }
            #expect(outdated.submissions.count == 1 && outdated.wasFresh)
            #expect(try await home.count("select count(*) as count from search_state") == 0)
            try await home.store.refreshSearch()
            #expect(try await home.count("select count(*) as count from search_state") == 1)
        }
    }
}
