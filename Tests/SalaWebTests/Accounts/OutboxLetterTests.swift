import Testing

@testable import SalaWeb

@Suite("The words of letters, with links that lead on")
struct OutboxLetterTests {
    private func pieces(_ body: String) -> [LetterPiece] {
        LetterPiece.pieces(of: body, address: "https://sala.example")
    }

    @Test("an address of the site leads to its path and everything else stays words")
    func links() {
        let pieces = pieces("Open\nhttps://sala.example/verifications/Ab-_1\n\nor https://other.example/x.")
        #expect(
            pieces == [
                LetterPiece(text: "Open\n", url: nil),
                LetterPiece(text: "https://sala.example/verifications/Ab-_1", url: "/verifications/Ab-_1"),
                LetterPiece(text: "\n\nor https://other.example/x.", url: nil),
            ])
    }

    @Test("a full stop or a bracket after an address is not a part of it")
    func stops() {
        let pieces = pieces("(https://sala.example/memberships). https://sala.example/sign-in")
        #expect(pieces.map(\.url) == [nil, "/memberships", nil, "/sign-in"])
        #expect(
            pieces.map(\.text).joined() == "(https://sala.example/memberships). https://sala.example/sign-in")
    }

    @Test("an address that only begins like the site's is not ours")
    func impostors() {
        #expect(pieces("https://sala.example.evil.test/x").allSatisfy { $0.url == nil })
    }

    @Test(
        "an address of the site whose path browsers read as another site stays words",
        arguments: [
            "https://sala.example//evil.example/x", "https://sala.example/\\evil.example",
            "https://sala.example/\u{8}/evil.example",
        ])
    func detours(address: String) {
        let body = "Title: \(address) https://sala.example/calls/fair?page=2"
        #expect(pieces(body).map(\.text).joined() == body)
        #expect(pieces(body).compactMap(\.url) == ["/calls/fair?page=2"])
    }
}
