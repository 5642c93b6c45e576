import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("A judge's reason not to review")
struct LongReasonTests {
    @Test(
        "is no longer than other reasons: what is too long is refused beside its field as it was typed",
        arguments: ["conflict", "abstention"])
    func tooLong(kind: String) async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let judge = home.judges[0]
            let path =
                kind == "conflict" ? Paths.conflict("first", of: id) : Paths.abstention("first", of: id)
            let field = "\(kind)-reason"
            let reason = String(repeating: "ก", count: 1001)
            let refused = try await judge.browser.post(
                path, from: Paths.review("first", of: id), [field: reason])
            #expect(refused.status == 422)
            #expect(refused.html.contains("id=\"field-\(field)-error\"") && refused.html.contains("1,000"))
            #expect(refused.html.contains(reason))
            #expect(try await home.submission(id).reviews["first"]?[judge.id]?.state == .assigned)
            let taken = try await judge.browser.post(
                path, from: Paths.review("first", of: id), [field: String(reason.dropLast())])
            #expect(taken.status == 303)
            #expect(try await home.submission(id).reviews["first"]?[judge.id]?.isActive == false)
        }
    }
}
