import SalaEngine
import Testing

@Suite("A mail address")
struct MailAddressTests {
    @Test(
        "may have a plus, an apostrophe, dots, and no dot in its domain",
        arguments: [
            "clerk@example.go.th", "clerk+sala@example.com", "o'hara@example.com", "a.b-c_d@sub.example.com",
            "root@localhost",
        ])
    func good(text: String) throws {
        let address = try #require(MailAddress(text))
        #expect(address.description == text)
        #expect(address.wire == text)
    }

    @Test("keeps an international domain as typed and goes by its ASCII form")
    func international() throws {
        let address = try #require(MailAddress("clerk@คน.ไทย"))
        #expect(address.description == "clerk@คน.ไทย")
        // Python: "คน.ไทย".encode("idna")
        #expect(address.wire == "clerk@xn--42c6b.xn--o3cw4h")
        #expect(address.domain == "xn--42c6b.xn--o3cw4h")
    }

    @Test(
        "is refused where a mail server would stumble or be misled",
        arguments: [
            "", "clerk", "@example.com", "clerk@", "a@b@example.com", "a b@example.com", " a@example.com",
            "a@example.com ", "a@exam ple.com", "a\t@example.com", "a@example.com\r\nRCPT TO:<b@example.com>",
            "a\u{0}@example.com",
            "a\u{200B}@example.com", "a\u{00A0}@example.com", "<a@example.com>",
            "a@example.com,b@example.com",
            "\"a b\"@example.com", ".a@example.com", "a.@example.com", "a..b@example.com", "a@.example.com",
            "a@example..com", "a@example.com.", "a@-example.com", "a@[127.0.0.1]", "a%b@example.com",
            "a\u{202E}@example.com",
        ])
    func bad(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test("has at most 64 octets before the @ and 254 in all")
    func lengths() {
        let label = String(repeating: "d", count: 60) + "."
        let domain = label + label + label + "th"
        #expect(domain.utf8.count == 185)
        #expect(MailAddress(String(repeating: "a", count: 64) + "@" + domain) != nil)
        #expect(MailAddress(String(repeating: "a", count: 65) + "@" + domain) == nil)
        let long = String(repeating: "a", count: 60) + "@" + label + label + label + "dddddddd.th"
        #expect(long.utf8.count == 255)
        #expect(MailAddress(long) == nil)
        #expect(MailAddress(String(long.dropFirst())) != nil)
    }
}
