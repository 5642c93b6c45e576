import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Who reads what of an entry, whatever its stage")
struct EntrySweepTests {
    private static let names = ["{submission}", "{letter}", "{number}", "{code}"]

    /// The routes of pages, those that are about one entry and the others that need nothing but the call.
    private func routes() throws -> (ofEntry: [String], ofCall: [String]) {
        let all = Set(try AccessTable(AccessTable.reading).lines.map(\.route)).sorted()
        let ofEntry = all.filter { route in Self.names.contains { route.contains($0) } }
        let ofCall = all.filter { !ofEntry.contains($0) && $0.contains("{call}") }
        try #require(ofEntry.count > 10 && ofCall.count > 10)
        return (ofEntry, ofCall + ["/", "/following", "/desks", "/register"])
    }

    @Test("nobody reads a correction before it is filed, a private answer, or the committee's words")
    func marks() async throws {
        let routes = try routes()
        try await SiteFixture.with(seeded: true) { fixture in
            _ = try await fixture.correct()
            let people = try await fixture.readers()
            var told: Set<String> = []
            for (name, town) in SiteFixture.towns.sorted(by: { $0.key < $1.key }) {
                let values = try await fixture.values(about: name)
                let addresses = routes.ofEntry.flatMap { AccessTable.addresses($0, values) }
                let sharing =
                    name == "correction"
                    ? routes.ofCall.flatMap { AccessTable.addresses($0, values) } : []
                for reader in EntryReader.allCases {
                    let filers = fixture.people.filers
                    let filer = filers[reader == .filer ? town : (town + 1) % filers.count]
                    let guest = try await fixture.guest(people[reader] ?? filer)
                    for address in addresses + sharing {
                        let answer = try await guest.get(address)
                        #expect(answer.code < 500, "\(reader) at \(address)")
                        let isOfEntry = addresses.contains(address)
                        for mark in EntryMark.all where answer.html.contains(mark.words) {
                            told.insert(mark.words)
                            #expect(
                                mark.readers.contains(reader) || mark.isOfEntries && !isOfEntry,
                                "\(reader) reads \(mark.words) of \(name) at \(address)")
                        }
                    }
                }
            }
            // A mark that nobody reads anywhere guards nothing.
            #expect(told.symmetricDifference(EntryMark.all.map(\.words)) == [])
        }
    }

    @Test("a file opens for the filer's side at once, and for others when the answer that names it is filed")
    func files() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let (old, new) = try await fixture.correct()
            let people = try await fixture.readers()
            let id = fixture.entry("correction")
            func codes(_ reader: EntryReader) async throws -> [Int] {
                let guest = try await fixture.guest(people[reader] ?? fixture.people.filers[2])
                return [
                    try await guest.get(Paths.attachment(old, of: id)).code,
                    try await guest.get(Paths.attachment(new, of: id)).code,
                ]
            }
            for reader in EntryReader.allCases where reader.isFilersSide {
                #expect(try await codes(reader) == [200, 200], "\(reader)")
            }
            for reader in [EntryReader.screener, .officer, .chair] {
                #expect(try await codes(reader) == [200, 404], "\(reader)")
            }
            #expect(try await codes(.judge) == [404, 404])
            try await fixture.act("resubmit", on: id, by: fixture.people.filers[2])
            #expect(try await codes(.screener) == [404, 200])
        }
    }

    @Test("a search finds no correction before it is filed, and no private answer ever")
    func search() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            _ = try await fixture.correct()
            let id = fixture.entry("correction").description
            func finds(_ words: String) async throws -> Bool {
                var query = DeskQuery(path: "")
                query.filter.text = words
                let guest = try await fixture.guest(.screener)
                return try await guest.get(query.url(of: SiteFixture.call)).html.contains(id)
            }
            #expect(try await finds("ผลงานรอแก้"))
            #expect(try await !finds(EntryMark.newTitle.words))
            #expect(try await !finds(EntryMark.contact.words))
            #expect(try await !finds("080-000-0000"))
            try await fixture.act("resubmit", on: fixture.entry("correction"), by: fixture.people.filers[2])
            #expect(try await finds(EntryMark.newTitle.words))
        }
    }

    @Test("an officer with an entry of the own organisation reads its rank, and why there is no more")
    func ranking() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let people = try await fixture.readers()
            let inside = try await fixture.guest(try #require(people[.officerInside]))
            let other = try await fixture.guest(.officer)
            let id = fixture.entry("held")
            let path = Paths.ranking("first-round", of: SiteFixture.call)
            let trace = Paths.trace(of: id, "first-round", of: SiteFixture.call)
            let seen = try await inside.get(path).html
            let whole = try await other.get(path).html
            let why = "ไม่แสดง เพราะเป็นเรื่องของท่านหรือหน่วยงานของท่าน"
            #expect(whole.contains(trace) && !whole.contains(why))
            #expect(!seen.contains(trace) && seen.contains(Paths.submission(id)) && seen.contains(why))
            #expect(seen.contains("ในรอบนี้มีเรื่องของท่านหรือหน่วยงานของท่าน"))
            #expect(!seen.contains(Paths.selectionWithdrawal("first-round", of: SiteFixture.call)))
            let refused = try await inside.get(trace)
            #expect(refused.code == 403 && refused.html.contains("เรื่องนี้เป็นของท่านหรือหน่วยงานของท่าน"))
            let page = try await inside.get(Paths.submission(id)).html
            #expect(page.contains("ท่านจึงเห็นเท่าที่ผู้ยื่นเห็น"))
            #expect(try await !other.get(Paths.submission(id)).html.contains("ท่านจึงเห็นเท่าที่ผู้ยื่นเห็น"))
            let panel = try await inside.get(Paths.panel("first-round", of: SiteFixture.call)).html
            #expect(panel.contains("หน้านี้จึงไม่นับเรื่องนั้น"))
        }
    }
}
