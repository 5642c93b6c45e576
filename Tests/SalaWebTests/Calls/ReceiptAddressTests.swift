import Testing

@testable import SalaWeb

@Suite("The address of a receipt")
struct ReceiptAddressTests {
    @Test(
        "an address of no receipt leads to where the code is typed, with what it had",
        arguments: [
            ("xyz", "xyz", "has 16 digits and Latin letters"),
            ("%3Cb%3E", "&lt;b&gt;", "has 16 digits and Latin letters"),
            ("0000-0000-0000-0000", "0000-0000-0000-0000", "No receipt has this code"),
        ])
    func mistyped(sent: String, shown: String, sentence: String) async throws {
        try await CallSite.with { office in
            let answer = try await office.officer.get("/receipts/\(sent)")
            #expect(answer.status == 404 && answer.html.contains("value=\"\(shown)\""))
            #expect(answer.html.contains("action=\"/receipts\"") && answer.html.contains(sentence))
        }
    }
}
