import Foundation
import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("Taking off a judge who has scored")
struct GivenReviewTests {
    @Test("says before and after that the score counts no more, with the score and how many are left")
    func told() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [0, 1])
            // 60 × 4/5 + 40 × 2/5.
            try await home.score(id, 4, 2)
            let judges = Paths.judges("first", of: id)
            let removal = Paths.judge(home.judges[0].id, "first", of: id)
            let page = try await home.officer.get(judges).html
            let form = page.components(separatedBy: "action=\"\(removal)\"")[1]
                .components(separatedBy: "</form>")[0]
            #expect(form.contains("has given this submission 64.00 points"))
            #expect(form.contains("Reviews that then count: 0 of 1."))
            // Who has not scored loses nothing.
            #expect(page.components(separatedBy: "Reviews that then count").count == 2)
            let done = try await home.officer.confirm(
                page, at: removal, [("reason-\(home.judges[0].id)", "ลาออก")])
            let after = try await home.officer.get(try #require(done.location)).html
            #expect(after.contains("The score of 64.00 that the judge gave counts no more"))
            #expect(after.contains("Reviews that count now: 0 of 1."))
            #expect(try await home.submission(id).reviews["first"]?[home.judges[0].id]?.state == .withdrawn)
            // It is said once.
            #expect(!(try await home.officer.get(judges).html.contains("64.00")))
        }
    }

    @Test("is not done from a page that came before the score did, which is then shown anew")
    func unseen() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let judge = home.judges[0].id
            let removal = Paths.judge(judge, "first", of: id)
            let early = try await home.officer.get(Paths.judges("first", of: id)).html
            #expect(!early.contains("counts no more"))
            try await home.score(id, 5, 5)
            let refused = try await home.officer.confirm(early, at: removal, [("reason-\(judge)", "ลาออก")])
            #expect(refused.status == 409)
            #expect(refused.html.contains("100.00 points") && refused.html.contains("value=\"ลาออก\""))
            #expect(try await home.submission(id).reviews["first"]?[judge]?.state == .final)
            let done = try await home.officer.confirm(
                refused.html, at: removal, [("reason-\(judge)", "ลาออก")])
            #expect(done.status == 303)
        }
    }

    @Test("names what was assigned to its own screener, in the preview and where a judge is added by hand")
    func screened() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [])
            try await home.site.store.decide(
                .grant(role: "judge", person: home.officerID), on: DeskSite.handle, by: home.officerID,
                at: DeskSite.start.adding(seconds: 150))
            let page = try await home.officer.get(Paths.judges("first", of: id)).html
            #expect(page.contains("Demo officer (has 0) · has acted on this submission before</option>"))
            #expect(page.contains("Demo judge-1 (has 0)</option>"))
            let list = "/calls/\(DeskSite.handle)/rounds/first/assignment-list"
            let preview = try await home.officer.post(
                list, from: "/calls/\(DeskSite.handle)/rounds/first",
                ["list": "entry,judge\nD-0001,officer@desks.example"])
            #expect(preview.status == 200)
            #expect(preview.html.contains("1 assignment gives a judge what the same person has acted on"))
            #expect(preview.html.contains("D-0001 Lamp 1 – Demo officer"))
        }
    }

    @Test("a judge who scored and has the role no more stands in the round's table, which says so")
    func former() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            try await home.score(id, 5, 5)
            try await home.site.store.decide(
                .revoke(role: "judge", person: home.judges[0].id), on: DeskSite.handle, by: home.officerID,
                at: DeskSite.start.adding(seconds: 300))
            let html = try await home.officer.get("/calls/\(DeskSite.handle)/rounds/first").html
            let row = html.components(separatedBy: "<tr>").first { $0.contains("Demo judge-1") }
            #expect(try #require(row).contains("<small>No longer a judge of this call</small>"))
            #expect(html.components(separatedBy: "No longer a judge of this call").count == 2)
            #expect(html.contains("<strong>1</strong> <span>judges</span>"))
            #expect(html.contains("1 of 1 reviews given"))
        }
    }
}
