import SalaEngine
import SalaThai
import Testing

@Suite("Who decides about memberships")
struct MembershipAuthorityTests {
    private let person = PersonID(Contest.id(20))
    private let clerk = MembershipRole(rawValue: "clerk")
    private let other = OrganisationID(Contest.id(4))

    private func officeCall(
        _ change: (inout OfficeCall) -> Void = { _ in }
    ) throws -> OfficeCall {
        var call = OfficeCall(
            office: Contest.office, state: .published, closes: Contest.time(31),
            programme: try Contest.programme())
        change(&call)
        return call
    }

    private func authority(
        _ roles: [OrganisationID: Set<MembershipRole>], _ calls: [OfficeCall] = [],
        at now: Instant = Contest.time(15)
    ) -> MembershipAuthority {
        MembershipAuthority(of: person, roles: roles, calls: calls, at: now)
    }

    @Test("whoever belongs to an organisation decides about it, and about no other")
    func members() {
        for role in [MembershipRole.member, .officer, clerk] {
            let authority = authority([Contest.town: [role]])
            #expect(authority.decides(about: Contest.town))
            #expect(!authority.decides(about: Contest.village))
        }
        #expect(!authority([Contest.town: []]).decides(about: Contest.town))
        #expect(!authority([:]).decides(about: Contest.town))
    }

    @Test("an officer of an office with a published call decides about whoever may file under it")
    func officers() throws {
        let authority = authority([Contest.office: [clerk]], [try officeCall()])
        #expect(authority.offices == [Contest.office])
        #expect(authority.decides(about: Contest.town) && authority.decides(about: Contest.village))
        // About the office itself as one who belongs to it.
        #expect(authority.decides(about: Contest.office))
    }

    @Test("a role without the permission, or in another organisation, makes no officer")
    func roles() throws {
        let call = try officeCall()
        let without: [[OrganisationID: Set<MembershipRole>]] = [
            [Contest.office: [.member]], [Contest.town: [clerk]], [:],
        ]
        for roles in without {
            #expect(authority(roles, [call]).offices == [])
        }
        // A role that calls grant, or filing gives, is nothing in an organisation.
        for name in ["chair", "filer"] {
            #expect(authority([Contest.office: [MembershipRole(rawValue: name)]], [call]).offices == [])
        }
        let toothless = try officeCall { call in
            call.programme.roles = call.programme.roles.map { role in
                var role = role
                role.may.remove(.grantRoles)
                return role
            }
        }
        #expect(authority([Contest.office: [clerk]], [toothless]).offices == [])
    }

    @Test("a role that one call grants gives no say, whatever it may do")
    func callRoles() throws {
        let call = try officeCall { call in
            call.programme.roles = call.programme.roles.map { role in
                var role = role
                if role.name == "chair" { role.may.insert(.grantRoles) }
                return role
            }
        }
        #expect(authority([Contest.office: [MembershipRole(rawValue: "chair")]], [call]).offices == [])
    }

    @Test("a draft gives nobody a say, nor does a programme under which no organisation files")
    func calls() throws {
        let draft = try officeCall { $0.state = .draft }
        #expect(!authority([Contest.office: [clerk]], [draft]).decides(about: Contest.town))
        let personal = try officeCall { $0.programme.filing.by = .person }
        #expect(!authority([Contest.office: [clerk]], [personal]).decides(about: Contest.town))
        let both = [draft, try officeCall()]
        #expect(authority([Contest.office: [clerk]], both).decides(about: Contest.town))
    }

    @Test("a call counts until 180 days after its end, and one without an end for ever")
    func ended() throws {
        let end = Contest.time(31)
        let last = end.adding(seconds: 180 * 86_400)
        let call = try officeCall { $0.closes = end }
        let roles = [Contest.office: Set([clerk])]
        #expect(authority(roles, [call], at: last).decides(about: Contest.town))
        #expect(
            !authority(roles, [call], at: Instant(microseconds: last.microseconds + 1)).decides(
                about: Contest.town))
        let endless = try officeCall { $0.closes = nil }
        #expect(
            authority(roles, [endless], at: last.adding(seconds: 999_999_999)).decides(about: Contest.town))
    }

    @Test("an officer of two offices decides about each as an organisation that files with the other")
    func twoOffices() throws {
        let calls = [try officeCall(), try officeCall { $0.office = other }]
        let authority = MembershipAuthority(
            of: person, roles: [Contest.office: [clerk], other: [clerk]], calls: calls, at: Contest.time(15))
        #expect(authority.offices == [Contest.office, other])
        #expect(authority.decides(about: Contest.office) && authority.decides(about: other))
    }

    @Test("every refusal has a name of its own")
    func codes() {
        let refusals: [MembershipRefusal] = [
            .alreadyMember, .alreadyClaimed, .tooManyClaims(5), .nothingToDecide, .notYoursToDecide,
            .ownClaim,
            .notMember, .holdsOffice, .reasonMissing, .reasonTooLong(500), .unknownRole,
        ]
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        for refusal in refusals {
            #expect(Refusal.membership(refusal).code == refusal.code)
            #expect(refusal.code.hasPrefix("membership-"))
        }
    }
}
