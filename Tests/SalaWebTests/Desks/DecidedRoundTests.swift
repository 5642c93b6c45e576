import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("A round of which something is decided, on its pages")
struct DecidedRoundTests {
    private let panel = "/calls/\(DeskSite.handle)/rounds/first"

    @Test("a ranking that changed since it was shown decides nothing, and says what changed")
    func stale() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [1])]
            try await home.score(ids[0], 5, 5)
            try await home.score(ids[1], 1, 1, by: 1)
            let shown = try await home.officer.get("\(panel)/ranking").html
            let scoring = Scoring(
                scores: ["impact": 0, "reach": 0], commentToCommittee: "", commentToFiler: "ดี",
                isFinal: true)
            let later = home.site.clock().adding(seconds: 60)
            try await home.site.store.decide(
                .review(round: "first", scoring), on: ids[0], by: home.judges[0].id, at: later)
            let refused = try await home.officer.confirm(shown, at: "\(panel)/selection")
            #expect(refused.status == 409)
            #expect(refused.html.contains("The ranking has changed since this page was shown"))
            #expect(refused.html.contains("D-0001 · gave a score · Demo judge-1"))
            for id in ids { #expect(try await home.submission(id).held == nil) }
            let done = try await home.officer.confirm(refused.html, at: "\(panel)/selection")
            #expect(done.status == 303)
            #expect(try await home.submission(ids[1]).held?.action == "win")
        }
    }

    @Test("a judge's kept draft is no work any more: it is shown, to be read, and the officer was told of it")
    func draft() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [0, 1])]
            try await home.score(ids[0], 5, 5)
            try await home.score(ids[1], 1, 1, by: 1)
            let page = Paths.review("first", of: ids[1])
            let judge = home.judges[0].browser
            _ = try await judge.post(
                page, from: page,
                ["score-impact": "4", "comment-to-filer": "ร่างที่ยังไม่ส่ง", "go": "draft"])
            let ranking = try await home.officer.get("\(panel)/ranking").html
            #expect(ranking.contains("1 review that was asked for, or opened again, is not given yet"))
            #expect(ranking.contains("1 awaited"))
            let unaware = try await home.officer.confirm(ranking, at: "\(panel)/selection")
            #expect(unaware.status == 422 && unaware.html.contains("reviews are still awaited"))
            let aware = try await home.officer.confirm(
                ranking, at: "\(panel)/selection", [("without-open", "yes")])
            #expect(aware.status == 303)
            let html = try await judge.get(page).html
            #expect(html.contains("ร่างที่ยังไม่ส่ง") && html.contains("The scores are not given yet"))
            #expect(html.contains("name=\"score-impact\" value=\"4\" checked"))
            #expect(html.contains("<fieldset disabled>") && !html.contains("value=\"give\""))
            let desk = try await judge.get(Paths.judging(DeskSite.handle)).html
            #expect(desk.contains("Closed, no score given"))
            #expect(desk.contains("<strong>0</strong> <span>kept as drafts</span>"))
            #expect(!desk.contains("class=\"button\" href=\"\(page)\""))
            let desks = try await judge.get(Paths.desks).html
            #expect(desks.contains("<a href=\"\(Paths.judging(DeskSite.handle))\"><strong>0</strong>"))
            let round = try await home.officer.get(panel).html
            #expect(round.contains("This round has been decided") && !round.contains("name=\"seed\""))
        }
    }

    @Test("a waiver is for the reviews that were awaited when the ranking was shown, and for no others")
    func waiver() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [0, 1])]
            try await home.score(ids[0], 5, 5)
            try await home.score(ids[1], 1, 1, by: 1)
            let shown = try await home.officer.get("\(panel)/ranking").html
            #expect(shown.contains("1 awaited"))
            _ = try await home.site.store.assign(
                [AssignmentPair(submission: ids[0], judge: home.judges[1].id)], in: DeskSite.handle,
                round: "first", by: home.officerID, at: home.site.clock())
            let waiver = [("without-open", "yes")]
            let refused = try await home.officer.confirm(shown, at: "\(panel)/selection", waiver)
            #expect(refused.status == 409)
            for id in ids { #expect(try await home.submission(id).held == nil) }
            let done = try await home.officer.confirm(refused.html, at: "\(panel)/selection", waiver)
            #expect(done.status == 303)
        }
    }

    @Test("a judge whose review was opened again reads so, with the reason, until it is given again")
    func reopened() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            try await home.score(id, 5, 5)
            try await home.site.store.reopenReview(
                of: home.judges[0].id, on: id, in: "first", because: "คะแนนสลับช่อง", by: home.officerID,
                at: home.site.clock())
            let judge = home.judges[0].browser
            for path in [Paths.review("first", of: id), Paths.judging(DeskSite.handle)] {
                #expect(try await judge.get(path).html.contains("To be given again"))
            }
            let sheet = try await judge.get(Paths.review("first", of: id)).html
            #expect(sheet.contains("do not count until you give them again. The reason: คะแนนสลับช่อง"))
            let judges = try await home.officer.get(Paths.judges("first", of: id)).html
            #expect(judges.contains("To be given again") && judges.contains("คะแนนสลับช่อง"))
            // The judge is asked as at first.
            let desk = try await judge.get(Paths.judging(DeskSite.handle)).html
            #expect(desk.contains("<strong>1</strong> <span>to score</span>"))
            let ranking = try await home.officer.get("\(panel)/ranking").html
            #expect(ranking.contains("1 still lacks some (D-0001), so the ranking below may change"))
            try await home.score(id, 4, 4)
            for path in [Paths.review("first", of: id), Paths.judging(DeskSite.handle)] {
                let html = try await judge.get(path).html
                #expect(html.contains("Scored") && !html.contains("To be given again"))
            }
        }
    }

    @Test("a record without the reason why a review was opened again is read, and given again, as any other")
    func reopenedUnsaid() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            try await home.score(id, 5, 5)
            let reason = "คะแนนสลับช่อง"
            try await home.site.store.reopenReview(
                of: home.judges[0].id, on: id, in: "first", because: reason, by: home.officerID,
                at: home.site.clock())
            try await home.site.store.database.write { connection in
                for table in ["submission", "review"] as [SQL] {
                    let forgotten = try connection.execute(
                        "update " + table + " set snapshot = replace(snapshot, \(reason), '')")
                    try #require(forgotten == 1)
                }
            }
            let judge = home.judges[0].browser
            let sheet = try await judge.get(Paths.review("first", of: id)).html
            #expect(sheet.contains("do not count until you give them again.</p>"))
            #expect(!sheet.contains("The reason:"))
            #expect(try await judge.get(Paths.judging(DeskSite.handle)).html.contains("To be given again"))
            try await home.score(id, 4, 4)
            let submission = try await home.submission(id)
            let events = try await home.site.store.database.read { connection in
                try connection.events(of: id.uuid, call: submission.call, as: SubmissionEvent.self)
            }
            #expect(submission.reviews["first"]?[home.judges[0].id]?.scores == ["impact": 4, "reach": 4])
            #expect(Submission.replaying(id, events) == submission)
        }
    }

    @Test("after the release nobody reads that decisions can be taken back, or that scores can be changed")
    func released() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            try await home.score(id, 5, 5)
            let judging = Paths.judging(DeskSite.handle)
            let open = try await home.judges[0].browser.get(judging).html
            #expect(open.contains("Scores can be changed until the round is closed"))
            let now = home.site.clock()
            try await home.site.store.decide(.act("win", input: [:]), on: id, by: home.officerID, at: now)
            for page in [panel, Paths.judges("first", of: id)] {
                let held = try await home.officer.get(page).html
                #expect(held.contains("unless all decisions are taken back before their release"))
            }
            _ = try await home.site.store.release(DeskSite.handle, by: home.officerID, at: now)
            for page in [panel, Paths.judges("first", of: id)] {
                let after = try await home.officer.get(page).html
                #expect(after.contains("The results of this round have been released"))
                #expect(!after.contains("unless all decisions are taken back"))
            }
            let closed = try await home.judges[0].browser.get(judging).html
            #expect(closed.contains("Scoring is closed now") && !closed.contains("can be changed until"))
            let round = try await home.officer.get(panel).html
            #expect(round.contains("<strong>1</strong> <span>submissions in this round</span>"))
            #expect(round.contains("<strong>1</strong> <span>fully reviewed</span>"))
        }
    }

    @Test("a judge whose role ends while the form is open reads that, with all that was typed by its label")
    func endedJudge() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let judge = home.judges[0]
            let page = Paths.review("first", of: id)
            let form = try await judge.browser.get(page).html
            try await home.site.store.decide(
                .revoke(role: "judge", person: judge.id), on: DeskSite.handle, by: home.officerID,
                at: DeskSite.start.adding(seconds: 300))
            let answer = try await judge.browser.confirm(
                form, at: page,
                [("score-impact", "4"), ("comment-to-filer", "ขอชื่นชมผลงานนี้"), ("go", "give")])
            #expect(answer.status == 403)
            #expect(answer.html.contains("Your role in this call has ended"))
            #expect(answer.html.contains("ขอชื่นชมผลงานนี้") && answer.html.contains("Comment to the filer"))
            #expect(answer.html.contains("href=\"\(Paths.desks)\""))
            // Nobody else learns that there is such a submission.
            #expect(try await home.judges[1].browser.get(page).status == 404)
        }
    }

    @Test("a screener whose role ends while the form is open reads that too, and what was typed")
    func endedScreener() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let screener = try await fixture.guest(.screener)
            try await fixture.store.decide(
                .revoke(role: "screener", person: fixture.people[.screener]), on: SiteFixture.call,
                by: fixture.people[.officer], at: fixture.clock.tick())
            let answer = try await screener.post(
                Paths.action("return", on: fixture.entry("screening")),
                [("parts", "work"), ("reason", "โปรดแนบภาพหน้าจอ"), ("due", "27/7/2569")])
            #expect(answer.code == 403)
            #expect(answer.html.contains("บทบาทของท่านในการเปิดรับนี้สิ้นสุดแล้ว"))
            #expect(answer.html.contains("โปรดแนบภาพหน้าจอ") && answer.html.contains("ส่วนที่ต้องแก้ไข"))
            // A draft was never the screener's to see.
            #expect(try await screener.get(Paths.submission(fixture.entry("draft"))).code == 404)
        }
    }

    @Test("a bar through which the cut goes is drawn in two")
    func splitBar() throws {
        let view = DistributionView(
            title: "", labelHeading: "", valueHeading: "",
            counts: [("60–70", 3, "3"), ("70–80", 1, "1")], below: [2, 0])
        #expect(view.bars.map(\.height) == [200, 66])
        #expect(view.bars.map { $0.below?.height } == [133, nil])
        #expect(view.bars[0].below?.y == 97)
    }
}
