import Foundation
import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("Memberships on the web")
struct MembershipPagesTests {
    private func claim(_ town: Int, _ fixture: SiteFixture) async throws -> Guest {
        let citizen = try await fixture.guest(.citizen)
        let answer = try await citizen.post(
            Paths.memberships, [("organisation", fixture.people.towns[town].description)])
        #expect(answer.location == "/memberships?done=membership-asked")
        return citizen
    }

    private func leave(_ town: Int, _ fixture: SiteFixture) async throws {
        let filer = fixture.people.filers[town]
        let answer = try await fixture.guest(filer).post(
            Paths.membershipEnd(of: filer, in: fixture.people.towns[town]))
        #expect(answer.location == "/memberships?done=membership-left")
    }

    @Test("whoever starts an entry reads whom the claim waits for, since when, and what to do meanwhile")
    func waitingAtTheStart() async throws {
        try await SiteFixture.with { fixture in
            try await leave(1, fixture)
            let citizen = try await claim(0, fixture)
            _ = try await claim(1, fixture)
            let page = try await citizen.get(Paths.newSubmission(under: SiteFixture.call)).html
            #expect(page.contains("เทศบาลเมืองตัวอย่าง ก") && page.contains("เทศบาลเมืองตัวอย่าง ข"))
            let since = fixture.clock.now.text(thai: true)
            #expect(page.contains("รอสมาชิกของหน่วยงาน (1 คน)") && page.contains("ตั้งแต่ \(since)"))
            #expect(page.contains("รอเจ้าหน้าที่ของสำนักงานตัวอย่าง อนุมัติ"))
            #expect(page.contains("href=\"/calls/\(SiteFixture.call)\""))
            #expect(!page.contains("เริ่มกรอก</button>"))
            let english = try await citizen.speaking(.english)
                .get(Paths.newSubmission(under: SiteFixture.call)).html
            #expect(english.contains("officers of Example Office"))
        }
    }

    @Test("desks say how many claims wait, and what was decided is still told to who decided")
    func decided() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let waiting = "คำขอเป็นสมาชิกของหน่วยงานรอท่านพิจารณา"
            // The newcomer's claim waits.
            let before = try await officer.get(Paths.desks).html
            #expect(before.contains("<a href=\"\(Paths.memberships)\">มี 1 \(waiting)</a>"))
            #expect(try await !fixture.guest(.screener).get(Paths.desks).html.contains(waiting))
            #expect(try await !officer.get(Paths.memberships).html.contains("คำขอที่พิจารณาล่าสุด"))
            let path = Paths.membership(of: fixture.people.newcomer, in: fixture.people.towns[0])
            #expect(try await officer.post(path, [("decision", "approve")]).code == 303)
            let after = PageShape(try await officer.get(Paths.memberships).html).text
            #expect(after.contains("คำขอที่พิจารณาล่าสุด"))
            #expect(after.contains("อนุมัติให้ ผู้มาใหม่ (ตัวอย่าง) เป็นสมาชิกเทศบาลเมืองตัวอย่าง ก"))
            #expect(after.contains("<span>\(SitePeople.name(.officer))</span>"))
            #expect(after.contains("datetime=\"\(fixture.clock.now.iso)\""))
            #expect(try await !officer.get(Paths.desks).html.contains(waiting))
            #expect(try await !fixture.guest(.rival).get(Paths.memberships).html.contains("คำขอที่พิจารณาล่าสุด"))
        }
    }

    @Test("a misspelt name suggests nearly the same while one types and after it was sent, choosing none")
    func misspelt() async throws {
        try await SiteFixture.with { fixture in
            let citizen = try await fixture.guest(.citizen)
            let typed = try #require(
                "เทศบาลเมืองตัวอยาง ก".addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let town = fixture.people.towns[0]
            let answer = try await citizen.get("\(Paths.organisations)?query=\(typed)")
            let rows = try JSONDecoder().decode([SuggestionView].self, from: Data(answer.html.utf8))
            #expect(rows.first?.id == town.description)
            #expect(rows.first?.detail == "ชื่อใกล้เคียง · เชียงใหม่")
            let page = try await citizen.get("\(Paths.memberships)?query=\(typed)").html
            #expect(page.contains("value=\"\(town)\"") && page.contains("มีชื่อใกล้เคียง"))
            #expect(!page.contains("value=\"\(town)\" checked"))
        }
    }

    @Test("asking for none of those found keeps them and the words, and says to choose one")
    func noneChosen() async throws {
        try await SiteFixture.with { fixture in
            let citizen = try await fixture.guest(.citizen)
            let found = try await citizen.get(Paths.memberships(matching: "เทศบาลเมืองตัวอย่าง")).html
            let searched = "name=\"organisation-searched\" value=\"เทศบาลเมืองตัวอย่าง\""
            let radios = found.matches(of: /type="radio" name="organisation" value="([^"]+)"/).map(\.output.1)
            #expect(found.contains(searched) && radios.count > 1)
            let answer = try await citizen.post(
                Paths.memberships, [("organisation-searched", "เทศบาลเมืองตัวอย่าง")])
            #expect(answer.code == 422 && answer.html.contains(searched))
            #expect(
                answer.html.matches(of: /type="radio" name="organisation" value="([^"]+)"/).map(\.output.1)
                    == radios)
            #expect(answer.html.contains("href=\"#field-organisation\""))
            #expect(answer.html.contains("id=\"field-organisation-error\""))
            #expect(PageShape(answer.html).text.contains("เลือกหน่วยงานหนึ่งแห่งจากรายการ"))
            #expect(!answer.html.contains("พิมพ์ชื่อหน่วยงาน แล้วเลือกจากรายการ"))
            let empty = try await citizen.post(Paths.memberships, [("organisation-searched", "")])
            #expect(empty.code == 422 && empty.html.contains("พิมพ์ชื่อหน่วยงาน แล้วเลือกจากรายการ"))
        }
    }

    @Test("a claim that is refused stays among those found, chosen")
    func refusedClaim() async throws {
        try await SiteFixture.with { fixture in
            let citizen = try await claim(0, fixture)
            let town = fixture.people.towns[0]
            let answer = try await citizen.post(
                Paths.memberships,
                [("organisation", town.description), ("organisation-searched", "เทศบาลเมืองตัวอย่าง")])
            #expect(answer.code == 422 && answer.html.contains("ท่านขอเป็นสมาชิกของหน่วยงานนี้ไว้แล้ว"))
            #expect(answer.html.contains("value=\"\(town)\" checked"))
        }
    }

    @Test("the account says what waits and what is held")
    func account() async throws {
        try await SiteFixture.with { fixture in
            let citizen = try await claim(0, fixture)
            let page = try await citizen.get(Paths.account).html
            #expect(page.contains("เทศบาลเมืองตัวอย่าง ก") && page.contains("รอสมาชิกของหน่วยงาน (1 คน)"))
            let town = fixture.people.towns[0]
            #expect(page.contains("action=\"\(Paths.withdrawal(from: town))\""))
            let member = try await fixture.guest(.entrant).get(Paths.account).html
            #expect(member.contains("href=\"\(Paths.members(of: town))\""))
        }
    }

    @Test("a refusal asks for a reason beside its field, keeps what was typed, and the claimant reads it")
    func refusing() async throws {
        try await SiteFixture.with { fixture in
            let citizen = try await claim(0, fixture)
            let entrant = try await fixture.guest(.entrant)
            let (town, person) = (fixture.people.towns[0], fixture.people[.citizen])
            let path = Paths.membership(of: person, in: town)
            let field = ReasonForm.name(person, town)
            let blank = try await entrant.post(path, [("decision", "refuse"), (field, "  ")])
            #expect(blank.code == 422)
            #expect(blank.html.contains("href=\"#field-\(field)\""))
            #expect(blank.html.contains("id=\"field-\(field)-error\""))
            #expect(blank.html.contains("<details open>"))
            let long = String(repeating: "ก", count: 501)
            let tooLong = try await entrant.post(path, [("decision", "refuse"), (field, long)])
            #expect(tooLong.code == 422 && tooLong.html.contains(long) && tooLong.html.contains("500"))
            let answer = try await entrant.post(path, [("decision", "refuse"), (field, "ไม่รู้จัก <b>")])
            #expect(answer.location == "/memberships?done=membership-refused")
            #expect(try await citizen.get(Paths.memberships).html.contains("เหตุผล: ไม่รู้จัก &lt;b&gt;"))
            #expect(try await entrant.post(path, [("decision", "approve")]).code == 409)
            #expect(try await citizen.post(path, [("decision", "approve")]).code == 403)
        }
    }

    @Test("a claim is withdrawn with one click, and then nobody decides about it")
    func withdrawing() async throws {
        try await SiteFixture.with { fixture in
            let citizen = try await claim(0, fixture)
            let (town, person) = (fixture.people.towns[0], fixture.people[.citizen])
            #expect(
                try await citizen.post(Paths.withdrawal(from: town)).location
                    == "/memberships?done=membership-withdrawn")
            #expect(try await citizen.post(Paths.withdrawal(from: town)).code == 409)
            let entrant = try await fixture.guest(.entrant)
            let answer = try await entrant.post(
                Paths.membership(of: person, in: town), [("decision", "approve")])
            #expect(answer.code == 409 && answer.html.contains("ไม่มีคำขอที่รอพิจารณา"))
        }
    }

    @Test("the first page counts the claims that the list of claims shows")
    func counting() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let entrant = try await fixture.guest(.entrant)
            // The newcomer has asked already.
            for (guest, count) in [(officer, 1), (entrant, 1)] {
                #expect(try await guest.get("/").html.contains("มี \(count) คำขอ"))
            }
            let citizen = try await claim(0, fixture)
            _ = try await claim(2, fixture)
            for (guest, count) in [(officer, 3), (entrant, 2)] {
                #expect(try await guest.get("/").html.contains("มี \(count) คำขอ"))
                let list = try await guest.get(Paths.memberships).html
                #expect(list.matches(of: /action="[^"]*\/decision"/).count == 2 * count)
            }
            for guest in [citizen, try await fixture.guest(.neighbour), try await fixture.guest(.nobody)] {
                #expect(try await !guest.get("/").html.contains("คำขอเป็นสมาชิก"))
            }
        }
    }

    @Test("members see who belongs and how that came about, and take out who has left")
    func members() async throws {
        try await SiteFixture.with { fixture in
            let (town, person) = (fixture.people.towns[0], fixture.people[.citizen])
            let citizen = try await claim(0, fixture)
            let entrant = try await fixture.guest(.entrant)
            #expect(try await citizen.get(Paths.members(of: town)).code == 404)
            _ = try await entrant.post(
                Paths.membership(of: person, in: town), [("decision", "approve")])
            let page = try await citizen.get(Paths.members(of: town)).html
            #expect(page.contains("อนุมัติให้ \(SitePeople.name(.citizen)) เป็นสมาชิก"))
            #expect(page.contains(SitePeople.name(.entrant)))
            let path = Paths.membershipEnd(of: person, in: town)
            #expect(try await entrant.post(path).code == 422)
            let field = ReasonForm.name(person, town)
            #expect(
                try await entrant.post(path, [(field, "ย้ายแล้ว")]).location
                    == "\(Paths.members(of: town))?done=membership-removed")
            #expect(try await citizen.get(Paths.members(of: town)).code == 404)
            #expect(try await citizen.get(Paths.memberships).html.contains("ย้ายแล้ว"))
            #expect(try await fixture.guest(.rival).post(path, [(field, "ก")]).code == 403)
        }
    }

    @Test("who grants roles is warned of a judge who belongs to an organisation that has filed")
    func doubleRoles() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let officer = try await fixture.guest(.officer)
            let path = Paths.people(of: SiteFixture.call)
            let warning = "เป็นสมาชิกของหน่วยงานที่ยื่นเรื่องในการเปิดรับนี้: เทศบาลเมืองตัวอย่าง ก"
            #expect(try await !officer.get(path).html.contains(warning))
            try await fixture.store.grantMembership(
                fixture.people.judges[1], fixture.people.towns[0], role: .member, at: fixture.clock.now)
            #expect(try await officer.get(path).html.contains(warning))
            let other = try await officer.get(Paths.people(of: SiteFixture.nextCall)).html
            #expect(!other.contains(warning))
        }
    }
}
