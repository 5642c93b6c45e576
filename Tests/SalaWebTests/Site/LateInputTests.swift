import Foundation
import HummingbirdTesting
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What is sent too late, twice or from elsewhere")
struct LateInputTests {
    private let typed = "ข้อความที่พิมพ์ไว้ก่อนหมดเวลา <b>"
    private let shown = "ข้อความที่พิมพ์ไว้ก่อนหมดเวลา &lt;b&gt;"

    @Test("what another site typed is not offered to be sent again")
    func crossSite() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.draft(0, title: "ก", phone: "080-000-0000")
            let guest = try await fixture.guest(.entrant)
            let path = Paths.action("withdraw", on: id)
            let answer = try await guest.send(
                path, "application/x-www-form-urlencoded", Array("reason=planted".utf8), from: "cross-site")
            #expect(answer.code == 403)
            #expect(!answer.html.contains("planted") && !answer.html.contains("action=\"\(path)\""))
        }
    }

    @Test("what is sent twice is done once")
    func twice() async throws {
        try await SiteFixture.with { fixture in
            let guest = try await fixture.guest(.entrant)
            let start = Paths.submissions(under: SiteFixture.call)
            let organisation = [("organisation", fixture.people.towns[0].description)]
            #expect(try await guest.post(start, organisation).code == 303)
            var before = try await fixture.traces()
            let again = try await guest.post(start, organisation)
            #expect(again.code == 303)
            // It leads to the draft that is there, on whose first page something is missing.
            let begun = try #require(
                try await fixture.store.ownSubmissions(of: fixture.people.filers[0]).first {
                    $0.call.handle == SiteFixture.call
                })
            #expect(again.location == Paths.page("organisation", of: begun.row.id) + "?done=draft-there")
            #expect(
                try await guest.get(try #require(again.location)).html.contains("พามาที่ฉบับร่างเดิม"))
            #expect(try await fixture.traces() == before)

            let id = try await fixture.complete(1, title: "ข", phone: "080-000-0000")
            let rival = try await fixture.guest(.rival)
            let page = [("contact_name", "ผู้ประสานงาน"), ("go", "stay")]
            #expect(try await rival.post(Paths.page("organisation", of: id), page).code == 303)
            before = try await fixture.traces()
            #expect(try await rival.post(Paths.page("organisation", of: id), page).code == 303)
            #expect(try await fixture.traces() == before)

            try await fixture.store.decide(
                .answer(
                    page: "organisation", SiteFixture.answers(title: "", phone: "080-000-0000")[0].answers),
                on: id, by: fixture.people[.rival], at: fixture.clock.now)
            let submit = Paths.action("submit", on: id)
            let filed = try await rival.post(submit)
            #expect(filed.location == "\(Paths.submission(id))?done=filed")
            before = try await fixture.traces()
            let moved: Spoken = [
                .thai: "เรื่องนี้เปลี่ยนไปอยู่ในขั้นตอนอื่นแล้ว", .english: "The submission has moved on",
            ]
            try await fixture.expect(409, rival, saying: moved) { try await $0.post(submit) }
            #expect(try await rival.post(submit).html.contains("ท่านได้ดำเนินการไว้แล้ว: DL-"))
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("a page of a submission that has moved on is refused, with what was typed")
    func movedOn() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let guest = try await fixture.guest(.entrant)
            let before = try await fixture.traces()
            let moved: Spoken = [
                .thai: "เรื่องนี้เปลี่ยนไปอยู่ในขั้นตอนอื่นแล้ว", .english: "The submission has moved on",
            ]
            try await fixture.expect(409, guest, saying: moved) { guest in
                let answer = try await guest.post(Paths.page("work", of: id), [("summary", typed)])
                expectToCopy(answer.html)
                #expect(answer.html.contains("href=\"\(Paths.submission(id))\""))
                return answer
            }
            let screener = try await fixture.guest(.screener)
            let pass = ["eligible", "in_scope", "documents", "consent"].map { ("checks", $0) }
            #expect(try await screener.post(Paths.action("pass", on: id), pass).code == 303)
            let after = try await fixture.traces()
            #expect(after != before)
            try await fixture.expect(409, screener, saying: moved) { screener in
                let answer = try await screener.post(
                    Paths.action("return", on: id),
                    [("parts", "work"), ("reason", typed), ("due", "30/7/2569")])
                expectToCopy(answer.html)
                return answer
            }
            #expect(try await fixture.traces() == after)
        }
    }

    @Test("what cannot be saved comes back under its questions, in their order, choices by their words")
    func underQuestions() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let guest = try await fixture.guest(.entrant)
            let sent = [
                ("shown", "developer=own_staff field=openness"), ("too-large-pictures", "ภาพ.png"),
                ("developer", "own_staff"), ("technology", "gis"), ("technology", "chat"),
                ("summary", typed), ("go", "stay"),
            ]
            let work = PageShape(try await guest.post(Paths.page("work", of: id), sent).html).text
            let asked = ["สรุปผลงาน", "เทคโนโลยี", "ผู้พัฒนา"]
            for word in asked + ["ภูมิสารสนเทศ"] { #expect(work.contains(word), "\(work)") }
            for word in ["own_staff", "gis", "openness", "stay", "ภาพ.png"] { #expect(!work.contains(word)) }
            let places = asked.compactMap { work.range(of: $0)?.lowerBound }
            #expect(places.count == 3 && places == places.sorted())
            let phone = try await guest.post(
                Paths.page("organisation", of: id), [("contact_phone", "080-111-2222"), ("shown", "x y")])
            #expect(phone.html.contains("หมายเลขโทรศัพท์</h3><pre class=\"kept\">080-111-2222</pre>"))
            #expect(!phone.html.contains("x y"))
        }
    }

    @Test("of two who act on one submission, the later one is told who was faster, and when")
    func faster() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let next = try await fixture.filed(1, title: "ข")
            let screener = try await fixture.guest(.screener)
            try await fixture.act("pass", SiteFixture.passInput, on: id, by: fixture.people[.officer])
            let time = fixture.clock.now
            let before = try await fixture.traces()
            for language in Language.allCases {
                let answer = try await screener.speaking(language).post(
                    Paths.action("return", on: id),
                    [("parts", "work"), ("reason", typed), ("due", "30/7/2569")])
                #expect(answer.code == 409)
                #expect(answer.html.contains(SitePeople.name(.officer)))
                #expect(answer.html.contains(time.text(thai: language == .thai)))
                #expect(
                    answer.html.contains(
                        language == .thai ? "ผ่านการตรวจสอบคุณสมบัติแล้ว" : "Passed the check of eligibility"))
                expectToCopy(answer.html)
                for path in [
                    Paths.submission(id), Paths.desk(SiteFixture.call), Paths.submission(next),
                ] {
                    #expect(answer.html.contains("<li><a href=\"\(path)\">"), "\(path)")
                }
            }
            let asked = try await screener.get(Paths.action("return", on: id))
            #expect(asked.code == 409 && asked.html.contains(SitePeople.name(.officer)))
            #expect(try await fixture.traces() == before)
        }
    }

    @Test("who goes on mending what was taken back is told when, not by whom, and may copy what was typed")
    func takenBack() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            try await fixture.act(
                "return", ["parts": .list(["work"]), "reason": .text("ก"), "due": .text("2026-07-30")],
                on: id, by: fixture.people[.screener])
            let entrant = try await fixture.guest(.entrant)
            try await fixture.act(
                "take-back", ["reason": .text("ลงนามแล้ว")], on: id, by: fixture.people[.officer])
            let time = fixture.clock.now.text(thai: true)
            for answer in [
                try await entrant.post(Paths.page("work", of: id), [("summary", typed)]),
                try await entrant.post(Paths.action("resubmit", on: id)),
            ] {
                #expect(answer.code == 409)
                #expect(answer.html.contains("ถอนการส่งกลับให้แก้ไขแล้ว · \(time)"))
                #expect(!answer.html.contains(SitePeople.name(.officer)))
            }
            let page = try await entrant.post(Paths.page("work", of: id), [("summary", typed)])
            expectToCopy(page.html)
        }
    }

    @Test("what could never be done where the entry rests is said so, and nobody is named who had no part")
    func elsewhere() async throws {
        try await SiteFixture.with { fixture in
            let id = try await fixture.filed(0, title: "ก")
            let officer = try await fixture.guest(.officer)
            let words: Spoken = [
                .thai: "อยู่ในขั้นตอน “อยู่ระหว่างตรวจสอบคุณสมบัติ” รายการนี้ทำได้เฉพาะในขั้นตอน “ได้รับรางวัล",
                .english: "At the stage “Being checked for eligibility”; this can be done only at the stage",
            ]
            try await fixture.expect(409, officer, saying: words) { officer in
                let asked = try await officer.get(Paths.action("award", on: id))
                #expect(!asked.html.contains(SitePeople.name(.entrant)))
                #expect(!asked.html.contains("มีผู้ดำเนินการไปก่อนแล้ว"))
                return asked
            }
            let late = try await fixture.guest(.entrant).post(Paths.action("resubmit", on: id))
            #expect(late.code == 409 && late.html.contains("รายการนี้ทำได้เฉพาะในขั้นตอน “รอแก้ไขเพิ่มเติม”"))
        }
    }

    /// What was typed stands there to be copied, and nothing offers to send it again.
    private func expectToCopy(_ html: String, _ location: SourceLocation = #_sourceLocation) {
        #expect(html.contains("<pre class=\"kept\">\(shown)</pre>"), sourceLocation: location)
        #expect(!html.contains("value=\"\(shown)\""), sourceLocation: location)
        let main = html.components(separatedBy: "<main").last ?? html
        #expect(!main.contains("<form"), sourceLocation: location)
    }

    @Test("the last second is in time; one second later is too late, the draft stays and the time is named")
    func deadline() async throws {
        try await SiteFixture.with { fixture in
            let late = try await fixture.complete(0, title: "ก", phone: "080-000-0000")
            let timely = try await fixture.complete(1, title: "ข", phone: "080-000-0000")
            let closes = SiteFixture.time(8, 31, 23, 59, 59)
            fixture.clock.move(to: closes)
            let (guest, rival) = (try await fixture.guest(.entrant), try await fixture.guest(.rival))
            #expect(try await rival.post(Paths.action("submit", on: timely)).code == 303)
            #expect(try await fixture.submission(timely).stage == "screening")
            fixture.clock.move(to: closes.adding(seconds: 1))
            let before = try await fixture.traces()
            let words: Spoken = [
                .thai: "ปิดรับแล้วเมื่อ 31 สิงหาคม 2569 23:59 น. ตามเวลาของระบบ ร่างของท่านยังเก็บไว้",
                .english: "Closed 31 August 2026 23:59 by the server’s clock. Your draft is kept.",
            ]
            try await fixture.expect(409, guest, saying: words) { guest in
                try await guest.post(Paths.action("submit", on: late))
            }
            #expect(try await fixture.traces() == before)
            #expect(try await fixture.submission(late).stage == "draft")
            #expect(try await guest.get(Paths.summary(of: late)).html.contains("ระบบยังเก็บร่างนี้ไว้"))
            // The same of a call: nobody begins after its end.
            let start = Paths.submissions(under: SiteFixture.call)
            let third = try await fixture.guest(fixture.people.filers[2])
            let organisation = [("organisation", fixture.people.towns[2].description)]
            let closed: Spoken = [.thai: "ปิดรับแล้วเมื่อ 31 สิงหาคม 2569", .english: "closed on 31 August 2026"]
            try await fixture.expect(409, third, saying: closed) { try await $0.post(start, organisation) }
            #expect(try await fixture.traces() == before)
        }
    }
}

extension String {
    /// The token that the first form of the page in its middle sends.
    var csrf: String? {
        let main = components(separatedBy: "<main").last ?? self
        return main.firstMatch(of: /name="csrf" value="([^"]+)"/).map { String($0.output.1) }
    }
}
