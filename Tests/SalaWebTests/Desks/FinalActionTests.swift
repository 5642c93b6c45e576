import SalaEngine
import Testing

@testable import SalaWeb

@Suite("An action that nothing leads back from")
struct FinalActionTests {
    private let words = "This cannot be undone"

    @Test(
        "says on its page and before it is done to many that it cannot be undone, and no other does",
        arguments: [("reject", true), ("pass", true), ("return", false)])
    func told(action: String, isFinal: Bool) async throws {
        try await DeskSite.with { home in
            let id = try await home.file(1)
            let page = try await home.officer.get(Paths.action(action, on: id)).html
            #expect(page.contains(words) == isFinal)
            let bulk = "/calls/\(DeskSite.handle)/bulk-actions?action=\(action)&submission=\(id)"
            #expect(try await home.officer.get(bulk).html.contains(words) == isFinal)
        }
    }

    @Test("does not say so while its decision is held, which can be taken back")
    func held() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            try await home.score(id, 5, 5)
            let page = try await home.officer.get(Paths.action("lose", on: id))
            #expect(page.status == 200 && !page.html.contains(words))
        }
    }
}
