import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("A desk's saved filters")
struct SavedFilterPageTests {
    private let desk = Paths.desk(DeskSite.handle)
    private let filters = Paths.savedFilters(of: DeskSite.handle)

    @Test("are named on the desk, found there and among the person's desks, and removed")
    func keeping() async throws {
        try await DeskSite.with { home in
            _ = try await home.file(1)
            let narrowed = "\(desk)?stage=checking&query=Lamp&order=moved"
            #expect(try await !home.officer.get(desk).html.contains("action=\"\(filters)\""))
            #expect(try await home.officer.get(narrowed).html.contains("action=\"\(filters)\""))
            let done = try await home.officer.post(
                filters, from: narrowed, ["name": "Lamps <1>", "desk": "\(narrowed)&page=3"])
            #expect(done.location == "\(narrowed)&done=filter-saved")
            let url = narrowed.replacing("&", with: "&amp;")
            let link = "<a href=\"\(url)\">Lamps &lt;1&gt;</a>"
            #expect(try await home.officer.get("/desks").html.contains(link))
            let table = try await home.officer.get(desk).html
            #expect(table.contains(link))
            let chosen = try await home.officer.get(narrowed).html
            #expect(chosen.contains("<a href=\"\(url)\" aria-current=\"page\">Lamps &lt;1&gt;</a>"))
            #expect(!chosen.contains("action=\"\(filters)\""))
            let (colleague, _) = try await home.colleague()
            #expect(try await !colleague.get(desk).html.contains("Lamps"))
            let form = try #require(chosen.firstMatch(of: /action="([^"]+\/removal)"/))
            let removal = String(form.output.1)
            #expect(try await colleague.post(removal, from: desk, ["desk": desk]).status == 404)
            let removed = try await home.officer.post(removal, from: narrowed, ["desk": narrowed])
            #expect(removed.location == "\(narrowed)&done=filter-removed")
            #expect(try await !home.officer.get("/desks").html.contains("Lamps"))
        }
    }

    @Test("are refused beside the name as it was typed")
    func mistakes() async throws {
        try await DeskSite.with { home in
            let narrowed = "\(desk)?query=Lamp"
            let nameless = try await home.officer.post(
                filters, from: narrowed, ["name": " ", "desk": narrowed])
            #expect(nameless.status == 422)
            #expect(nameless.html.contains("id=\"field-name-error\""))
            #expect(nameless.html.contains("value=\"Lamp\""))
            let long = String(repeating: "x", count: 61)
            let refused = try await home.officer.post(
                filters, from: narrowed, ["name": long, "desk": narrowed])
            #expect(refused.status == 422 && refused.html.contains("value=\"\(long)\""))
            #expect(try await home.officer.get(filters).location == desk)
        }
    }

    @Test("lead to the call's own desk, whatever address is sent with them")
    func address() async throws {
        try await DeskSite.with { home in
            let done = try await home.officer.post(
                filters, from: desk,
                ["name": "Elsewhere", "desk": "https://elsewhere.example/?query=Lamp&next=https://x.example"])
            #expect(done.location == "\(desk)?query=Lamp&done=filter-saved")
        }
    }

    @Test("are read in as many queries for three calls as for one")
    func queries() async throws {
        try await DeskSite.with { home in
            let store = home.site.store
            func count() async throws -> Int {
                let calls = try await store.calls(of: home.officerID).map(\.call.id)
                return await store.database.counting {
                    _ = try? await store.savedFilters(of: home.officerID, in: calls)
                }
            }
            let one = try await count()
            let other = try await home.openAnother()
            _ = try await store.saveFilter(
                "a", "query=b", under: other, for: home.officerID, at: DeskSite.start)
            #expect(one == 1)
            #expect(try await count() == one)
        }
    }
}
