import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("What helps to decide a claim")
struct ClaimEvidenceTests {
    private let start = FairHome.time(13)

    private func evidence(_ home: FairHome, for decider: PersonID) async throws -> [ClaimEvidence] {
        try await home.store.pendingMemberships(for: decider, at: start).map(\.evidence)
    }

    @Test("is who belongs to the organisation, whether their addresses are alike, and when who claims came")
    func members() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            for number in 1...3 {
                let member = try await home.store.enrol(
                    email: "member-\(number)@else\(number).example", name: "Member \(number)",
                    language: .thai, at: FairHome.time(1))
                try await home.store.grantMembership(
                    member, home.towns[0], role: .member, at: FairHome.time(2 + number))
            }
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            let found = try #require(try await evidence(home, for: home.filers[0]).first)
            #expect(found.memberCount == 4)
            #expect(found.members.map(\.name) == ["Demo filer-0", "Member 1", "Member 2"])
            #expect(found.members.map(\.email).first == "filer-0@example.go.th")
            #expect(found.address == .members(1))
            #expect(found.registeredAt == FairHome.time(1))
            #expect(found.belongsTo == [] && found.refusals == [])
        }
    }

    @Test("is where the person belongs and was refused, as far as who decides may see it")
    func elsewhere() async throws {
        try await FairHome.with { home in
            let clerk = try await home.enrol("clerk")
            try await home.store.grantMembership(clerk, home.towns[2], role: .member, at: start)
            for (town, reason) in [(1, "ไม่รู้จัก"), (0, "ไม่มีชื่อ")] {
                try await home.store.claimMembership(clerk, home.towns[town], at: FairHome.time(9 + town))
                try await home.store.decide(
                    .refuse(reason: reason), about: clerk, in: home.towns[town],
                    by: .person(home.filers[town]), at: FairHome.time(11 + town))
            }
            try await home.store.claimMembership(clerk, home.towns[0], at: start)
            let officer = try #require(try await evidence(home, for: home.officer).first)
            #expect(officer.belongsTo.map(\.id) == [home.towns[2]])
            #expect(officer.refusals.map(\.organisation.id) == [home.towns[1], home.towns[0]])
            #expect(officer.refusals.map(\.reason) == ["ไม่รู้จัก", "ไม่มีชื่อ"])
            #expect(officer.refusals.first?.at == FairHome.time(12))
            // A member of one town learns nothing of the others.
            let member = try #require(try await evidence(home, for: home.filers[0]).first)
            #expect(member.belongsTo == [])
            #expect(member.refusals.map(\.organisation.id) == [home.towns[0]])
        }
    }

    @Test(
        "compares the domain of an address with the members' and with the organisation's name",
        arguments: [
            ("a@maerim.go.th", ["b@maerim.go.th", "c@MaeRim.go.th"], AddressLikeness.members(2)),
            ("a@maerim.go.th", ["b@other.go.th"], .name),
            ("a@mail.mae-rim.go.th", [], .name),
            ("a@gmail.com", ["b@gmail.com"], .anybody),
            ("a@nan.go.th", [], .authority),
            ("a@rim.example", [], .other),
            ("a@notmaerim.go.th", ["b@maerim.go.th"], .authority),
            ("a@maer.go.th", [], .authority),
            ("a@municipality.example", [], .other),
            ("a@subdistrict-municipality.example", [], .other),
            ("a@district.example", [], .other),
            ("a@school.example", [], .other),
            ("a@mail.go.th", [], .authority),
            ("a@local.maerim", [], .other),
            ("a@rimsubdistrict.example", [], .name),
        ])
    func addresses(email: String, members: [String], likeness: AddressLikeness) {
        let organisation = OrganisationSummary(
            id: OrganisationID(UUID.version7(at: start)), kind: "SubdistrictMunicipality",
            nameThai: "เทศบาลตำบลแม่ริม", nameEnglish: "Mae Rim Subdistrict Municipality", provinceCode: "50",
            provinceThai: "เชียงใหม่", provinceEnglish: "Chiang Mai")
        #expect(AddressLikeness(of: email, to: organisation, among: members) == likeness)
    }

    @Test(
        "takes no word that many names have for the organisation's name",
        arguments: [
            ("a@school.example", AddressLikeness.other), ("a@local.example", .other),
            ("a@mail.go.th", .authority), ("a@school-of-mail.example", .other),
            ("a@wiangkaen.example", .name), ("a@wiang-kaen-local-school.example", .name),
        ])
    func generalWords(email: String, likeness: AddressLikeness) {
        let organisation = OrganisationSummary(
            id: OrganisationID(UUID.version7(at: start)), kind: "School", nameThai: "โรงเรียนเวียงแก่น",
            nameEnglish: "Wiang Kaen Local School of Mail", provinceCode: "57", provinceThai: "เชียงราย",
            provinceEnglish: "Chiang Rai")
        #expect(AddressLikeness(of: email, to: organisation, among: []) == likeness)
    }
}
