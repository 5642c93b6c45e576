import SalaStore
import Testing

@Suite("Seals of forms")
struct FormSealTests {
    let seal = FormSeal(key: [UInt8](0..<32))

    @Test("A form is taken with the cookie that it was sealed for, and with no other")
    func accepts() {
        let cookie = FormSeal.freshCookie()
        #expect(cookie.utf8.count == 43)
        #expect(cookie != FormSeal.freshCookie())
        let csrf = seal.csrf(for: cookie)
        #expect(seal.accepts(csrf, for: cookie))
        #expect(!seal.accepts(csrf, for: FormSeal.freshCookie()))
        #expect(!seal.accepts("", for: cookie))
        #expect(!seal.accepts(cookie, for: cookie))
        #expect(!FormSeal(key: [UInt8](1..<33)).accepts(csrf, for: cookie))
    }

    @Test("The seal is HMAC-SHA256 under the key, in base64url")
    func value() {
        #expect(seal.csrf(for: "cookie") == "L78I0sLregRuK_fhgHfh4DvhqT1T-UNWgVkJcPe9twQ")
    }
}
