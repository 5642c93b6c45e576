import Foundation
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("The pages of accounts")
struct AccountPageTests {
    private let library: TemplateLibrary

    init() throws {
        library = try ShippedTemplates.library()
    }

    @Test("each page answers every tag of its template")
    func tags() {
        // These parts have samples of their own.
        let elsewhere = ["field", "empty", "timeline"]
        for page in AccountPages.all {
            let template = type(of: page).template
            let findings = library.unknownTags(template: template, sample: page)
                .filter { finding in !elsewhere.contains { finding.hasPrefix("Templates/parts/\($0)") } }
            #expect(findings == [], "\(template)")
        }
    }

    @Test("each page shows in both languages, with what people typed escaped", arguments: Language.allCases)
    func rendering(language: Language) throws {
        for page in AccountPages.all {
            let html = try library.render(page, language: language)
            #expect(!html.contains("{{") && !html.contains("<b>") && !html.contains("<i>"))
            #expect(html.contains("</html>"))
        }
    }

    @Test("a password's field has no value, and tells password keepers which password it is")
    func passwords() throws {
        let page = NewPasswordPage(
            chrome: .sample(), url: "/x", then: nil, errors: nil,
            password: PasswordView(name: PasswordView.new, label: "รหัสผ่านใหม่", isNew: true))
        let html = try library.render(page, language: .thai)
        let match = html.firstMatch(of: /<input type="password"[^>]*>/)
        let input = try #require(match).output
        #expect(input.contains(#"name="new-password""#) && input.contains(#"autocomplete="new-password""#))
        #expect(input.contains(#"aria-required="true""#) && !input.contains("value="))
    }

    @Test("the session that a page is seen from has no button to end it")
    func sessions() throws {
        let page = try #require(AccountPages.all.compactMap { $0 as? AccountPage }.first)
        let html = try library.render(page, language: .english)
        #expect(html.ranges(of: #"action="/end""#).count == 1)
        #expect(html.ranges(of: "This device").count == 1)
    }
}
