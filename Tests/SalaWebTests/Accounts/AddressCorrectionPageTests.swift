import SalaStore
import Testing

@testable import SalaWeb

@Suite("Correcting a mistyped address on the web")
struct AddressCorrectionPageTests {
    private static let password = "correct horse battery"

    @Test("the page about the letter leads to it, and a new letter leads on to where the person wanted to go")
    func path() async throws {
        try await AccountSite.with { home in
            let wanted = "/calls/open-call/submissions/new"
            let browser = Browser(client: home.client)
            _ = try await browser.post(
                "/registration", from: "/registration",
                ["name": "ก", "email": "new@exmaple.go.th", "password": Self.password, "then": wanted])
            for news in ["registration", "verification"] {
                let mailbox = try await browser.get("/mailbox?about=\(news)&then=\(wanted)").html
                #expect(mailbox.contains("href=\"/registration/address?then=\(wanted)\""), "\(news)")
            }
            let answer = try await browser.post(
                "/registration/address", from: "/registration/address?then=\(wanted)",
                [
                    "mistyped": "new@exmaple.go.th", "password": Self.password,
                    "email": "new@example.go.th", "then": wanted,
                ])
            #expect(answer.location == "/mailbox?about=registration&then=\(wanted)")
            let letters = try await home.site.store.outbox(limit: 10).letters
            let letter = try #require(letters.first { $0.summary.address == "new@example.go.th" })
            let link = String(letter.body.dropFirst(AccountSite.address.count))
            let verified = try await browser.confirm(
                try await browser.get(link).html, at: String(link.split(separator: "?")[0]))
            #expect(verified.location == "/sign-in?then=\(wanted)&done=verified")
        }
    }

    @Test("it and the page about the letter show the address to the browser that typed it, and to no other")
    func shown() async throws {
        try await AccountSite.with { home in
            let (browser, other) = (Browser(client: home.client), Browser(client: home.client))
            _ = try await browser.post(
                "/registration", from: "/registration",
                ["name": "ก", "email": "new@exmaple.go.th", "password": Self.password])
            let mailbox = "/mailbox?about=registration"
            #expect(try await browser.get(mailbox).html.contains("<strong>new@exmaple.go.th</strong>"))
            let correction = "/registration/address"
            let page = try await browser.get(correction).html
            #expect(page.contains("value=\"new@exmaple.go.th\""))
            for path in [mailbox, correction] {
                #expect(try await !other.get(path).html.contains("new@exmaple.go.th"))
            }
        }
    }

    @Test("a refusal keeps both addresses typed, shows no password and tells nothing of either")
    func refused() async throws {
        try await AccountSite.with { home in
            let browser = Browser(client: home.client)
            let answer = try await browser.post(
                "/registration/address", from: "/registration/address",
                ["mistyped": "a@exmaple.go.th", "password": "not this one", "email": "a@example.go.th"])
            #expect(answer.status == 422)
            #expect(answer.html.contains("value=\"a@exmaple.go.th\""))
            #expect(answer.html.contains("value=\"a@example.go.th\""))
            #expect(!answer.html.contains("not this one"))
            #expect(answer.html.contains("แก้ไม่ได้ เพราะ"))
        }
    }
}
