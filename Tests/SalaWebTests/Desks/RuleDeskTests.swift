import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("The page of a round's rule")
struct RuleDeskTests {
    private let path = Paths.rule("first", of: DeskSite.handle)

    private func fields(_ rule: String, decimals: String = "1") -> KeyValuePairs<String, String> {
        ["rule": rule, "decimals": decimals, "dropped": "1", "rounding": "half-even"]
    }

    @Test("declares another one, which every page that speaks of the rule then says")
    func declares() async throws {
        try await DeskSite.with { home in
            let before = try await home.officer.get(path).html
            #expect(before.contains("Nobody has declared a rule for this round"))
            #expect(before.contains("Weakness: ties are frequent") && before.contains("value=\"copeland\""))
            // Of one review nothing can be left out.
            #expect(!before.contains("value=\"trimmed-mean\""))
            let done = try await home.officer.post(path, from: path, fields("median"))
            #expect(done.location == "\(path)?done=rule-declared")
            let after = try await home.officer.get(path).html
            #expect(after.contains("The score is the median") && after.contains("Declared by Demo officer"))
            let criteria = try await home.officer.get(Paths.criteria(of: DeskSite.handle)).html
            #expect(criteria.contains("The score is the median") && criteria.contains("0.125 becomes 0.12"))
            let settings = try await home.officer.get(Paths.settings(of: DeskSite.handle)).html
            #expect(settings.contains("Rule declared for"))
        }
    }

    @Test("keeps what was typed where it must be mended")
    func mistakes() async throws {
        try await DeskSite.with { home in
            let refused = try await home.officer.post(path, from: path, fields("median", decimals: "many"))
            #expect(refused.status == 422)
            #expect(refused.html.contains("value=\"many\"") && refused.html.contains("#field-decimals"))
            let beyond = try await home.officer.post(path, from: path, fields("median", decimals: "9"))
            #expect(beyond.status == 422 && beyond.html.contains("#field-decimals"))
            let none = try await home.officer.post(path, from: path, ["decimals": "2"])
            #expect(none.status == 422 && none.html.contains("#field-rule"))
        }
    }

    @Test("is only read once somebody has been asked for a review")
    func settled() async throws {
        try await DeskSite.with { home in
            let open = try await home.officer.get(path).html
            #expect(open.contains("name=\"decimals\""))
            _ = try await home.judged(1)
            let html = try await home.officer.get(path).html
            #expect(!html.contains("name=\"decimals\"") && html.contains("so its rule stands"))
            let refused = try await home.officer.post(path, from: path, fields("median"))
            #expect(refused.status == 409)
        }
    }
}
