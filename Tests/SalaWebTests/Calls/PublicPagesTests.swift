import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Pages and data that anybody may see")
struct PublicPagesTests {
    static let pages = [
        "/", "/register", "/receipts", "/calls/open-call", "/calls/open-call/criteria", "/register/open-call",
        "/register/open-call/fields", "/register/open-call/S-0001",
    ]
    static let data = ["data.csv", "data.json", "feed.atom"].map { "/register/open-call/\($0)" }

    @Test("they may be kept by proxies, set no cookie and carry no token", arguments: pages + data)
    func caching(path: String) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "First")
            let answer = try await office.client.executeRequest(
                uri: path, method: .get, headers: [:], body: nil)
            #expect(answer.status == .ok)
            let caching = Self.data.contains(path) ? "public, max-age=60" : "public, no-cache"
            #expect(answer.headers[.cacheControl] == caching)
            #expect((answer.headers[.eTag] == nil) == Self.data.contains(path))
            #expect(answer.headers[values: .setCookie] == [])
            let text = String(buffer: answer.body)
            #expect(!text.contains("name=\"csrf\"") && !text.contains("method=\"post\""))
        }
    }

    @Test(
        "one who has signed in, and one who chooses a language, gets an answer of one's own", arguments: pages
    )
    func personal(path: String) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "First")
            let token = await office.officer.session ?? ""
            let mine = try await office.client.executeRequest(
                uri: path, method: .get, headers: [.cookie: "__Host-sala-session=\(token)"], body: nil)
            #expect(mine.headers[.cacheControl] == "private, no-store")
            let chosen = try await office.client.executeRequest(
                uri: path + "?lang=en", method: .get, headers: [:], body: nil)
            #expect(chosen.headers[.cacheControl] == "private, no-store")
            #expect(chosen.headers[values: .setCookie].contains { $0.hasPrefix("__Host-sala-language=en") })
        }
    }

    @Test(
        "nothing but what the register names is told, in any form",
        arguments: ["/", "/register/open-call", "/register/open-call/S-0001"] + data)
    func secrets(path: String) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "Shown <title>")
            let text = try await office.officer.get(path).html
            #expect(text.contains("Shown &lt;title&gt;") || text.contains("Shown <title>"))
            #expect(!text.contains("SECRET") && !text.contains("filers.example"))
        }
    }

    @Test("words of a secret find nothing, words of the title do")
    func search() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "Bridge")
            #expect(try await office.officer.get("/register/open-call?query=bridge").html.contains("S-0001"))
            #expect(
                !(try await office.officer.get("/register/open-call?query=secret").html.contains("S-0001")))
        }
    }

    @Test("signs alone find nothing, and the page says what to type", arguments: ["%25", "%22", "+-+"])
    func signs(typed: String) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "Bridge")
            let html = try await office.officer.get("/register/open-call?query=\(typed)").html
            #expect(html.contains("There is nothing to search for in what was typed"))
            #expect(!html.contains("S-0001") && html.contains(">Show all<"))
        }
    }

    @Test("the public reads the register's own words beside an answer, on its page, its facets and its data")
    func labels() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "Bridge")
            let entry = try await office.officer.get("/register/open-call/S-0001").html
            #expect(entry.contains("<dt>Field of work</dt>") && entry.contains("<dt>Your title</dt>"))
            #expect(!entry.contains("Which field are you in?"))
            let list = try await office.officer.get("/register/open-call").html
            #expect(list.contains("<summary>Field of work</summary>"))
            let json = try await office.officer.get("/register/open-call/data.json").html
            #expect(json.contains("Field of work") && !json.contains("Which field are you in?"))
        }
    }

    @Test("the provinces of a facet stand by name, other values by how many there are and then by name")
    func facetOrder() async throws {
        try await CallSite.with { office in
            let context = try await CallTemplateTests.context(office.site)
            let provinces = [("10", "กรุงเทพมหานคร"), ("50", "เชียงใหม่"), ("81", "กระบี่")].map { code, name in
                (
                    code,
                    OrganisationSummary(
                        id: CallSite.office, kind: "Agency", nameThai: "", nameEnglish: "",
                        provinceCode: code, provinceThai: name, provinceEnglish: name)
                )
            }
            let wording = FacetWording(
                office.site, context, SampleProgramme.programme, Dictionary(uniqueKeysWithValues: provinces))
            func values(_ facet: Register.Facet, _ counts: [(String, Int)]) -> [String] {
                let other = FacetCount(facet: .question("other"), value: "other", count: 7)
                let counted = counts.map { FacetCount(facet: facet, value: $0.0, count: $0.1) }
                return wording.ordered([other] + counted, of: facet).map(\.value)
            }
            #expect(values(.province, [("10", 1), ("50", 9), ("81", 2)]) == ["81", "10", "50"])
            #expect(
                values(.question("field"), [("water", 1), ("zoo", 4), ("health", 1)])
                    == ["zoo", "health", "water"])
        }
    }

    @Test(
        "the register stands latest first, its facets narrow it, and the sheet has every entry once by number"
    )
    func register() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            for (number, field) in [(1, "health"), (2, "water"), (3, "health")] {
                try await office.file(number, title: "Entry-\(number)", field: field)
            }
            let all = try await office.officer.get("/register/open-call").html
            #expect(all.matches(of: /Entry-\d/).map { String($0.output) }.first == "Entry-3")
            #expect(all.contains("/register/open-call?facet-field=water"))
            let water = try await office.officer.get("/register/open-call?facet-field=water").html
            #expect(water.contains("Entry-2") && !water.contains("Entry-1") && !water.contains("Entry-3"))
            // A choice that there is not finds nothing, on the page and in the data, and can be taken away.
            let old = try await office.officer.get("/register/open-call?facet-field=nope").html
            #expect(!old.contains("Entry-1") && !old.contains("Entry-2") && old.contains(": nope"))
            #expect(!old.contains("choice.field") && old.contains("<li><a href=\"/register/open-call\">"))
            let none = try await office.officer.get("/register/open-call/data.csv?facet-field=nope").html
            #expect(none.hasPrefix("\u{FEFF}") && none.split(separator: "\r\n").count == 1)
            // What the register is not narrowed by is no filter of it.
            let other = try await office.officer.get("/register/open-call?facet-phone=080").html
            #expect(other.contains("Entry-1") && !other.contains("class=\"chosen\""))
            let sheet = try await office.officer.get("/register/open-call/data.csv").html
            #expect(
                sheet.matches(of: /\r\n(S-\d+),/).map { String($0.output.1) } == [
                    "S-0001", "S-0002", "S-0003",
                ])
            let home = try await office.officer.get("/").html
            #expect(
                home.matches(of: /Entry-\d/).map { String($0.output) } == ["Entry-3", "Entry-2", "Entry-1"])
        }
    }

    @Test("a register is read in as many statements with three entries as with one", arguments: [1, 3])
    func statements(count: Int) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            for number in 1...count { try await office.file(number, title: "Entry") }
            let store = office.site.store
            let view = try await store.call("open-call", for: nil)
            let latest = await store.database.counting { _ = try? await store.latestPublicEntries(limit: 9) }
            let batch = await store.database.counting {
                _ = try? await store.publicEntries(of: view, after: nil, limit: 9)
            }
            let counts = await store.database.counting {
                _ = try? await store.registers(page: 1, length: 9)
            }
            let holds = await store.database.counting {
                _ = try? await store.hasPublicEntries(view.call.id)
            }
            #expect(latest == 1 && batch == 1 && counts == 2 && holds == 1, "\(latest), \(batch), \(counts)")
        }
    }

    @Test(
        "a code that is no receipt's comes back beside its field, with how to mend it",
        arguments: [
            ("AAAA-%3Cb%3E", "AAAA-&lt;b&gt;", 422, "has 16 digits and Latin letters"),
            ("0000-0000-0000-000", "0000-0000-0000-000", 422, "has 16 digits and Latin letters"),
            ("0000-0000-0000-000U", "0000-0000-0000-000U", 422, "has 16 digits and Latin letters"),
            ("oooo+0000+iiii+0000", "oooo 0000 iiii 0000", 404, "No receipt has this code"),
            (
                "0000%E2%80%930000%E2%80%930000%E2%80%930000", "0000–0000–0000–0000", 404,
                "No receipt has this"
            ),
        ])
    func receipt(sent: String, shown: String, status: Int, sentence: String) async throws {
        try await CallSite.with { office in
            let answer = try await office.officer.get("/receipts?code=\(sent)")
            #expect(answer.status == status)
            #expect(answer.html.contains("value=\"\(shown)\"") && answer.html.contains("field-code-error"))
            #expect(answer.html.contains(sentence))
        }
    }

    @Test("a receipt's code as it is printed leads to the receipt")
    func receiptFound() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "First")
            let row = try await office.site.store.database.read { connection in
                try connection.row("select receipt from submission")?.get("receipt") as String?
            }
            let code = try #require(row)
            let printed = ReceiptCode.grouped(code).lowercased()
            let answer = try await office.officer.get("/receipts?code=\(printed)")
            #expect(answer.status == 303 && answer.location == "/receipts/\(code)")
            let dashed = printed.replacing("-", with: "%E2%80%93")
            let again = try await office.officer.get("/receipts?code=\(dashed)")
            #expect(again.status == 303 && again.location == "/receipts/\(code)")
            let found = try await office.officer.get("/receipts/\(code)").html
            #expect(found.contains("This receipt is genuine") && found.contains("with the receipt you hold"))
        }
    }

    @Test(
        "a receipt that the record does not bear out is not confirmed, in the reader's language",
        arguments: [("th", "ใบรับนี้ไม่ตรงกับบันทึก"), ("en", "This receipt does not agree with the record")])
    func receiptTampered(language: String, title: String) async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "First")
            let row = try await office.site.store.database.write { connection in
                try connection.execute("update submission set number = 'S-0009'")
                return try connection.row("select receipt from submission")
            }
            let code: String = try #require(try row?.get("receipt"))
            let answer = try await office.officer.get("/receipts/\(code)?lang=\(language)")
            #expect(answer.status == 409)
            #expect(answer.html.contains(title) && !answer.html.contains("S-0009"))
            let asked = try await office.officer.get("/receipts?code=\(code)&lang=\(language)")
            #expect(asked.status == 409 && asked.html.contains(title))
        }
    }

    @Test("the data of a narrowed register are of the same entries as its page, in every format")
    func narrowedData() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            for (number, field) in [(1, "health"), (2, "water"), (3, "health")] {
                try await office.file(number, title: "Entry-\(number)", field: field)
            }
            let page = try await office.officer.get("/register/open-call?facet-field=health&page=1").html
            for name in ["data.csv", "data.json", "feed.atom"] {
                let path = "/register/open-call/\(name)?facet-field=health"
                #expect(
                    page.contains(#"href="\#(path)""#)
                        && page.contains(#"href="/register/open-call/\#(name)""#))
                let answer = try await office.officer.get(path)
                #expect(answer.html.contains("Entry-1") && answer.html.contains("Entry-3"), "\(name)")
                #expect(!answer.html.contains("Entry-2"), "\(name)")
                #expect(try await office.officer.get("/register/open-call/\(name)").html.contains("Entry-2"))
            }
            let feed = try await office.officer.get("/register/open-call/feed.atom?facet-field=health").html
            #expect(feed.contains("feed.atom?facet-field=health</id>"))
            let none = try await office.officer.get("/register/open-call?query=nowhere").html
            #expect(
                !none.contains("data.csv?query") && none.contains(#"href="/register/open-call/data.csv""#))
        }
    }

    @Test("a call leads to its results once there are some, and says before that they are to come")
    func results() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let before = try await office.officer.get("/calls/open-call").html
            #expect(!before.contains(#"href="/register/open-call""#))
            #expect(before.contains("Not announced yet. Once they are, this page leads to them."))
            let registers = try await office.officer.get("/register").html
            #expect(registers.contains(#"href="/calls/open-call""#))
            #expect(registers.contains("not announced yet"))
            try await office.file(1, title: "First")
            let after = try await office.officer.get("/calls/open-call").html
            #expect(after.contains(#"href="/register/open-call""#))
            #expect(!after.contains("Not announced yet. Once they are, this page leads to them."))
            #expect(try await office.officer.get("/register").html.contains(#"href="/register/open-call""#))
        }
    }
}
