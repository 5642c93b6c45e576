import Foundation
import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("An officer's desk")
struct OfficerDeskTests {
    private let desk = "/calls/\(DeskSite.handle)/desk"
    private let bulk = "/calls/\(DeskSite.handle)/bulk-actions"

    @Test("shows what is filed, narrowed as its address says, and links the person's desks")
    func showing() async throws {
        try await DeskSite.with { home in
            _ = try await home.file(1, title: "สะพาน")
            _ = try await home.file(2, title: "เสาไฟ")
            let all = try await home.officer.get(desk).html
            #expect(all.contains("สะพาน 1") && all.contains("เสาไฟ 2") && all.contains("D-0002"))
            let narrowed = try await home.officer.get(
                "\(desk)?query=%E0%B8%AA%E0%B8%B0%E0%B8%9E%E0%B8%B2%E0%B8%99"
            ).html
            #expect(narrowed.contains("สะพาน 1") && !narrowed.contains("เสาไฟ 2"))
            let desks = try await home.officer.get("/desks").html
            #expect(desks.contains("href=\"\(desk)\"") && desks.contains("/rounds/first/ranking"))
        }
    }

    @Test("what waits leads to the desk of its stage, and a row leads back to the desk so narrowed")
    func wayBack() async throws {
        try await DeskSite.with { home in
            let id = try await home.file(1)
            let desks = try await home.officer.get("/desks").html
            #expect(desks.contains("href=\"\(desk)?stage=checking\""))
            #expect(desks.contains("submissions to act on at the stage “ตรวจสอบ”"))
            let table = try await home.officer.get("\(desk)?stage=checking&query=Lamp&order=filed").html
            let row = "\(Paths.submission(id))?stage=checking&query=Lamp&order=filed"
            #expect(table.contains("href=\"\(row.replacing("&", with: "&amp;"))\""))
            let entry = try await home.officer.get(row).html
            let back = "\(desk)?stage=checking&query=Lamp&order=filed".replacing("&", with: "&amp;")
            #expect(entry.contains("href=\"\(back)\">Back to the desk"))
            #expect(try await home.judges[0].browser.get(row).status == 404)
        }
    }

    @Test("what was done is named to who did it, and to no colleague who opens the same address")
    func ownDeed() async throws {
        try await DeskSite.with { home in
            let page = Paths.action("pass", on: try await home.file(1))
            let address = try #require(try await home.officer.post(page, from: page, [:]).location)
            let (colleague, _) = try await home.colleague()
            let sentence = "D-0001 Lamp 1 – ผ่านการตรวจแล้ว"
            #expect(try await home.officer.get(address).html.contains(sentence))
            let other = try await colleague.get(address)
            #expect(other.status == 200 && !other.html.contains(sentence))
        }
    }

    @Test("after a decision the next that waits is one step away, and the last leads back to the desk")
    func nextWaiting() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.file(1), try await home.file(2)]
            let first = "\(Paths.action("pass", on: ids[0]))?stage=checking"
            let done = try await home.officer.post(first, from: first, [:])
            #expect(done.location == "\(Paths.submission(ids[0]))?stage=checking&done=acted")
            let after = try await home.officer.get(try #require(done.location)).html
            let way = "\(Paths.submission(ids[1]))?stage=checking"
            #expect(after.contains("href=\"\(way)\">Next in your queue: D-0002"))
            let second = "\(Paths.action("pass", on: ids[1]))?stage=checking"
            let last = try await home.officer.post(second, from: second, [:])
            let end = try await home.officer.get(try #require(last.location)).html
            #expect(!end.contains("Next in your queue"))
            #expect(end.contains("D-0002 Lamp 2 – ผ่านการตรวจแล้ว. <a"))
            #expect(end.contains("<a href=\"\(desk)?stage=checking\">Back to the desk"))
        }
    }

    @Test("the next that waits comes after the place that the entry had in the order of the desk")
    func nextInOrder() async throws {
        try await DeskSite.with { home in
            var ids: [SubmissionID] = []
            for number in 1...3 { ids.append(try await home.file(number)) }
            // The last filed stands first; after it is acted on, the one before it comes next.
            let path = "\(Paths.action("pass", on: ids[1]))?order=moved"
            let done = try await home.officer.post(path, from: path, [:])
            let filed = DeskSite.start.adding(seconds: 2).microseconds
            let page = "\(Paths.submission(ids[1]))?order=moved&place=\(filed)&done=acted"
            #expect(done.location == page)
            let after = try await home.officer.get(page).html
            #expect(
                after.contains("href=\"\(Paths.submission(ids[0]))?order=moved\">Next in your queue: D-0001"))
        }
    }

    @Test("an action's form that is only adjusted to an answer is shown again, and nothing is done")
    func adjusting() async throws {
        try await DeskSite.with { home in
            let id = try await home.file(1)
            let path = Paths.action("reject", on: id)
            let shown = try await home.officer.post(path, from: path, ["reason": "ซ้ำ", "reload": "reason"])
            #expect(shown.status == 200 && shown.html.contains("value=\"ซ้ำ\""))
            let many = try await home.officer.post(
                bulk, from: desk,
                [
                    "action": "reject", "submissions": id.description, "expected": "1", "reason": "ซ้ำ",
                    "reload": "reason",
                ])
            #expect(many.status == 200 && many.html.contains("value=\"ซ้ำ\""))
            #expect(try await home.submission(id).stage == "checking")
        }
    }

    @Test("no column tells of deadlines where no stage has a clock")
    func noClock() async throws {
        try await DeskSite.with { home in
            _ = try await home.file(1)
            let html = try await home.officer.get(desk).html
            #expect(html.contains(">Last step"))
            #expect(!html.contains(">Due") && !html.contains("No deadline"))
        }
    }

    @Test("the way to desks is shown to those who have one, and to nobody else")
    func menu() async throws {
        try await DeskSite.with { home in
            let (filer, _) = try await DeskSite.person("citizen", home.site, home.client)
            let link = "<a href=\"/desks\""
            for browser in [home.officer, home.judges[0].browser] {
                #expect(try await browser.get("/following").html.contains(link))
            }
            #expect(try await !filer.get("/following").html.contains(link))
            #expect(try await filer.get("/desks").status == 200)
        }
    }

    @Test("is for those who see what is filed")
    func closed() async throws {
        try await DeskSite.with { home in
            let judge = try await home.judges[0].browser.get(desk)
            #expect(judge.status == 403)
            let stranger = try await Browser(client: home.client).get(desk)
            #expect(stranger.location == "/sign-in?then=\(desk)")
        }
    }

    @Test("says what an action will do to how many, then does it to those")
    func bulkAction() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.file(1), try await home.file(2), try await home.judged(3)]
            let preview = try await home.officer.get(
                "\(bulk)?action=pass&all-matching=1&desk=\(desk)%3Forder%3Dfiled")
            #expect(preview.status == 200)
            #expect(preview.html.contains("2 submissions will change their status to"))
            #expect(preview.html.contains("cannot be done to 1 submission, which stays where it is"))
            for number in 1...3 { #expect(preview.html.contains("D-000\(number) Lamp \(number)</a>")) }
            #expect(preview.html.contains("href=\"\(Paths.submission(ids[2]))?order=filed\""))
            #expect(try await home.submission(ids[0]).stage == "checking")
            let done = try await home.officer.post(
                bulk, from: desk,
                [
                    "action": "pass", "desk": "\(desk)?order=filed", "expected": "3 3 -",
                    "submissions": ids.map(\.description).joined(separator: " "),
                ])
            #expect(done.location == "\(desk)?order=filed&done-action=pass&done-moved=2&done-refused=1")
            #expect(try await home.submission(ids[1]).stage == "judging")
            let after = try await home.officer.get(try #require(done.location)).html
            #expect(after.contains("ผ่านการตรวจแล้ว – 2 submissions. It could not be done for 1,"))
        }
    }

    @Test("who goes back from an action on many finds what was ticked, the rows and all that match")
    func wayBackFromMany() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.file(1), try await home.file(2)]
            let wish = "submission=\(ids[0])&all-matching=1"
            let preview = try await home.officer.get("\(bulk)?action=pass&\(wish)&desk=\(desk)").html
            #expect(preview.contains("2 submissions will change their status to"))
            #expect(preview.contains("href=\"\(desk)?\(wish.replacing("&", with: "&amp;"))\""))
            // The same after something was refused.
            let stale = try await home.officer.post(
                bulk, from: desk,
                [
                    "action": "pass", "desk": "\(desk)?\(wish)", "expected": "1 1",
                    "submissions": ids.map(\.description).joined(separator: " "),
                ])
            #expect(stale.status == 409)
            #expect(stale.html.contains("href=\"\(desk)?\(wish.replacing("&", with: "&amp;"))\""))
        }
    }

    @Test("a stage that there is none of finds nothing, says so and leads to every stage")
    func unknownStage() async throws {
        try await DeskSite.with { home in
            _ = try await home.file(1)
            let html = try await home.officer.get("\(desk)?stage=xyz&query=Lamp").html
            #expect(html.contains("There is no such stage") && !html.contains("Lamp 1"))
            #expect(html.contains("href=\"\(desk)\">See the submissions of every stage"))
            // One that is only empty says that something may yet come.
            let empty = try await home.officer.get("\(desk)?stage=lost").html
            #expect(empty.contains("Nothing here yet") && !empty.contains("There is no such stage"))
        }
    }

    @Test(
        "keeps what was typed into an action's form, and asks anew where that is not what was shown"
    )
    func asking() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.file(1), try await home.file(2)]
            let chosen = ids.map(\.description).joined(separator: " ")
            let empty = try await home.officer.post(
                bulk, from: desk,
                ["action": "reject", "submissions": chosen, "expected": "3 3", "reason": ""])
            #expect(empty.status == 422)
            #expect(empty.html.contains("href=\"#field-reason\""))
            for expected in ["2", "3", "3 x", "1 3", "3 3 3"] {
                let stale = try await home.officer.post(
                    bulk, from: desk,
                    ["action": "reject", "submissions": chosen, "expected": expected, "reason": "ซ้ำกัน"])
                #expect(stale.status == 409, "\(expected)")
                #expect(stale.html.contains("ซ้ำกัน"))
                #expect(try await home.submission(ids[0]).stage == "checking")
            }
            let done = try await home.officer.post(
                bulk, from: desk,
                ["action": "reject", "submissions": chosen, "expected": "3 3", "reason": "ซ้ำกัน"])
            #expect(done.status == 303)
            #expect(try await home.submission(ids[1]).stage == "lost")
        }
    }

    @Test("an action without a choice stays at the table and says at the buttons how to choose")
    func nothing() async throws {
        try await DeskSite.with { home in
            _ = try await home.file(1)
            let narrowed = "\(desk)?stage=checking"
            let asked = "\(bulk)?action=pass&desk=\(desk)%3Fstage%3Dchecking"
            let answer = try await home.officer.get(asked)
            #expect(answer.location == "\(narrowed)&choice=none#bulk")
            let table = try await home.officer.get("\(narrowed)&choice=none").html
            #expect(table.contains("D-0001"))
            let bar = try #require(table.components(separatedBy: "class=\"bulk\"").last)
            #expect(bar.contains("role=\"alert\"") && bar.contains("Nothing is chosen yet"))
            #expect(try await !home.officer.get(narrowed).html.contains("Nothing is chosen yet"))
        }
    }

    @Test("many are offered only what can be done to one of those that are listed")
    func offered() async throws {
        try await DeskSite.with { home in
            func offers(_ path: String) async throws -> [String] {
                try await home.officer.get(path).html
                    .matches(of: /name="action" value="([a-z]+)"/).map { String($0.output.1) }
            }
            let id = try await home.file(1, title: "สะพาน")
            #expect(try await offers(desk) == ["pass", "reject"])
            try await home.site.store.decide(
                .act("pass", input: [:]), on: id, by: home.officerID, at: DeskSite.start)
            #expect(try await offers(desk) == [])
            _ = try await home.file(2, title: "เสาไฟ")
            #expect(try await offers(desk) == ["pass", "reject"])
            #expect(try await offers("\(desk)?stage=judging") == [])
            let bridge = "%E0%B8%AA%E0%B8%B0%E0%B8%9E%E0%B8%B2%E0%B8%99"
            #expect(try await offers("\(desk)?query=\(bridge)") == [])
        }
    }

    @Test("what an action would do has an address of its own, and the way back has the rows ticked")
    func goingBack() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.file(1), try await home.file(2)]
            let table = try await home.officer.get(desk).html
            #expect(table.contains("<form method=\"get\" action=\"\(bulk)\""))
            let asked = "\(bulk)?action=reject&desk=\(desk)&submission=\(ids[1])"
            for _ in 1...2 {
                let preview = try await home.officer.get(asked)
                #expect(preview.status == 200 && preview.html.contains("1 submission will change its status"))
                #expect(preview.html.contains("href=\"\(desk)?submission=\(ids[1])\""))
            }
            let back = try await home.officer.get("\(desk)?submission=\(ids[1])").html
            #expect(back.contains("value=\"\(ids[1])\" checked"))
            #expect(!back.contains("value=\"\(ids[0])\" checked"))
            #expect(try await home.submission(ids[1]).stage == "checking")
        }
    }
}
