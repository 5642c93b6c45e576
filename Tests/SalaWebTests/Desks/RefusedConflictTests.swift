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
        _ = try await fixture.store.assign(
            [AssignmentPair(submission: entry, judge: fixture.people[.otherJudge])],
            in: SiteFixture.nextCall, round: round, by: fixture.people[.officer], at: SiteFixture.present)
        return (try await fixture.guest(.otherJudge), entry)
    }

    @Test("hold a reason and name no conflict: it is asked which is meant", arguments: ["named", "one"])
    func contradicting(kind: String) async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let (judge, entry) = try await Self.asked(fixture)
            let before = try await fixture.traces()
            let answer = try await judge.post(
                Self.path,
                [
                    ("kind", kind), ("shown", "\(entry) \(Self.round) words"), ("answer", "no"),
                    ("reason", "ภรรยาทำงานที่นี่"),
                ])
            #expect(answer.code == 422)
            #expect(answer.html.contains("ท่านกรอกเหตุผลไว้"))
            #expect(answer.html.contains("ภรรยาทำงานที่นี่</textarea>"))
            #expect(try await fixture.traces() == before)
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
            let before = try await fixture.traces()
            for stamp in ["", "of-another-list"] {
                let answer = try await judge.post(
                    Self.path, [("kind", "blind"), ("round", Self.round), ("stamp", stamp)])
                #expect(answer.code == 409 && answer.html.contains("ยังไม่ได้บันทึกคำตอบ"))
            }
            #expect(try await fixture.traces() == before)
            let page = try await judge.get(Self.path).html
            let stamp = try #require(page.firstMatch(of: /name="stamp" value="([^"]+)"/)?.1)
            let taken = try await judge.post(
                Self.path, [("kind", "blind"), ("round", Self.round), ("stamp", String(stamp))])
            #expect(taken.location?.hasSuffix("done=conflicts-answered") == true)
        }
    }
}
