import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("A judge's desk")
struct JudgeDeskTests {
    private let desk = "/calls/\(DeskSite.handle)/judging"

    @Test("counts the judge's own and nobody else's, and leads to the first that waits")
    func own() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [1]), try await home.judged(3)]
            try await home.score(ids[0], 5, 0)
            let html = try await home.judges[0].browser.get(desk).html
            #expect(html.contains("Lamp 1") && !html.contains("Lamp 2") && html.contains("60.00"))
            #expect(html.contains("Begin scoring D-0003 Lamp 3"))
            #expect(html.contains("<strong>1</strong> <span>scored</span>"))
        }
    }

    @Test("mistakes stand beside their criteria, and nothing that was typed is lost")
    func mistakes() async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            let answer = try await home.judges[0].browser.post(
                page, from: page,
                [
                    "score-impact": "4", "comment-to-committee": "อ่านแล้ว <b>", "comment-to-filer": "",
                    "go": "give",
                ])
            #expect(answer.status == 422)
            #expect(answer.html.contains("name=\"score-impact\" value=\"4\" checked"))
            #expect(answer.html.contains("อ่านแล้ว &lt;b&gt;"))
            #expect(answer.html.contains("href=\"#field-score-reach\""))
            #expect(answer.html.contains("href=\"#field-comment-to-filer\""))
            #expect(answer.html.contains("id=\"field-score-reach-error\""))
        }
    }

    @Test("a draft is kept as it is; scores that are given lead on to the next")
    func giving() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2)]
            let page = Paths.review("first", of: ids[0])
            let judge = home.judges[0].browser
            let kept = try await judge.post(page, from: page, ["score-impact": "2", "go": "stay"])
            #expect(kept.location == "\(page)?done=review-kept")
            #expect(try await home.submission(ids[0]).reviews["first"]?[home.judges[0].id]?.state == .begun)
            let given = try await judge.post(
                page, from: page,
                ["score-impact": "2", "score-reach": "3", "comment-to-filer": "ดี", "go": "give"])
            #expect(given.location == "\(Paths.review("first", of: ids[1]))?done=review-given")
            #expect(try await home.submission(ids[0]).reviews["first"]?[home.judges[0].id]?.state == .final)
        }
    }

    @Test("a way out without its reason keeps the scores and comments that were not saved yet")
    func wayOut() async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            let answer = try await home.judges[0].browser.post(
                "\(page)/abstention", from: page,
                [
                    "score-impact": "4", "comment-to-committee": "", "comment-to-filer": "ยังไม่ได้บันทึก",
                    "abstention-reason": " ",
                ])
            #expect(answer.status == 422)
            #expect(answer.html.contains("name=\"score-impact\" value=\"4\" checked"))
            #expect(answer.html.contains("ยังไม่ได้บันทึก"))
            #expect(answer.html.contains("href=\"#field-abstention-reason\""))
        }
    }

    @Test("a conflict needs its reason; after it the submission is gone from the judge's eyes")
    func conflict() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let page = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            let bare = try await judge.post("\(page)/conflict", from: page, ["conflict-reason": "  "])
            #expect(bare.status == 422)
            #expect(bare.html.contains("id=\"field-conflict-reason-error\""))
            let done = try await judge.post("\(page)/conflict", from: page, ["conflict-reason": "ญาติ"])
            #expect(done.location == "\(desk)?done=conflict-declared")
            #expect(try await judge.get(page).status == 404)
            #expect(try await home.submission(id).reviews["first"]?[home.judges[0].id]?.reason == "ญาติ")
        }
    }

    @Test("who is not asked is refused, the officer with a reason and another judge as if it were not there")
    func notAssigned() async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            #expect(try await home.judges[1].browser.get(page).status == 404)
            let officer = try await home.officer.get(page)
            #expect(officer.status == 403)
            #expect(officer.html.contains("You have not been asked to review this"))
        }
    }
}
