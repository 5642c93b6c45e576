import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Memberships")
struct MembershipTests {
    let start = AccountHome.start

    /// Opens a call of the organisation's, which makes it an office.
    private func openCall(_ organisation: OrganisationID, _ home: AccountHome) async throws {
        try await home.store.database.write { connection in
            try connection.execute(
                """
                insert into programme_version (id, programme, number, digest, files, published_at)
                values ('v', 'example', 1, '', '', 0)
                """)
            try connection.execute(
                """
                insert into call (id, handle, programme, version_id, organisation_id, state, opens_at, filed,
                    snapshot, head)
                values ('c', 'example', 'example', 'v', \(organisation), 'published', 0, 0, '', '')
                """)
        }
    }

    @Test("A wish waits until a member says yes; then the visitor has the place, and a letter says so")
    func approves() async throws {
        try await AccountHome.with { home in
            let office = try await home.organisations(1)[0]
            let member = try await home.enrol("member@example.go.th")
            let clerk = try await home.enrol("clerk@example.go.th")
            try await home.store.grantMembership(member, office, role: "member", at: start)
            try await home.store.claimMembership(clerk, office, at: start)
            let approver = try await home.visitor(member)
            #expect(try await home.visitor(clerk).memberships == [])
            let claims = try await home.store.pendingMemberships(for: approver)
            #expect(claims.map(\.person) == [clerk])
            #expect(claims[0].email == "clerk@example.go.th" && claims[0].organisation.id == office)
            try await home.store.decideMembership(
                of: clerk, in: office, by: approver, approve: true, at: start)
            #expect(try await home.visitor(clerk).roles(in: office) == ["member"])
            #expect(try await home.store.pendingMemberships(for: approver) == [])
            #expect(
                try await home.letters(to: "clerk@example.go.th") == [
                    """
                    membership-approved en: link=https://sala.example/membership-approved/
                    organisation=Example Agency, Bang Pu
                    person=Demo clerk@example.go.th
                    """
                ])
            #expect(
                try await home.count(
                    """
                    select count(*) as count from membership where decided_by = \(member)
                        and decided_at = \(start)
                    """
                ) == 1)
        }
    }

    @Test("After a refusal there is a letter and no place, and the person may ask again")
    func refuses() async throws {
        try await AccountHome.with { home in
            let office = try await home.organisations(1)[0]
            let member = try await home.enrol("member@example.go.th")
            let clerk = try await home.enrol("clerk@example.go.th")
            try await home.store.grantMembership(member, office, role: "member", at: start)
            let approver = try await home.visitor(member)
            try await home.store.claimMembership(clerk, office, at: start)
            try await home.store.decideMembership(
                of: clerk, in: office, by: approver, approve: false, at: start)
            #expect(try await home.visitor(clerk).memberships == [])
            #expect(try await home.letters(to: "clerk@example.go.th")[0].hasPrefix("membership-refused en"))
            #expect(try await home.store.memberships(of: clerk).map(\.state) == [.refused])
            try await home.store.claimMembership(clerk, office, at: start.adding(seconds: 1))
            #expect(try await home.store.pendingMemberships(for: approver).map(\.person) == [clerk])
            #expect(try await home.store.memberships(of: clerk).map(\.state) == [.asked])
        }
    }

    @Test(
        "A wish is refused for an unknown office, beside one that waits or a place, and after five others"
    )
    func claimRefusals() async throws {
        try await AccountHome.with { home in
            let offices = try await home.organisations(6)
            let clerk = try await home.enrol("clerk@example.go.th")
            await #expect(throws: Refusal.notFound) {
                try await home.store.claimMembership(clerk, OrganisationID(.version7(at: start)), at: start)
            }
            try await home.store.grantMembership(clerk, offices[0], role: "officer", at: start)
            for office in offices[1...] { try await home.store.claimMembership(clerk, office, at: start) }
            for office in offices {
                await #expect(throws: Refusal.alreadyDone) {
                    try await home.store.claimMembership(clerk, office, at: start)
                }
            }
            let other = try await home.enrol("other@example.go.th")
            for office in offices[..<5] { try await home.store.claimMembership(other, office, at: start) }
            await #expect(throws: Refusal.limitReached(5)) {
                try await home.store.claimMembership(other, offices[5], at: start)
            }
        }
    }

    @Test("Nobody decides without the right to, nor about oneself, nor twice")
    func decisionRefusals() async throws {
        try await AccountHome.with { home in
            let offices = try await home.organisations(2)
            let member = try await home.enrol("member@example.go.th")
            let clerk = try await home.enrol("clerk@example.go.th")
            let stranger = try await home.visitor(try await home.enrol("stranger@example.go.th"))
            try await home.store.grantMembership(member, offices[0], role: "member", at: start)
            try await home.store.grantMembership(clerk, offices[1], role: "officer", at: start)
            try await home.store.claimMembership(clerk, offices[0], at: start)
            try await home.store.claimMembership(member, offices[1], at: start)
            let approver = try await home.visitor(member), asking = try await home.visitor(clerk)
            func decide(
                _ person: PersonID, _ office: OrganisationID, by visitor: Visitor
            ) async throws {
                try await home.store.decideMembership(
                    of: person, in: office, by: visitor, approve: true, at: start)
            }
            await #expect(throws: Refusal.notAllowed) { try await decide(clerk, offices[0], by: stranger) }
            await #expect(throws: Refusal.notAllowed) { try await decide(clerk, offices[0], by: asking) }
            await #expect(throws: Refusal.notAllowed) { try await decide(member, offices[1], by: approver) }
            // An officer of an organisation that runs no calls is no programme officer.
            await #expect(throws: Refusal.notAllowed) { try await decide(member, offices[1], by: asking) }
            await #expect(throws: Refusal.notFound) {
                try await decide(stranger.person, offices[0], by: approver)
            }
            try await decide(clerk, offices[0], by: approver)
            await #expect(throws: Refusal.alreadyDone) { try await decide(clerk, offices[0], by: approver) }
            #expect(try await home.store.pendingMemberships(for: stranger) == [])
            #expect(try await home.store.pendingMemberships(for: asking) == [])
        }
    }

    @Test("An officer of an office that runs calls decides about every organisation, but not about oneself")
    func officers() async throws {
        try await AccountHome.with { home in
            let offices = try await home.organisations(3)
            let officer = try await home.enrol("officer@example.go.th")
            let clerk = try await home.enrol("clerk@example.go.th")
            try await home.store.grantMembership(officer, offices[0], role: "officer", at: start)
            let approver = try await home.visitor(officer)
            try await home.store.claimMembership(clerk, offices[1], at: start)
            try await home.store.claimMembership(officer, offices[2], at: start)
            #expect(try await home.store.pendingMemberships(for: approver) == [])
            try await openCall(offices[0], home)
            #expect(try await home.store.pendingMemberships(for: approver).map(\.person) == [clerk])
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.decideMembership(
                    of: officer, in: offices[2], by: approver, approve: true, at: start)
            }
            try await home.store.decideMembership(
                of: clerk, in: offices[1], by: approver, approve: true, at: start)
            #expect(try await home.visitor(clerk).roles(in: offices[1]) == ["member"])
        }
    }

    @Test("Lists of wishes and places are one query, for one and for three")
    func queries() async throws {
        try await AccountHome.with { home in
            let offices = try await home.organisations(3)
            let member = try await home.enrol("member@example.go.th")
            let clerk = try await home.enrol("clerk@example.go.th")
            for office in offices {
                try await home.store.grantMembership(member, office, role: "member", at: start)
            }
            let approver = try await home.visitor(member)
            for (index, office) in offices.enumerated() {
                try await home.store.claimMembership(clerk, office, at: start)
                let wishes = try await home.store.database.counting {
                    let waiting = try await home.store.pendingMemberships(for: approver)
                    #expect(waiting.count == index + 1)
                }
                let places = try await home.store.database.counting {
                    let found = try await home.store.memberships(of: clerk)
                    #expect(found.count == index + 1)
                }
                #expect([wishes, places] == [1, 1])
            }
        }
    }
}
