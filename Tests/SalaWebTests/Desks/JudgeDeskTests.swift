import Foundation
import SalaEngine
import SalaStore
import SalaThai
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
            let next = try #require(given.location)
            #expect(next.hasPrefix("\(Paths.review("first", of: ids[1]))?done=review-given"))
            let html = try await judge.get(next).html
            #expect(html.contains("The scores of D-0001 Lamp 1 are given. <a href=\"\(page)\">"))
            #expect(try await home.submission(ids[0]).reviews["first"]?[home.judges[0].id]?.state == .final)
        }
    }

    @Test("who keeps a draft and goes on is told which, and that it does not count yet")
    func keeping() async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            _ = try await home.judged(2)
            let judge = home.judges[0].browser
            let kept = try await judge.post(page, from: page, ["score-impact": "2", "go": "next"])
            let html = try await judge.get(try #require(kept.location)).html
            #expect(html.contains("The draft scores of D-0001 Lamp 1 are kept. They do not count"))
            #expect(!html.contains("The scores of D-0001 Lamp 1 are given."))
        }
    }

    @Test("who gives the last is told which on the desk, and nobody is told of what is not the own")
    func last() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let page = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            let given = try await judge.post(
                page, from: page,
                ["score-impact": "2", "score-reach": "3", "comment-to-filer": "ดี", "go": "give"])
            let location = try #require(given.location)
            #expect(location.hasPrefix("\(desk)?"))
            #expect(try await judge.get(location).html.contains("The scores of D-0001 Lamp 1 are given."))
            let other = try await home.judges[1].browser.get(location)
            #expect(other.status == 200 && !other.html.contains("Lamp 1"))
        }
    }

    @Test("what is written and not handed in counts as begun, in one word with what was kept")
    func begun() async throws {
        try await DeskSite.with { home in
            let pages = [
                Paths.review("first", of: try await home.judged(1)),
                Paths.review("first", of: try await home.judged(2)),
            ]
            let judge = home.judges[0].browser
            _ = try await judge.post(pages[0], from: pages[0], ["score-impact": "2", "go": "draft"])
            _ = try await judge.post(pages[1], from: pages[1], ["score-impact": "2", "go": "next"])
            let html = try await judge.get(desk).html
            #expect(html.contains("<strong>2</strong> <span>kept as drafts</span>"))
            #expect(html.contains("<strong>0</strong> <span>to score</span>"))
            #expect(try await judge.get(pages[0]).html.contains("Draft kept"))
        }
    }

    @Test("every button and the script say what the routes know, and all that they know")
    func words() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            _ = try await home.judged(2)
            let page = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            _ = try await judge.post(page, from: page, ["score-impact": "2", "go": "stay"])
            let sent = try await judge.get(page).html.matches(of: /name="go" value="([a-z]*)"/)
                .map { String($0.output.1) }
            let script = try String(
                contentsOf: home.site.settings.publicFolder.appending(path: "js/judge.js"), encoding: .utf8)
            let own = script.matches(of: /set\("go", "([a-z]*)"\)/).map { String($0.output.1) }
            #expect(Set(sent + own) == Set(ReviewGoing.allCases.map(\.rawValue)))
        }
    }

    @Test(
        "a way out without its reason keeps the reason that was typed for the other",
        arguments: [
            ("abstention", "conflict"), ("conflict", "abstention"),
        ])
    func otherReason(way: String, other: String) async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            let answer = try await home.judges[0].browser.post(
                "\(page)/\(way)", from: page, ["\(way)-reason": " ", "\(other)-reason": "เคยร่วมงานกัน"])
            #expect(answer.status == 422 && answer.html.contains("เคยร่วมงานกัน"))
            #expect(answer.html.contains("id=\"field-\(way)-reason-error\""))
            #expect(!answer.html.contains("id=\"field-\(other)-reason-error\""))
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

    @Test("the way to declare a conflict stands beside the title and leads to an open form on the page")
    func conflictLink() async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            let html = try await home.judges[0].browser.get(page).html
            let link = try #require(html.range(of: "href=\"#conflict\""))
            let facts = try #require(html.range(of: "class=\"facts\""))
            #expect(link.lowerBound < facts.lowerBound)
            let form = try #require(html.range(of: "id=\"conflict\""))
            #expect(!html[..<form.lowerBound].suffix(400).contains("<details"))
            #expect(html[form.upperBound...].contains("formaction=\"\(page)/conflict\""))
        }
    }

    @Test("what the judge left stands in a group of its own, with the reason and without a way in")
    func declared() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2), try await home.judged(3, by: [1])]
            let judge = home.judges[0].browser
            #expect(!(try await judge.get(desk).html.contains("You declared a conflict or abstained")))
            for (id, way) in zip(ids, ["conflict", "abstention"]) {
                let page = Paths.review("first", of: id)
                _ = try await judge.post("\(page)/\(way)", from: page, ["\(way)-reason": "เหตุของ \(way)"])
            }
            _ = try await home.judges[1].browser.post(
                "\(Paths.review("first", of: ids[2]))/conflict", from: Paths.review("first", of: ids[2]),
                ["conflict-reason": "ของผู้อื่น"])
            let html = try await judge.get(desk).html
            #expect(html.contains("You declared a conflict or abstained"))
            #expect(html.contains("D-0001 Lamp 1") && html.contains("เหตุของ conflict"))
            #expect(html.contains("D-0002 Lamp 2") && html.contains("เหตุของ abstention"))
            #expect(!html.contains("Lamp 3") && !html.contains("ของผู้อื่น"))
            #expect(!html.contains(ids[0].description) && !html.contains(ids[1].description))
        }
    }

    @Test("the receipt's code and the name of who wrote are the filer's and the committee's, not the judge's")
    func namesAndReceipts() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let page = Paths.submission(id)
            let code = ReceiptCode.grouped(
                try #require(try await home.site.store.dossier(id, for: home.officerID).receipt))
            let judge = try await home.judges[0].browser.get(page).html
            #expect(judge.contains("href=\"\(Paths.review("first", of: id))\""))
            #expect(judge.contains("Lamp 1") && !judge.contains(code) && !judge.contains("Demo filer-1"))
            let officer = try await home.officer.get(page).html
            #expect(officer.contains(code) && officer.contains("Demo filer-1"))
            let (filer, _) = try await DeskSite.person("filer-1", home.site, home.client)
            let own = try await filer.get(page).html
            #expect(own.contains(code) && own.contains("Demo filer-1"))
        }
    }

    @Test(
        "an address in an answer is a link that leads away quietly, and only a safe one",
        arguments: [
            ("https://video.example/watch?v=1", true), ("http://video.example/watch", false),
            ("https://video.example is ours", false),
        ])
    func addresses(answer: String, isLink: Bool) async throws {
        try await DeskSite.with { home in
            let id = try await home.drafted(1)
            let filer = try #require(try await home.filer(of: id))
            try await home.site.store.decide(
                .answer(page: "about", ["title": .text(answer), "kind": .text("lamp")]), on: id, by: filer,
                at: DeskSite.start.adding(seconds: 2))
            try await home.submit(id)
            try await home.pass(id, to: [0])
            let link = #"<a href="\#(answer)" rel="noopener nofollow">\#(answer)</a>"#
            for page in [Paths.review("first", of: id), Paths.submission(id)] {
                let html = try await home.judges[0].browser.get(page).html
                #expect(html.contains(link) == isLink && html.contains(answer), "\(page)")
            }
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
            let back = try await judge.get(page)
            #expect(back.status == 403 && back.html.contains("You declared a conflict of interest here on"))
            #expect(back.html.contains("ask the officers of Sample Office"))
            #expect(!back.html.contains("Lamp") && !back.html.contains("D-0001"))
            let late = try await judge.post(page, from: desk, ["score-impact": "2", "go": "give"])
            #expect(late.status == 403 && late.html.contains("You declared a conflict of interest here on"))
            #expect(try await home.submission(id).reviews["first"]?[home.judges[0].id]?.reason == "ญาติ")
        }
    }

    @Test("who comes back to what was left is led to the next that waits")
    func leftNext() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2)]
            let page = Paths.review("first", of: ids[0])
            let judge = home.judges[0].browser
            _ = try await judge.post("\(page)/abstention", from: page, ["abstention-reason": "ไม่ถนัด"])
            let html = try await judge.get(page).html
            #expect(html.contains("You abstained here on"))
            #expect(html.contains("href=\"\(Paths.review("first", of: ids[1]))\""))
            #expect(try await home.judges[1].browser.get(page).status == 404)
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
