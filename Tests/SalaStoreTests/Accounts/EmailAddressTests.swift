@testable import SalaStore
import Testing

@Suite("E-mail addresses")
struct EmailAddressTests {
    @Test(
        "Addresses that people type differently are one",
        arguments: [
            "somchai@example.go.th", "  Somchai@Example.GO.TH\n", "ｓomchai@example.go.th",
        ])
    func normalised(typed: String) {
        #expect(EmailAddress(typed: typed)?.text == "somchai@example.go.th")
    }

    @Test(
        "What cannot be an address is none",
        arguments: [
            "", "somchai", "@example.go.th", "somchai@", "somchai@localhost", "a@b@example.go.th",
            "som chai@example.go.th", "somchai@example..th", ".som@example.go.th", "som@-example.th",
            "a,b@example.go.th", "somchai@example.go.th\nBcc: x@example.com",
            "zero\u{200B}width@example.go.th",
            String(repeating: "a", count: 65) + "@example.go.th",
        ])
    func refused(typed: String) {
        #expect(EmailAddress(typed: typed) == nil)
    }
}
