import HTTPTypes
import Testing

@testable import SalaWeb

@Suite("Signing in and registering on the web")
struct SignInTests {
    private static let password = "correct horse battery"

    /// Registers and confirms the address as a person does.
    private func register(_ email: String, at home: AccountSite) async throws {
        let browser = Browser(client: home.client)
        let answer = try await browser.post(
            "/registration", from: "/registration",
            ["name": "สมหญิง (ตัวอย่าง)", "email": email, "password": Self.password])
        try #require(answer.status == 303)
        let link = try await home.link(in: "verify-email")
        _ = try await browser.post(link, from: link, [:])
    }

    @Test("an unknown address and a wrong password read the same, and only the address stays typed")
    func sameSentence() async throws {
        try await AccountSite.with { home in
            try await register("known@sala.example", at: home)
            let browser = Browser(client: home.client)
            var pages: [String] = []
            for email in ["known@sala.example", "nobody@sala.example"] {
                let answer = try await browser.post(
                    "/sign-in", from: "/sign-in", ["email": email, "password": "not this one at all"])
                #expect(answer.status == 422)
                #expect(answer.html.contains("value=\"\(email)\""))
                #expect(!answer.html.contains("not this one"))
                pages.append(answer.html.replacing(email, with: ""))
            }
            #expect(pages[0] == pages[1])
            #expect(await browser.session == nil)
        }
    }

    @Test("a link in a letter is not used up by looking at it, and once used it is spent")
    func verification() async throws {
        try await AccountSite.with { home in
            let browser = Browser(client: home.client)
            let asked = try await browser.post(
                "/registration", from: "/registration?then=/memberships",
                ["name": "ก", "email": "new@sala.example", "password": Self.password, "then": "/memberships"])
            #expect(asked.location == "/mailbox?about=registration&then=/memberships")
            let early = try await browser.post(
                "/sign-in", from: "/sign-in", ["email": "new@sala.example", "password": Self.password])
            #expect(early.location == "/mailbox?about=verification")
            let link = try await home.link(in: "verify-email")
            for _ in 1...2 { #expect(try await browser.get(link).status == 200) }
            #expect(try await browser.post(link, from: link, [:]).location == "/sign-in?done=verified")
            #expect(try await browser.get(link).status == 404)
            #expect(try await browser.post(link, from: "/sign-in", [:]).status == 404)
            let signedIn = try await browser.post(
                "/sign-in", from: "/sign-in",
                ["email": "New@sala.example", "password": Self.password, "then": "/memberships"])
            #expect(signedIn.location == "/memberships")
            #expect(try await browser.get("/memberships").status == 200)
        }
    }

    @Test("where somebody wanted to go before asking for an account is where the letter's link leads on to")
    func onward() async throws {
        try await AccountSite.with { home in
            let wanted = "/calls/open-call/submissions/new"
            let browser = Browser(client: home.client)
            _ = try await browser.post(
                "/registration", from: "/registration?then=\(wanted)",
                ["name": "ก", "email": "new@sala.example", "password": Self.password, "then": wanted])
            let link = try await home.link(in: "verify-email")
            // Whoever gives another's address must not write words into the letter.
            #expect(!link.contains("open-call"))
            // The letter is opened elsewhere.
            let phone = Browser(client: home.client)
            let verified = try await phone.confirm(
                try await phone.get(link).html, at: String(link.split(separator: "?")[0]))
            #expect(verified.location == "/sign-in?then=\(wanted)&done=verified")
            let landing = try #require(verified.location)
            let signedIn = try await phone.confirm(
                try await phone.get(landing).html, at: "/sign-in",
                [("email", "new@sala.example"), ("password", Self.password)])
            #expect(signedIn.location == wanted)
            // Too late: asking anew still leads there.
            #expect(try await phone.get(link).status == 404)
            let late = Browser(client: home.client)
            #expect(try await late.get(link).html.contains("/registration?then=\(wanted)"))
        }
    }

    @Test("a letter's link leads to no other site, whatever is put behind it")
    func onwardElsewhere() async throws {
        try await AccountSite.with { home in
            let browser = Browser(client: home.client)
            _ = try await browser.post(
                "/registration", from: "/registration",
                [
                    "name": "ก", "email": "new@sala.example", "password": Self.password,
                    "then": "https://evil.example/",
                ])
            let link = try await home.link(in: "verify-email")
            #expect(!link.contains("then"))
            // `https://evil.example/`, `//evil.example` and what is no base64 at all.
            for word in ["aHR0cHM6Ly9ldmlsLmV4YW1wbGUv", "Ly9ldmlsLmV4YW1wbGU", "/desks", "%25%00"] {
                let page = try await browser.get("\(link)?then=\(word)")
                #expect(page.status == 200 && !page.html.contains("name=\"then\""))
            }
            let answer = try await browser.post(link, from: link, ["then": "//evil.example"])
            #expect(answer.location == "/sign-in?done=verified")
        }
    }

    @Test("asking for an account says the same whether or not there is one")
    func registrationTellsNothing() async throws {
        try await AccountSite.with { home in
            try await register("known@sala.example", at: home)
            let browser = Browser(client: home.client)
            var answers: [String?] = []
            for email in ["known@sala.example", "unknown@sala.example"] {
                answers.append(
                    try await browser.post(
                        "/registration", from: "/registration",
                        ["name": "ก", "email": email, "password": Self.password]
                    ).location)
                answers.append(
                    try await browser.post("/password-resets", from: "/password-resets", ["email": email])
                        .location)
            }
            #expect(
                answers
                    == Array(repeating: ["/mailbox?about=registration", "/mailbox?about=reset"], count: 2)
                    .flatMap(\.self))
        }
    }

    @Test("mistakes stand beside their fields and nothing that was typed is lost but the password")
    func mistakes() async throws {
        try await AccountSite.with { home in
            let answer = try await Browser(client: home.client).post(
                "/registration", from: "/registration", ["name": "", "email": "a@b", "password": "short"])
            #expect(answer.status == 422)
            for field in ["name", "email", "password"] {
                #expect(answer.html.contains("id=\"field-\(field)-error\""))
                #expect(answer.html.contains("href=\"#field-\(field)\""))
            }
            #expect(answer.html.contains("value=\"a@b\"") && !answer.html.contains("value=\"short\""))
        }
    }

    @Test("after ten tries within a quarter of an hour the eleventh has to wait, and is told how long")
    func rates() async throws {
        try await AccountSite.with { home in
            let browser = Browser(client: home.client)
            for attempt in 1...11 {
                let answer = try await browser.post(
                    "/sign-in", from: "/sign-in",
                    ["email": "a@sala.example", "password": "wrong wrong wrong"])
                #expect(answer.status == (attempt <= 10 ? 422 : 429))
                guard attempt == 11 else { continue }
                // 1 700 000 000 is 800 seconds into its quarter of an hour.
                #expect(answer.retryAfter == "100")
                #expect(answer.html.contains("value=\"a@sala.example\"") && answer.html.contains("2 นาที"))
            }
        }
    }

    @Test("a browser that has signed in before is not locked out by what others try, and others wait")
    func lockedOut() async throws {
        try await AccountSite.with { home in
            try await register("known@sala.example", at: home)
            func signIn(_ browser: Browser, _ password: String) async throws -> Int {
                try await browser.post(
                    "/sign-in", from: "/sign-in", ["email": "known@sala.example", "password": password]
                ).status
            }
            let own = Browser(client: home.client)
            #expect(try await signIn(own, Self.password) == 303)
            _ = try await own.post("/sign-out", from: "/account", [:])
            let stranger = Browser(client: home.client)
            for _ in 1...10 { #expect(try await signIn(stranger, "wrong wrong wrong") == 422) }
            #expect(try await signIn(stranger, Self.password) == 429)
            #expect(try await signIn(own, Self.password) == 303)
        }
    }

    @Test("no sign-in leads to another site")
    func elsewhere() async throws {
        try await AccountSite.with { home in
            try await register("known@sala.example", at: home)
            for path in ["//evil.example", "/\\evil.example", "https://evil.example/"] {
                let browser = Browser(client: home.client)
                let answer = try await browser.post(
                    "/sign-in", from: "/sign-in",
                    ["email": "known@sala.example", "password": Self.password, "then": path])
                #expect(answer.location == "/")
            }
        }
    }

    @Test("a new password by letter ends what was open and opens with the new one alone")
    func reset() async throws {
        try await AccountSite.with { home in
            try await register("known@sala.example", at: home)
            let browser = Browser(client: home.client)
            _ = try await browser.post(
                "/password-resets", from: "/password-resets", ["email": "known@sala.example"])
            let link = try await home.link(in: "reset-password")
            let short = try await browser.post(link, from: link, ["new-password": "short"])
            #expect(short.status == 422 && short.html.contains("id=\"field-new-password-error\""))
            let set = try await browser.post(link, from: link, ["new-password": "another long phrase"])
            #expect(set.location == "/sign-in?done=password-set")
            #expect(try await browser.get(link).status == 404)
            for (password, status) in [(Self.password, 422), ("another long phrase", 303)] {
                let answer = try await browser.post(
                    "/sign-in", from: "/sign-in", ["email": "known@sala.example", "password": password])
                #expect(answer.status == status)
            }
        }
    }

    @Test("where somebody wanted to go before the password was forgotten is where the new one leads on to")
    func onwardAfterReset() async throws {
        try await AccountSite.with { home in
            try await register("known@sala.example", at: home)
            let wanted = "/calls/open-call/submissions/new"
            let browser = Browser(client: home.client)
            let signIn = try await browser.get("/sign-in?then=\(wanted)").html
            #expect(signIn.contains("href=\"/password-resets?then=\(wanted)\""))
            let asked = try await browser.post(
                "/password-resets", from: "/password-resets?then=\(wanted)",
                ["email": "known@sala.example", "then": wanted])
            #expect(asked.location == "/mailbox?about=reset&then=\(wanted)")
            let link = try await home.link(in: "reset-password")
            #expect(!link.contains("open-call"))
            let path = String(link.split(separator: "?")[0])
            let phone = Browser(client: home.client)
            let short = try await phone.confirm(
                try await phone.get(link).html, at: path, [("new-password", "short")])
            #expect(short.html.contains("name=\"then\" value=\"\(wanted)\""))
            let set = try await phone.confirm(
                short.html, at: path, [("new-password", "another long phrase")])
            #expect(set.location == "/sign-in?then=\(wanted)&done=password-set")
            let spent = try await Browser(client: home.client).get(link)
            #expect(spent.status == 404 && spent.html.contains("/password-resets?then=\(wanted)"))
            #expect(spent.html.contains("class=\"button\" href=\"/sign-in?then=\(wanted)\""))
        }
    }

    @Test("a new password leads to no other site, whatever is asked for")
    func elsewhereAfterReset() async throws {
        try await AccountSite.with { home in
            try await register("known@sala.example", at: home)
            let browser = Browser(client: home.client)
            let asked = try await browser.post(
                "/password-resets", from: "/password-resets",
                ["email": "known@sala.example", "then": "https://evil.example/"])
            #expect(asked.location == "/mailbox?about=reset")
            let link = try await home.link(in: "reset-password")
            #expect(!link.contains("then"))
            let page = try await browser.get("\(link)?then=Ly9ldmlsLmV4YW1wbGU")
            #expect(page.status == 200 && !page.html.contains("name=\"then\""))
            let set = try await browser.post(
                link, from: link, ["new-password": "another long phrase", "then": "//evil.example"])
            #expect(set.location == "/sign-in?done=password-set")
        }
    }

    @Test("becoming somebody and reading letters exist in a demo and nowhere else")
    func demo() async throws {
        try await AccountSite.with { home in
            let browser = Browser(client: home.client)
            let outbox = try await browser.get("/outbox")
            #expect(outbox.status == 404)
            #expect(try await browser.post("/personas/citizen", from: "/sign-in", [:]).status == 404)
        }
        try await AccountSite.with(isDemo: true) { home in
            let browser = Browser(client: home.client)
            #expect(try await browser.post("/personas/nobody", from: "/sign-in", [:]).status == 404)
            #expect(try await browser.post("/personas/citizen", from: "/sign-in", [:]).status == 303)
            #expect(try await browser.get("/account").html.contains("ประชาชน (ตัวอย่าง)"))
            #expect(try await browser.get("/outbox").status == 200)
            let left = try await browser.post("/sign-out", from: "/account", [:])
            #expect(left.status == 303)
            #expect(await browser.session == nil)
            #expect(try await browser.get("/account").location == "/sign-in?then=/account")
        }
    }

    @Test("a form without the page's token does nothing")
    func forgery() async throws {
        try await AccountSite.with(isDemo: true) { home in
            let browser = Browser(client: home.client)
            let answer = try await browser.send("/personas/citizen", .post, body: "csrf=guessed")
            #expect(answer.status == 403)
            #expect(await browser.session == nil)
        }
    }
}
