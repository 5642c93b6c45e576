import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("A person's own account and organisations on the web")
struct OwnAccountTests {
    private static let organisations = """
        code,kind,name_th,name_en,province_code,province_th,province_en,latitude,longitude,subdistrict_codes
        1,SAO,องค์การบริหารส่วนตำบลตัวอย่าง,Example Subdistrict,55,น่าน,Nan,,,
        2,TownMunicipality,เทศบาลเมืองตัวอย่าง,Example Town,50,เชียงใหม่,Chiang Mai,,,
        """

    @Test("name and language change together, and the page is in the new language at once")
    func changing() async throws {
        try await AccountSite.with { home in
            let (browser, _) = try await home.signedIn("a@sala.example")
            let wrong = try await browser.post("/account", from: "/account", ["name": " ", "language": "en"])
            #expect(wrong.status == 422 && wrong.html.contains("id=\"field-name-error\""))
            let answer = try await browser.post(
                "/account", from: "/account", ["name": "  Somchai   Demo ", "language": "en"])
            #expect(answer.location == "/account?done=account-changed")
            let page = try await browser.get("/account").html
            #expect(page.contains("<html lang=\"en\">") && page.contains("value=\"Somchai Demo\""))
        }
    }

    @Test("only who knows the old password sets a new one, and that ends the other sessions")
    func password() async throws {
        try await AccountSite.with { home in
            let (browser, person) = try await home.signedIn("a@sala.example")
            _ = try await home.site.store.askReset(
                email: "a@sala.example", client: "192.0.2.1", at: AccountSite.start)
            let link =
                try await home.link(in: "reset-password").split(separator: "/").last.map(String.init) ?? ""
            _ = try await home.site.store.reset(
                link, newPassword: "the first long phrase", at: AccountSite.start)
            for token in 1...2 {
                let session = try await home.site.store.signInDemo(
                    person, agent: "", at: AccountSite.start.adding(seconds: Int64(token)))
                await browser.keep("__Host-sala-session", session.token)
            }
            #expect(try await browser.get("/account").html.contains("/account/other-sessions/end"))
            let tries = [
                ("not the old one", "a second long phrase", 422, "field-password-error"),
                ("the first long phrase", "1234567890", 422, "field-new-password-error"),
                ("the first long phrase", "a second long phrase", 303, ""),
            ]
            for (old, new, status, mark) in tries {
                let answer = try await browser.post(
                    "/account/password", from: "/account", ["password": old, "new-password": new])
                #expect(answer.status == status)
                #expect(mark.isEmpty || answer.html.contains("id=\"\(mark)\""))
            }
            #expect(try await !browser.get("/account").html.contains("/account/other-sessions/end"))
        }
    }

    @Test("a session can be ended from another, but nobody's own by anybody else")
    func sessions() async throws {
        try await AccountSite.with { home in
            let (browser, person) = try await home.signedIn("a@sala.example")
            let (stranger, _) = try await home.signedIn("b@sala.example")
            let other = Browser(client: home.client)
            let session = try await home.site.store.signInDemo(
                person, agent: "Chrome/1 Windows", at: AccountSite.start)
            await other.keep("__Host-sala-session", session.token)
            let page = try await browser.get("/account").html
            #expect(page.contains("Chrome, Windows"))
            let path = try #require(page.firstMatch(of: /action="(\/account\/sessions\/[^"]+)"/)).output.1
            #expect(try await stranger.post(String(path), from: "/account", [:]).status == 404)
            #expect(try await other.get("/account").status == 200)
            #expect(
                try await browser.post(String(path), from: "/account", [:]).location
                    == "/account?done=session-ended")
            #expect(try await other.get("/account").status == 303)
        }
    }

    @Test(
        "without a script an organisation is searched for, chosen and asked; a member approves with one click"
    )
    func joining() async throws {
        try await AccountSite.with { home in
            let store = home.site.store
            _ = try await store.importOrganisations(
                csv: Array(Self.organisations.utf8), at: AccountSite.start)
            let found = try #require(try await store.searchOrganisations(typed: "เมืองตัวอย่าง").first)
            let (member, memberID) = try await home.signedIn("member@sala.example", name: "สมาชิกเดิม")
            try await store.grantMembership(memberID, found.id, role: .member, at: AccountSite.start)
            let (asker, askerID) = try await home.signedIn("asker@sala.example", name: "คนมาใหม่")

            let typed = try await asker.post(
                "/memberships", from: "/memberships",
                ["organisation-name": "เมือง ตัวอย่าง", "organisation": ""])
            let results = try #require(typed.location)
            #expect(results.hasPrefix("/memberships?query=%E0") && results.hasSuffix("#join"))
            let list = try await asker.get(String(results.dropLast("#join".count))).html
            #expect(list.contains("value=\"\(found.id)\"") && list.contains("เทศบาลเมืองตัวอย่าง"))
            #expect(!list.contains("องค์การบริหารส่วนตำบลตัวอย่าง"))

            let form: KeyValuePairs = ["organisation": "\(found.id)"]
            let asked = try await asker.post("/memberships", from: "/memberships", form)
            #expect(asked.location == "/memberships?done=membership-asked")
            #expect(try await asker.post("/memberships", from: "/memberships", form).status == 422)

            let path = "/memberships/\(found.id)/people/\(askerID)/decision"
            #expect(try await asker.post(path, from: "/memberships", ["decision": "approve"]).status == 403)
            #expect(try await member.get("/memberships").html.contains("คนมาใหม่"))
            #expect(
                try await member.post(path, from: "/memberships", ["decision": "approve"]).location
                    == "/memberships?done=membership-approved")
            #expect(try await member.post(path, from: "/memberships", ["decision": "refuse"]).status == 409)
            let own = try await store.memberships(of: askerID, at: AccountSite.start)
            #expect(own.map(\.state) == [.approved])
            let letters = try await store.outbox(limit: 9).letters.map(\.summary.subject)
            #expect(
                letters.sorted() == ["membership-approved", "membership-received", "membership-waiting"])
        }
    }

    @Test("the typeahead gives an id, the name in the reader's language and the province, as JSON")
    func suggesting() async throws {
        try await AccountSite.with { home in
            _ = try await home.site.store.importOrganisations(
                csv: Array(Self.organisations.utf8), at: AccountSite.start)
            let browser = Browser(client: home.client)
            let json = try await browser.get("/organisations?query=Chiang&lang=en").html
            #expect(json.contains(#""name":"Example Town""#) && json.contains(#""detail":"Chiang Mai""#))
            #expect(!json.contains("Nan"))
            #expect(try await browser.get("/organisations").html == "[]")
        }
    }
}
