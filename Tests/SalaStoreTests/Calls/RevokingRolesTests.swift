import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("Revoking the judges' role")
struct RevokingRolesTests {
    private func revoke(_ home: FairHome, by person: PersonID? = nil) async throws {
        try await home.store.decide(
            .revoke(role: "judge", person: home.judges[0]), on: FairHome.handle,
            by: person ?? home.officer, at: FairHome.time(20))
    }

    private func letters(_ home: FairHome) async throws -> [String] {
        try await home.store.database.read { connection in
            try connection.rows("select name, address, body from letter order by rowid").map { row in
                let lines = (try row.get("body") as String).split(separator: "\n")
                let kept = lines.filter { ["count", "missing", "number"].contains($0.prefix { $0 != "=" }) }
                return "\(try row.get("name") as String) \(try row.get("address") as String) "
                    + kept.joined(separator: " ")
            }
        }
    }

    @Test("takes off the reviews that are open; those given stay")
    func takenOff() async throws {
        try await FairHome.with { home in
            let given = try await home.judged(0, judges: [0])
            try await home.review(given, 0, impact: 1, novelty: 1)
            let open = [try await home.judged(1, judges: [0, 1]), try await home.judged(2, judges: [0])]
            func holder() async throws -> RoleHolder? {
                try await home.store.people(in: FairHome.handle, for: home.officer).people
                    .first { $0.person == home.judges[0] && $0.role == "judge" }
            }
            #expect(try await holder()?.openReviews == 2)
            try await revoke(home)
            #expect(try await holder() == nil)
            func review(_ id: SubmissionID, _ judge: Int) async throws -> Review? {
                try await home.submission(id).reviews["first"]?[home.judges[judge]]
            }
            #expect(try await review(given, 0)?.state == .final)
            #expect(try await review(open[0], 1)?.state == .assigned)
            for id in open {
                #expect(try await review(id, 0) == Review(state: .withdrawn, lostRole: "judge"))
                #expect(try await home.events(id).last?.body.kind == "role-taken-back")
            }
        }
    }

    @Test("takes off none where who would revoke it may not")
    func notTakenOff() async throws {
        try await FairHome.with { home in
            _ = try await home.judged(0, judges: [0])
            await #expect(throws: Refusal.notAllowed) { try await revoke(home, by: home.judges[1]) }
            #expect(
                try await home.store.judgeDesk(FairHome.handle, for: home.judges[0]).rows.count == 1)
        }
    }

    @Test("takes off the reviews of what is decided and not released too, so that none is left of no judge")
    func held() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (4, 4))
            _ = try await home.scored(1, (1, 1))
            try await home.assign(id, [2])
            _ = try await home.store.select(
                FairHome.handle, round: "first", waivesOpenReviews: true, by: home.officer,
                at: FairHome.after)
            try await home.store.decide(
                .revoke(role: "judge", person: home.judges[2]), on: FairHome.handle, by: home.officer,
                at: FairHome.after)
            let submission = try await home.submission(id)
            #expect(submission.held != nil)
            #expect(submission.reviews["first"]?[home.judges[2]]?.state == .withdrawn)
            #expect(submission.reviews["first"]?[home.judges[0]]?.state == .final)
        }
    }

    @Test("lets what the judge had written and not handed in wait until the judge is asked again")
    func drafts() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0, 1])
            let scoring = Scoring(
                scores: ["impact": 2], commentToCommittee: "ร่าง", commentToFiler: "", isFinal: false)
            for judge in home.judges.prefix(2) {
                try await home.store.keepDraft(scoring, of: id, in: "first", by: judge, at: FairHome.time(19))
            }
            try await revoke(home)
            func draft() async throws -> Scoring? {
                try await home.store.askedReview(
                    of: id, round: "first", for: home.judges[0], at: FairHome.time(21)
                ).draft?.scoring
            }
            await #expect(throws: Refusal.self) { try await draft() }
            try await home.store.decide(
                .grant(role: "judge", person: home.judges[0]), on: FairHome.handle, by: home.officer,
                at: FairHome.time(20))
            try await home.assign(id, [0])
            #expect(try await draft() == scoring)
        }
    }

    @Test("tells the judge once how many go, and the other officers once how many lack a judge")
    func letters() async throws {
        try await FairHome.with { home in
            _ = try await home.colleague()
            for town in 0..<2 { _ = try await home.judged(town, judges: [0, 1]) }
            let given = try await home.judged(2, judges: [0])
            try await home.review(given, 0, impact: 1, novelty: 1)
            try await home.store.database.write { try $0.execute("delete from letter") }
            try await revoke(home)
            #expect(
                try await letters(home) == [
                    "judges-missing colleague@example.go.th count=2",
                    "reviews-taken-off judge-1@example.go.th count=2",
                ])
        }
    }

    @Test("names to the other officers the one submission that lacks a judge, of what is not their own")
    func oneLetter() async throws {
        try await FairHome.with { home in
            let colleague = try await home.colleague()
            for town in 0..<2 { _ = try await home.judged(town, judges: [0]) }
            try await home.store.grantMembership(
                colleague, home.towns[0], role: .member, at: FairHome.time(1))
            try await home.store.database.write { try $0.execute("delete from letter") }
            try await revoke(home)
            let told = try await letters(home).filter { $0.hasPrefix("judges-missing") }
            #expect(told.count == 1)
            #expect(told[0].contains("number=F-2564-0002") && told[0].contains("missing=2"))
        }
    }

    @Test("of a judge of whom nothing is open is told to nobody")
    func quiet() async throws {
        try await FairHome.with { home in
            let given = try await home.judged(0, judges: [0])
            try await home.review(given, 0, impact: 1, novelty: 1)
            try await home.store.database.write { try $0.execute("delete from letter") }
            try await revoke(home)
            #expect(try await letters(home) == [])
        }
    }

    @Test(
        "is not for who has a stake in what is judged, which it names, whoever reviews that",
        arguments: [0, 1])
    func stake(reviewer: Int) async throws {
        try await FairHome.with { home in
            let own = try await home.judged(0, judges: [reviewer])
            let other = try await home.judged(1, judges: [0])
            try await home.store.grantMembership(
                home.officer, home.towns[0], role: .member, at: FairHome.time(1))
            func open() async throws -> Int? {
                try await home.store.people(in: FairHome.handle, for: home.officer).people
                    .first { $0.person == home.judges[0] && $0.role == "judge" }?.openReviews
            }
            // Who reviews the own is not told, nor by a number that is one larger than elsewhere.
            #expect(try await open() == 1)
            await #expect(throws: Refusal.stakeInRound("F-2564-0001")) { try await revoke(home) }
            #expect(try await open() == 1)
            try await revoke(home, by: try await home.colleague())
            for id in [own, other] {
                let state = try await home.submission(id).reviews["first"]?[home.judges[0]]?.state
                #expect(state == (id == own && reviewer == 1 ? nil : .withdrawn))
            }
        }
    }

    @Test("is possible once what the officer has a stake in has left the round")
    func leftRound() async throws {
        try await FairHome.with { home in
            let own = try await home.judged(0, judges: [0])
            try await home.act("withdraw", on: own, by: home.filers[0])
            try await home.store.grantMembership(
                home.officer, home.towns[0], role: .member, at: FairHome.time(1))
            try await revoke(home)
            await #expect(throws: Refusal.roleEnded) {
                try await home.store.judgeDesk(FairHome.handle, for: home.judges[0])
            }
        }
    }

    @Test("is told as ended to who was a judge, and to nobody who lost another role")
    func ended() async throws {
        try await FairHome.with { home in
            try await revoke(home)
            try await home.store.decide(
                .revoke(role: "checker", person: home.checker), on: FairHome.handle, by: home.officer,
                at: FairHome.time(20))
            for (person, refusal) in [
                (home.judges[0], Refusal.roleEnded), (home.checker, .notAllowed),
                (home.stranger, .notAllowed),
            ] {
                await #expect(throws: refusal) {
                    try await home.store.judgeDesk(FairHome.handle, for: person)
                }
            }
        }
    }

    @Test("is shown beforehand in as many statements for three open reviews as for one")
    func statements() async throws {
        try await FairHome.with { home in
            _ = try await home.judged(0, judges: [0])
            func count() async throws -> Int {
                try await home.store.database.counting {
                    _ = try await home.store.people(in: FairHome.handle, for: home.officer)
                }
            }
            let one = try await count()
            for town in 1...2 { _ = try await home.judged(town, judges: [0, 1]) }
            #expect(try await count() == one)
        }
    }
}
