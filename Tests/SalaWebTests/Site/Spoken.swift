import HummingbirdTesting
import SalaEngine
import Testing

/// A page that says no must say it in the reader's language: what each language has to say.
typealias Spoken = [Language: String]

extension SiteFixture {
    /// Asks in each language, and expects that status, a page that says so, and the reason in the log where
    /// the answer is a no.
    func expect(
        _ code: Int, _ guest: Guest, saying words: Spoken, sourceLocation: SourceLocation = #_sourceLocation,
        _ ask: (Guest) async throws -> TestResponse
    ) async throws {
        for language in Language.allCases {
            let told = log.lines.count
            let answer = try await ask(guest.speaking(language))
            #expect(answer.code == code, sourceLocation: sourceLocation)
            let reasons = log.lines[told...].filter { $0.contains(" code=") && $0.contains("status=\(code)") }
            #expect(reasons.isEmpty == (code < 400), "\(reasons)", sourceLocation: sourceLocation)
            let words = try #require(words[language], sourceLocation: sourceLocation)
            let shown = PageShape(answer.html).text
            #expect(answer.html.contains(words), "\(shown)", sourceLocation: sourceLocation)
            #expect(
                answer.html.contains("<html lang=\"\(language.rawValue)\">"), sourceLocation: sourceLocation)
        }
    }
}
