import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("A page that answers a form")
struct FormAddressTests {
    private func answer(_ referer: String?, from origin: String = "same-origin") async throws -> String {
        let kept = Kept()
        try await SiteFixture.with { fixture in
            let guest = try await fixture.guest(.entrant)
            var headers: HTTPFields = [
                .contentType: "application/x-www-form-urlencoded",
                .cookie: "__Host-sala-session=\(try #require(guest.session))",
            ]
            headers[.referer] = referer
            if let site = HTTPField.Name("Sec-Fetch-Site") { headers[site] = origin }
            let response = try await fixture.client.executeRequest(
                uri: "/memberships", method: .post, headers: headers,
                body: ByteBuffer(string: "csrf=\(guest.csrf)&organisation-name="))
            await kept.keep(response.html)
        }
        return await kept.html
    }

    private actor Kept {
        var html = ""
        func keep(_ html: String) { self.html = html }
    }

    @Test(
        "says where the form stands, which the browser names, or else its own address",
        arguments: [
            ("https://sala.example/memberships?query=a&lang=th", "/memberships?query=a&amp;lang=th"),
            ("https://sala.example/", "/"), (nil, "/memberships"),
            ("https://elsewhere.example/other", "/memberships"),
            ("https://sala.example//elsewhere.example/", "/memberships"), ("nonsense", "/memberships"),
        ] as [(String?, String)])
    func address(referer: String?, form: String) async throws {
        let html = try await answer(referer)
        #expect(html.contains(" data-form=\"\(form)\">"))
    }

    @Test("leads in the other language to the form, which can be asked for")
    func language() async throws {
        let html = try await answer("https://sala.example/account")
        #expect(html.contains("href=\"/account?lang=en\""))
    }

    @Test("is kept nowhere, and a page that is only read names no form")
    func reading() async throws {
        try await SiteFixture.with { fixture in
            let guest = try await fixture.guest(.entrant)
            let answer = try await guest.post("/memberships", [("organisation-name", "")])
            #expect(answer.code == 422 && answer.headers[.cacheControl] == "private, no-store")
            #expect(!(try await guest.get("/memberships").html.contains("data-form")))
        }
    }
}
