import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The map of a register")
struct ProvinceMapTests {
    private static let names = [
        "10": ("กรุงเทพมหานคร", "Bangkok"), "34": ("อุบลราชธานี", "Ubon Ratchathani"),
        "50": ("เชียงใหม่", "Chiang Mai"),
        "96": ("นราธิวาส", "Narathiwat"), "23": ("ตราด", "Trat"),
    ]

    /// A register's page with so many entries in each province.
    private func page(
        _ office: CallSite, _ counts: [String: Int], _ query: String = "",
        facets: [Register.Facet] = [.province, .question("field")], language: Language = .english
    ) async throws -> String {
        let query = RegisterQuery(path: "/register/open-call\(query)")
        var listing = try await office.site.store.register("open-call", query.filter)
        listing.view.programme.register?.facets = facets
        listing.facets = counts.map { FacetCount(facet: .province, value: $0.key, count: $0.value) }
        listing.provinces = Dictionary(
            uniqueKeysWithValues: Self.names.map { code, name in
                let summary = OrganisationSummary(
                    id: CallSite.office, kind: "", nameThai: "", nameEnglish: "", provinceCode: code,
                    provinceThai: name.0, provinceEnglish: name.1)
                return (code, summary)
            })
        var context = try await CallTemplateTests.context(office.site)
        context.visit.language = language
        return try office.site.templates.render(
            RegisterPage(office.site, context, listing, query), language: language)
    }

    private func figure(_ html: String) throws -> String {
        String(try #require(Markup(html).contents("figure").first).html)
    }

    @Test("each province with entries is a link to them that keeps the other choices")
    func links() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let html = try await page(office, ["10": 3, "50": 1], "?facet-field=health&page=2")
            #expect(Markup(html).faults == [])
            let map = try figure(html)
            let ahead = #"href="/register/open-call?facet-field=health&amp;facet-province="#
            #expect(
                map.contains(
                    #"<a \#(ahead)10" aria-label="Bangkok: 3 entries"><title>Bangkok: 3 entries</title>"#))
            #expect(map.contains(#"<a \#(ahead)50" aria-label="Chiang Mai: 1 entry">"#))
            #expect(map.contains("<title>Trat: No entry</title>") && !map.contains("facet-province=23"))
            #expect(map.ranges(of: "<rect").count == 77 + 4)
            #expect(map.contains(#"href="/register/open-call/data.csv?facet-field=health""#))
        }
    }

    @Test(
        "the table has the same counts, and the provinces in the order of Thai lists",
        arguments: Language.allCases)
    func table(language: Language) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let map = try figure(try await page(office, ["96": 2, "10": 1200, "50": 7], language: language))
            let rows = Markup(map).contents("tr").dropFirst().map {
                $0.html.replacing(/<[^>]*>/, with: " ").split(separator: " ").joined(separator: " ")
            }
            #expect(
                rows
                    == (language == .thai
                        ? ["กรุงเทพมหานคร 1,200", "เชียงใหม่ 7", "นราธิวาส 2"]
                        : ["Bangkok 1,200", "Chiang Mai 7", "Narathiwat 2"]))
            #expect(map.contains(">1,200</text>") && map.contains(">7</text>") && map.contains(">2</text>"))
        }
    }

    @Test(
        "the legend tells each shade in numbers, and the greatest count has the darkest",
        arguments: [
            (["10": 1, "50": 1], ["No entry", "1 entry"], 1),
            (["10": 3, "50": 1], ["No entry", "1 entry", "2 entries", "3 entries"], 3),
            (["10": 9, "50": 1], ["No entry", "1–3 entries", "4–6 entries", "7–9 entries"], 3),
            (
                ["10": 40, "50": 11],
                ["No entry", "1–10 entries", "11–20 entries", "21–30 entries", "31–40 entries"],
                4
            ),
        ])
    func legend(counts: [String: Int], expected: [String], darkest: Int) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let map = try figure(try await page(office, counts))
            let steps = Markup(map).contents("li").map { String($0.html.replacing(/<[^>]*>/, with: "")) }
            #expect(steps == expected)
            let bangkok = try #require(
                map.firstMatch(
                    of: /aria-label="Bangkok[^>]*><title>[^<]*<\/title><rect class="tile shade-(\d)"/))
            #expect(bangkok.output.1 == "\(darkest)")
        }
    }

    @Test("the chosen province is marked on the map and in the table, the others stay within reach")
    func chosen() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let map = try figure(try await page(office, ["10": 3, "50": 1], "?facet-province=50"))
            let marked = Markup(map).openings("a").filter { $0.attributes["aria-current"] == "true" }
            #expect(
                marked.map { $0.attributes["href"] }
                    == Array(repeating: "/register/open-call?facet-province=50", count: 2))
            #expect(map.contains("/register/open-call?facet-province=10"))
        }
    }

    @Test("there is none for one province, for no entry, or where the register tells no provinces apart")
    func absence() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            #expect(!(try await page(office, ["10": 3])).contains("<figure"))
            #expect(!(try await page(office, [:])).contains("<figure"))
            let fields: [Register.Facet] = [.question("field")]
            #expect(!(try await page(office, ["10": 3, "50": 1], facets: fields)).contains("<figure"))
        }
    }
}
