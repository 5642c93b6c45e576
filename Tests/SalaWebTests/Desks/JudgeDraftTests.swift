import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("What a judge has not handed in")
struct JudgeDraftTests {
    private let typed: KeyValuePairs<String, String> = [
        "score-impact": "4", "comment-to-committee": "อ่านแล้วครึ่งหนึ่ง", "comment-to-filer": "",
        "go": "draft",
    ]

    @Test("is kept as a draft, which says so, what it comes to, and comes back with the page")
    func draft() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let page = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            #expect(!(try await judge.get(page).html.contains("The scores are not given yet")))
            let kept = try await judge.post(page, from: page, typed)
            #expect(kept.status == 200)
            #expect(kept.html.contains("\"total\":\"48.00\""))
            #expect(kept.html.contains("of 60 · 1 of 2 scored"))
            #expect(kept.html.contains("The scores are not given yet"))
            let html = try await judge.get(page).html
            #expect(html.contains("name=\"score-impact\" value=\"4\" checked"))
            #expect(html.contains("อ่านแล้วครึ่งหนึ่ง") && html.contains("The scores are not given yet"))
            #expect(html.contains("<strong data-draft-total>48.00</strong>"))
            #expect(try await home.submission(id).reviews["first"]?[home.judges[0].id]?.state == .assigned)
            #expect(try await judge.get(Paths.judging(DeskSite.handle)).html.contains("Draft kept"))
        }
    }

    @Test("is not kept once the review is the judge's no more: why is said, and that it is still on the page")
    func ended() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2)]
            let judge = home.judges[0]
            func keep(_ id: SubmissionID) async throws -> Browser.Answer {
                let review = Paths.review("first", of: id)
                return try await judge.browser.post(review, from: Paths.account, typed)
            }
            let conflict = "\(Paths.review("first", of: ids[0]))/conflict"
            _ = try await judge.browser.post(
                conflict, from: Paths.account, ["conflict-reason": "ญาติ", "comment-to-filer": ""])
            let declared = try await keep(ids[0])
            #expect(declared.status == 409 && !declared.html.contains("\"stamp\""))
            #expect(declared.html.contains("You declared a conflict of interest here on"))
            #expect(declared.html.contains("What you filled in is still on this page"))
            #expect(!declared.html.contains("press Keep as draft again"))
            try await home.site.store.decide(
                .unassign(round: "first", judge: judge.id, reason: "ลาออก"), on: ids[1], by: home.officerID,
                at: home.site.clock())
            let removed = try await keep(ids[1])
            #expect(removed.status == 409)
            #expect(removed.html.contains("took this review back"))
            #expect(removed.html.contains("What you filled in is still on this page"))
        }
    }

    @Test("is kept also when it was refused for its mistakes, and is gone when it is given")
    func mistakes() async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            let judge = home.judges[0].browser
            let refused = try await judge.post(
                page, from: page, ["score-impact": "3", "comment-to-filer": "", "go": "give"])
            #expect(refused.status == 422 && refused.html.contains(" data-saved"))
            #expect(try await judge.get(page).html.contains("name=\"score-impact\" value=\"3\" checked"))
            let given = try await judge.post(
                page, from: page,
                ["score-impact": "3", "score-reach": "1", "comment-to-filer": "ดี", "go": "give"])
            #expect(given.status == 303)
            #expect(!(try await judge.get(page).html.contains("The scores are not given yet")))
        }
    }

    @Test("does not take the place of what another page of the same judge gave, unless it is sent again")
    func overtaken() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let page = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            func stamp(_ html: String, after mark: String = "name=\"stamp\" value=\"") throws -> String {
                let rest = try #require(html.split(separator: mark).last)
                return String(rest.prefix { $0 != "\"" })
            }
            func post(_ level: String, _ comment: String, _ go: String, _ stamp: String) async throws
                -> Browser.Answer
            {
                try await judge.post(
                    page, from: page,
                    [
                        "score-impact": level, "score-reach": "1", "comment-to-filer": comment, "go": go,
                        "stamp": stamp,
                    ])
            }
            func given() async throws -> Review? {
                try await home.submission(id).reviews["first"]?[home.judges[0].id]
            }
            let shown = try stamp(try await judge.get(page).html)
            let kept = try await post("1", "ร่าง", "draft", shown)
            #expect(kept.status == 200)
            for go in ["draft", "give", "stay", "discard"] {
                let late = try await post("5", "เก่ากว่า", go, shown)
                #expect(late.status == 409)
                #expect(late.html.contains("A newer draft was kept") == (go == "draft"))
                // Beside what was sent stands what it would replace.
                #expect(
                    late.html.contains("<span class=\"answer\" lang=\"th\">ร่าง</span>") == (go != "draft"))
            }
            // Nor does one that lacks its comment, and so is kept as a draft where it is the newest.
            #expect(try await post("5", "", "give", shown).status == 409)
            #expect(try await judge.get(page).html.contains("ร่าง</textarea>"))
            // The page that kept it goes on.
            let newest = try stamp(kept.html, after: "\"stamp\":\"")
            #expect(try await post("5", "ใหม่กว่า", "give", newest).status == 303)
            let refused = try await post("2", "เก่ากว่า", "give", shown)
            #expect(refused.status == 409)
            #expect(refused.html.contains("เก่ากว่า") && refused.html.contains("ใหม่กว่า"))
            #expect(refused.html.contains("name=\"score-impact\" value=\"2\" checked"))
            #expect(try await given()?.scores["impact"] == 5)
            #expect(try await post("2", "เก่ากว่า", "give", try stamp(refused.html)).status == 303)
            #expect(try await given()?.commentToFiler == "เก่ากว่า")
        }
    }

    @Test("can be put aside for what was given before")
    func discard() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            try await home.score(id, 1, 1)
            let page = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            _ = try await judge.post(page, from: page, typed)
            let drafted = try await judge.get(page).html
            #expect(drafted.contains("name=\"score-impact\" value=\"4\" checked"))
            #expect(drafted.contains("The scores given before stand"))
            let desk = try await judge.get(Paths.judging(DeskSite.handle)).html
            #expect(desk.contains("Changes are not given yet") && desk.contains("Scored"))
            let done = try await judge.post(page, from: page, ["go": "discard"])
            #expect(done.location == page)
            let html = try await judge.get(page).html
            #expect(html.contains("name=\"score-impact\" value=\"1\" checked"))
            #expect(!html.contains("The scores given before stand"))
        }
    }

    @Test(
        "comes back under its questions where the review was left or taken off meanwhile",
        arguments: [Review.State.conflict, .abstained, .withdrawn])
    func left(_ state: Review.State) async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let page = Paths.review("first", of: id)
            let judge = home.judges[0]
            let sheet = try await judge.browser.get(page).html
            let (command, person): (Command, PersonID) =
                switch state {
                case .conflict: (.declareConflict(round: "first", reason: "ญาติ"), judge.id)
                case .abstained: (.abstain(round: "first", reason: "ไม่ถนัด"), judge.id)
                default: (.unassign(round: "first", judge: judge.id, reason: "สลับงาน"), home.officerID)
                }
            try await home.site.store.decide(
                command, on: id, by: person, at: DeskSite.start.adding(seconds: 200))
            let answer = try await judge.browser.confirm(
                sheet, at: page,
                [
                    ("score-impact", "4"), ("comment-to-filer", "ควรเพิ่มตัวเลข"),
                    ("comment-to-committee", "อ่านแล้วครึ่งหนึ่ง"), ("go", "stay"),
                ])
            #expect((400...499).contains(answer.status))
            for kept in [
                "Comment to the filer</h3><pre class=\"kept\">ควรเพิ่มตัวเลข</pre>",
                "Note to the committee</h3><pre class=\"kept\">อ่านแล้วครึ่งหนึ่ง</pre>",
                "criterion.impact</h3><pre class=\"kept\">Wide effect</pre>",
            ] { #expect(answer.html.contains(kept), "\(kept)") }
            #expect(
                answer.html.matches(of: /<pre class="kept">/).count
                    == answer.html.matches(of: /<h3 class="kept-question">/).count)
        }
    }

    @Test("is refused when the round is over for the submission, with ways on and nothing to send again")
    func over() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2), try await home.judged(3)]
            for id in ids.prefix(2) { try await home.score(id, 3, 3) }
            let page = Paths.review("first", of: ids[0])
            let judge = home.judges[0].browser
            let sheet = try await judge.get(page).html
            try await home.hold("win", ids[0], "lose", ids[1], by: home.officerID)
            let answer = try await judge.confirm(
                sheet, at: page,
                [("score-impact", "5"), ("comment-to-filer", "เปลี่ยนใจแล้ว"), ("go", "give")])
            #expect(answer.status == 409)
            #expect(answer.html.contains("<pre class=\"kept\">เปลี่ยนใจแล้ว</pre>"))
            #expect(!answer.html.contains("<form method=\"post\" action=\"\(page)\">"))
            #expect(answer.html.contains("href=\"\(Paths.judging(DeskSite.handle))\""))
            // Nothing more is judged in the round.
            #expect(!answer.html.contains("href=\"\(Paths.review("first", of: ids[2]))\""))
        }
    }
}
