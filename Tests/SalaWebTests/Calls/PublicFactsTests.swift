import Foundation
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What public pages tell of the data, of whom to ask and of kinds of organisations")
struct PublicFactsTests {
    @Test("every column of the sheet is told of, with the words of its codes, where the register leads to")
    func fields() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "First")
            let register = try await office.officer.get("/register/open-call").html
            #expect(register.contains(#"href="/register/open-call/fields""#))
            let sheet = try await office.officer.get("/register/open-call/data.csv").html
            let head = sheet.drop { $0 != "n" }.prefix { !$0.isNewline }.split(separator: ",").map(
                String.init)
            let page = try await office.officer.get("/register/open-call/fields").html
            let told = page.matches(of: /<dt id="[^"]+"><code>(.*?)<\/code>/).map { String($0.output.1) }
            #expect(head.count > 12 && told == head)
            #expect(page.contains("<li><code>health</code> Health</li>"))
            #expect(
                page.contains("<li><code>SAO</code> Subdistrict administrative organisation</li>"))
            let none = Browser(client: office.client)
            #expect(try await none.get("/register/no-call/fields").status == 404)
            // Who has searched comes back to what was found.
            let narrowed = try await office.officer.get("/register/open-call?query=First").html
            #expect(narrowed.contains(#"href="/register/open-call/fields?query=First""#))
            let back = try await office.officer.get("/register/open-call/fields?query=First").html
            #expect(back.contains(#"href="/register/open-call?query=First""#))
        }
    }

    @Test("whom to ask stands on the call's page: the call's own contact, else the site's, else nothing")
    func contact() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            #expect(!(try await office.officer.get("/calls/open-call").html.contains("<dt>Questions</dt>")))
            try await office.openCall("asked", settings: CallSettings(contact: "0 2000 0000 <desk>"))
            let page = try await office.officer.get("/calls/asked").html
            #expect(page.contains("<dt>Questions</dt>") && page.contains("0 2000 0000 &lt;desk&gt;"))
        }
    }

    @Test("the list of registers is made anew when any call closes, also one that does not stand in it")
    func turns() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "First")
            let context = try await CallTemplateTests.context(office.site)
            let store = office.site.store
            let calls = try await store.publishedCalls(limit: 1, at: CallSite.start)
            let page = RegistersPage(
                office.site, context, try await store.registers(page: 1, length: 9), among: calls,
                filled: Set(calls.map(\.call.id)))
            #expect(page.items.map(\.url) == ["/register/open-call"])
            let closes = try #require(calls.first?.call.period.closes)
            #expect(page.turns.contains(closes))
        }
    }

    @Test("every kind of organisation has a name of its own in both languages, and an unknown one its code")
    func kinds() async throws {
        try await CallSite.with { office in
            for language in Language.allCases {
                let names = OrganisationKind.allCases.map { office.site.words(ofKind: $0.rawValue, language) }
                #expect(Set(names).count == OrganisationKind.allCases.count && !names.contains(""))
            }
            #expect(office.site.words(ofKind: "SAO", .thai) == "องค์การบริหารส่วนตำบล")
            #expect(office.site.words(ofKind: "CityMunicipality", .thai) == "เทศบาลนคร")
            #expect(office.site.words(ofKind: "SAO", .english) == "Subdistrict administrative organisation")
            #expect(office.site.words(ofKind: "Palace", .english) == "Palace")
        }
    }

    @Test("an entry's page leads back to the register as it was narrowed, and nowhere else")
    func wayBack() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            try await office.file(1, title: "Bridge", field: "health")
            let narrowed = "query=bridge&amp;facet-field=health"
            let path = "/register/open-call?query=bridge&facet-field=health"
            let list = try await office.officer.get(path).html
            #expect(list.contains(#"href="/register/open-call/S-0001?\#(narrowed)""#))
            let entry = try await office.officer.get(
                "/register/open-call/S-0001?facet-field=health&query=bridge&from=https://elsewhere.example"
            ).html
            #expect(entry.components(separatedBy: #"href="/register/open-call?\#(narrowed)""#).count == 3)
            #expect(!entry.contains(#"href="https://elsewhere"#))
            let plain = try await office.officer.get("/register/open-call/S-0001").html
            #expect(plain.contains(#"href="/register/open-call""#))
        }
    }
}
