import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Conflict answers that are not taken")
struct RefusedConflictTests {
    private static let path = Paths.conflicts(SiteFixture.nextCall)
    private static let round = "first-round"

    /// A judge who is asked about one entry.
    private static func asked(_ fixture: SiteFixture) async throws -> (Guest, SubmissionID) {
        let entry = fixture.entry("next-judging")
        try await fixture.askOtherJudge(about: entry)
        return (try await fixture.guest(.otherJudge), entry)
    }

    /// What the form of all questions carries along of what it shows.
    private static func carried(to judge: Guest) async throws -> [(String, String)] {
        let page = try await judge.get(path).html
        let fields = page.matches(of: /name="(shown|round|stamp)" value="([^"]+)"/)
            .map { (String($0.output.1), String($0.output.2)) }
        try #require(!fields.isEmpty)
        return fields
    }

    @Test(
        "hold a reason and name no conflict: it is asked which is meant",
        arguments: ["named", "one", "blind"])
    func contradicting(kind: String) async throws {
        let field = kind == "blind" ? "reason-\(Self.round)" : "reason"
        try await SiteFixture.with(seeded: true, blind: kind == "blind") { fixture in
            let (judge, _) = try await Self.asked(fixture)
            let carried = try await Self.carried(to: judge)
            let fields = [("kind", kind), ("answer", "no")] + carried
            let before = try await fixture.traces()
            let answer = try await judge.post(Self.path, fields + [(field, "ภรรยาทำงานที่นี่")])
            #expect(answer.code == 422)
            #expect(answer.html.contains("ท่านกรอกเหตุผลไว้"))
            #expect(answer.html.contains("ภรรยาทำงานที่นี่</textarea>"))
            #expect(try await fixture.traces() == before)
            // The reason alone stood in the way.
            #expect(try await judge.post(Self.path, fields).code == 303)
            #expect(try await fixture.traces() != before)
        }
    }

    @Test("were worded otherwise, say so, and stand in the page again", arguments: ["named", "one"])
    func reworded(kind: String) async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let (judge, entry) = try await Self.asked(fixture)
            let before = try await fixture.traces()
            let answer = try await judge.post(
                Self.path,
                [
                    ("kind", kind), ("shown", "\(entry) \(Self.round) other-words"), ("answer", "yes"),
                    ("conflict", "\(entry)/\(Self.round)"), ("reason", "เคยเป็นที่ปรึกษา"),
                ])
            #expect(answer.code == 409)
            #expect(answer.html.contains("ยังไม่ได้บันทึกคำตอบ") && answer.html.contains("เคยเป็นที่ปรึกษา</textarea>"))
            if kind == "named" { #expect(answer.html.contains(" checked")) }
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("were worded otherwise for one of two: neither is kept")
    func partlyReworded() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let (judge, _) = try await Self.asked(fixture)
            try await fixture.askOtherJudge(about: try await fixture.nextJudging(1, title: "ผลงานอีกเรื่อง"))
            let shown = try await Self.carried(to: judge)
            try #require(shown.map(\.0) == ["shown", "shown"])
            let before = try await fixture.traces()
            for place in shown.indices {
                var stale = shown
                stale[place].1 += "-once"
                let answer = try await judge.post(Self.path, [("kind", "named")] + stale)
                #expect(answer.code == 409 && answer.html.contains("ยังไม่ได้บันทึกคำตอบ"))
            }
            #expect(try await fixture.traces() == before)
            let taken = try await judge.post(Self.path, [("kind", "named")] + shown)
            #expect(taken.location?.hasSuffix("done=conflicts-answered") == true)
        }
    }

    @Test("name a conflict where nothing is asked any more")
    func answeredMeanwhile() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let (judge, entry) = try await Self.asked(fixture)
            try await fixture.clear(entry, Self.round, by: fixture.people[.otherJudge])
            func post(_ ticked: [(String, String)]) async throws -> (code: Int, html: String) {
                let fields = [("kind", "named"), ("shown", "\(entry) \(Self.round) words")] + ticked
                let answer = try await judge.post(Self.path, fields)
                return (Int(answer.code), answer.html)
            }
            let late = try await post([("conflict", "\(entry)/\(Self.round)"), ("reason", "เป็นญาติ")])
            #expect(late.code == 409 && late.html.contains("เป็นญาติ"))
            #expect(try await post([]).code == 303)
        }
    }

    @Test("were given for a part of a blind round")
    func blind() async throws {
        try await SiteFixture.with(seeded: true, blind: true) { fixture in
            let (judge, _) = try await Self.asked(fixture)
            let one = try await Self.carried(to: judge)
            try await fixture.askOtherJudge(about: try await fixture.nextJudging(1, title: "ผลงานอีกเรื่อง"))
            let before = try await fixture.traces()
            let forged = ["", "of-another-list"].map { [("round", Self.round), ("stamp", $0)] }
            for fields in forged + [one] {
                let answer = try await judge.post(Self.path, [("kind", "blind")] + fields)
                #expect(answer.code == 409 && answer.html.contains("ยังไม่ได้บันทึกคำตอบ"))
            }
            #expect(try await fixture.traces() == before)
            let both = try await Self.carried(to: judge)
            try #require(both.map(\.0) == ["round", "stamp"])
            let taken = try await judge.post(Self.path, [("kind", "blind")] + both)
            #expect(taken.location?.hasSuffix("done=conflicts-answered") == true)
        }
    }
}
