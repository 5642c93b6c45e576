import SalaEngine
import SalaThai
import Testing

@Suite("Who acts")
struct ActorTests {
    private func actor(_ grants: Grants) throws -> Actor {
        Actor(PersonID(Contest.id(50)), grants, in: Contest.call, of: try Contest.programme())
    }

    @Test("has the roles that this call grants, and those held in its office, each from its own side alone")
    func roles() throws {
        let another = CallID(Contest.id(90))
        let office = Contest.call.organisation
        let both: Set = ["checker", "judge"]
        #expect(try actor(Grants(roles: [Contest.call.id: both])).roles == both)
        #expect(try actor(Grants(roles: [another: ["checker"]])).roles == [])
        #expect(try actor(Grants(places: [office: [MembershipRole(rawValue: "clerk")]])).roles == ["clerk"])
        #expect(try actor(Grants(places: [Contest.town: [MembershipRole(rawValue: "clerk")]])).roles == [])
        // A programme's word in the other one's mouth counts for nothing.
        #expect(try actor(Grants(places: [office: [MembershipRole(rawValue: "judge")]])).roles == [])
        #expect(try actor(Grants(roles: [Contest.call.id: ["clerk", "filer", "unknown"]])).roles == [])
    }

    @Test("belongs to every organisation with a place in it, whatever the place")
    func organisations() throws {
        let grants = Grants(places: [Contest.town: [.member], Contest.village: [.officer]])
        #expect(try actor(grants).organisations == [Contest.town, Contest.village])
    }

    @Test("owns what was filed for an organisation while in it; a stake is left after that")
    func owning() throws {
        let (starter, town) = (PersonID(Contest.id(50)), Contest.town)
        let inside = try actor(Grants(places: [town: [.member]]))
        let outside = try actor(Grants())
        #expect(inside.owns(applicant: starter, organisation: town))
        #expect(!outside.owns(applicant: starter, organisation: town))
        #expect(outside.hasStake(in: SubmissionID(Contest.id(99)), applicant: starter, organisation: town))
        #expect(outside.owns(applicant: starter, organisation: nil))
        let another = PersonID(Contest.id(51))
        #expect(inside.owns(applicant: another, organisation: town))
        #expect(inside.hasStake(in: SubmissionID(Contest.id(99)), applicant: another, organisation: town))
        #expect(!outside.hasStake(in: SubmissionID(Contest.id(99)), applicant: another, organisation: town))
        let entry = SubmissionID(Contest.id(99))
        #expect(!Actor.clock.hasStake(in: entry, applicant: another, organisation: nil))
    }
}
