import SalaEngine
import Testing

@Suite("A review of a judge who loses the role")
struct LosingRoleTests {
    private let judge = Contest.judges[0]

    private func review(_ walk: Walk, of judge: Actor) throws -> Review {
        let person = try #require(judge.person)
        return try #require(walk.submission.reviews["first"]?[person])
    }

    @Test("is taken off, also where a decision is held, by who may grant roles")
    func lostRole() throws {
        var walk = try Walk.judged(by: 4)
        let people = try Contest.judges.map { try #require($0.person) }
        func lose(_ index: Int, _ role: String = "judge", by actor: Actor = Contest.clerk) throws {
            try walk.take(.takeOff(round: "first", judge: people[index], role: role), as: actor)
        }
        for judge in Contest.judges.prefix(2) {
            try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        }
        #expect(throws: Refusal.notAssigned) { try lose(0) }
        #expect(throws: Refusal.notAssigned) { try lose(2, "chair") }
        #expect(throws: Refusal.notAllowed) { try lose(2, by: Contest.chair) }
        try walk.act("win", as: Contest.chair)
        try lose(2)
        #expect(
            try review(walk, of: Contest.judges[2]) == Review(state: .withdrawn, lostRole: "judge"))
        #expect(walk.submission.held?.action == "win")
        try walk.take(.takeBack, as: Contest.clerk)
        try walk.take(.assign(round: "first", judge: Contest.judges[2]), as: Contest.clerk)
        #expect(try review(walk, of: Contest.judges[2]) == Review(state: .assigned))
    }

    @Test("is taken off by hand by who may assign, not by who only grants roles")
    func grantingAlone() throws {
        var walk = try Walk.judged(by: 1)
        walk.change { programme in
            for index in programme.roles.indices where programme.roles[index].name == "clerk" {
                programme.roles[index].may.remove(.assignReviews)
            }
        }
        let person = try #require(judge.person)
        #expect(throws: Refusal.notAllowed) {
            try walk.take(.unassign(round: "first", judge: person, reason: "ป่วย"), as: Contest.clerk)
        }
        try walk.take(.takeOff(round: "first", judge: person, role: "judge"), as: Contest.clerk)
    }
}
