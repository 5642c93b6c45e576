import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("A round of which something is decided")
struct ClosingRoundTests {
    private let handle = FairHome.handle

    /// Three that are scored, the best first, in a fair in which those without a place stay where they are.
    private func scored(_ home: FairHome) async throws -> [SubmissionID] {
        [
            try await home.scored(0, (5, 5)), try await home.scored(1, (3, 3)),
            try await home.scored(2, (1, 1)),
        ]
    }

    private func select(_ home: FairHome) async throws {
        _ = try await home.store.select(
            handle, round: "first", waivesOpenReviews: true, by: home.officer, at: FairHome.after)
    }

    /// Everything that judging is made of, about a submission that nothing is decided about.
    private func refusals(_ home: FairHome, _ id: SubmissionID) async throws -> [Refusal?] {
        let (judge, store) = (home.judges[0], home.store)
        let scoring = Scoring(
            scores: ["impact": 5, "novelty": 5], commentToCommittee: "", commentToFiler: "", isFinal: true)
        let commands: [(Command, PersonID)] = [
            (.review(round: "first", scoring), judge), (.declareConflict(round: "first", reason: "ก"), judge),
            (.abstain(round: "first", reason: "ก"), judge),
            (
                .assign(
                    round: "first",
                    judge: Actor(person: home.judges[3], roles: ["judge"], organisations: [])), home.officer
            ), (.unassign(round: "first", judge: judge, reason: "ก"), home.officer),
        ]
        var refusals: [Refusal?] = []
        for (command, person) in commands {
            refusals.append(
                try await store.refusal(of: command, on: id, by: person, at: FairHome.after))
        }
        do {
            _ = try await store.keepDraft(scoring, of: id, in: "first", by: judge, at: FairHome.after)
            refusals.append(nil)
        } catch let refusal as Refusal {
            refusals.append(refusal)
        }
        return refusals
    }

    @Test("is judged no more, held or released; only decisions that are all taken back open it again")
    func closes() async throws {
        try await FairHome.with("lasting") { home in
            let ids = try await scored(home)
            try await select(home)
            #expect(try await home.submission(ids[0]).held?.action == "win")
            #expect(try await home.submission(ids[1]).held == nil)
            #expect(try await refusals(home, ids[1]) == Array(repeating: .scoringClosed, count: 6))
            let asked = try await home.store.askedReview(
                of: ids[1], round: "first", for: home.judges[0], at: FairHome.after)
            #expect(!asked.isOpen)
            await #expect(throws: Refusal.scoringClosed) {
                try await home.store.assignmentPlan(
                    handle, round: "first", from: .seed(1), by: home.officer, at: FairHome.after)
            }
            try await home.store.takeBackSelection(handle, by: home.officer, at: FairHome.after)
            try await home.review(ids[1], 0, impact: 4, novelty: 4)
            try await select(home)
            try await home.store.release(handle, by: home.officer, at: FairHome.after)
            #expect(try await refusals(home, ids[1]) == Array(repeating: .scoringClosed, count: 6))
            await #expect(throws: Refusal.alreadyDone) { try await select(home) }
        }
    }

    @Test("waits for nobody: not on the desks of officers and judges, and its filers read that it is over")
    func waitsForNobody() async throws {
        try await FairHome.with("lasting") { home in
            let ids = try await scored(home)
            try await home.assign(ids[1], [2])
            func work(_ person: PersonID) async throws -> WaitingWork? {
                let views = try await home.store.calls(of: person)
                return try await home.store.waitingWork(in: views, of: person).values.first
            }
            func over(_ person: PersonID) async throws -> String? {
                try await home.store.submission(ids[1], for: person, at: FairHome.after).over?.name
            }
            #expect(try await work(home.officer)?.rounds["first"]?.reviewed == 3)
            #expect(try await work(home.judges[2])?.reviews == 1)
            try await select(home)
            #expect(try await work(home.officer)?.rounds == [:])
            #expect(try await work(home.judges[2])?.reviews == 0)
            #expect(try await home.store.judgeDesk(handle, for: home.judges[2]).next == nil)
            let panel = try await home.store.panel(handle, round: "first", for: home.officer)
            #expect(panel.isClosed && panel.short == 0)
            // What is held is the committee's secret.
            #expect(try await over(home.officer) == "first")
            #expect(try await over(home.filers[1]) == nil)
            try await home.store.release(handle, by: home.officer, at: FairHome.after)
            #expect(try await work(home.officer)?.rounds == [:])
            #expect(try await over(home.officer) == "first")
            #expect(try await over(home.filers[1]) == "first")
        }
    }

    @Test("is decided by the ranking that was shown: a score given since has it shown again, and told")
    func stale() async throws {
        try await FairHome.with { home in
            let ids = [try await home.scored(0, (4, 4)), try await home.scored(1, (3, 3))]
            let before = try await home.store.ranking(handle, round: "first", for: home.officer)
            let shown = ShownDecisions(fingerprint: before.fingerprint, at: FairHome.time(20, 8))
            try await home.review(ids[1], 0, impact: 4, novelty: 3)
            let ranking = try await home.store.ranking(handle, round: "first", for: home.officer)
            #expect(ranking.fingerprint == before.fingerprint)
            try await home.review(ids[1], 1, impact: 5, novelty: 5)
            try await home.review(ids[1], 0, impact: 5, novelty: 5)
            func select(_ shown: ShownDecisions) async throws -> Int {
                try await home.store.select(
                    handle, round: "first", expecting: shown, by: home.officer, at: FairHome.after
                ).selected
            }
            let refusal = await #expect(throws: Refusal.self) { _ = try await select(shown) }
            guard case .overtaken(let changes) = refusal else {
                Issue.record("refused otherwise: \(String(describing: refusal))")
                return
            }
            #expect(changes.contains { $0.number == "F-2564-0002" && $0.deed == .scored })
            #expect(changes.allSatisfy { $0.name?.hasPrefix("Demo judge") == true })
            #expect(try await home.submission(ids[1]).held == nil)
            let now = try await home.store.ranking(handle, round: "first", for: home.officer)
            #expect(try await select(ShownDecisions(fingerprint: now.fingerprint, at: FairHome.after)) == 1)
            #expect(try await home.submission(ids[1]).held?.action == "win")
        }
    }

    @Test("waits for the end of the call, and for all that was filed before it")
    func waits() async throws {
        try await FairHome.with { home in
            _ = try await home.scored(0, (4, 4))
            let late = try await home.file(1)
            func select(_ now: Instant) async throws {
                _ = try await home.store.select(handle, round: "first", by: home.officer, at: now)
            }
            let closes = try #require(FairHome.period.closes)
            await #expect(throws: Refusal.callStillOpen(closes: closes)) {
                try await select(FairHome.time(21))
            }
            await #expect(throws: Refusal.callStillOpen(closes: closes)) { try await select(closes) }
            await #expect(throws: Refusal.entriesBefore(1)) { try await select(closes.adding(seconds: 1)) }
            try await home.act("return", FairHome.returnInput, on: late, by: home.checker)
            await #expect(throws: Refusal.entriesBefore(1)) { try await select(FairHome.after) }
            try await home.store.fallDue(at: FairHome.time(30))
            try await select(FairHome.after)
        }
    }

    @Test("is not released once a withdrawal has made its decisions others than the ranking says")
    func contradicted() async throws {
        try await FairHome.with { home in
            let ids = try await scored(home)
            try await select(home)
            try await home.act("withdraw", on: ids[0], by: home.filers[0], at: FairHome.after)
            await #expect(throws: Refusal.rankingChanged) {
                try await home.store.release(handle, by: home.officer, at: FairHome.after)
            }
            try await home.store.takeBackSelection(handle, by: home.officer, at: FairHome.after)
            try await select(home)
            #expect(try await home.submission(ids[1]).held?.action == "win")
            #expect(try await home.store.release(handle, by: home.officer, at: FairHome.after) == 2)
        }
    }

    @Test("is not released against its ranking, also where some of it was released before")
    func contradictedLater() async throws {
        try await FairHome.with { home in
            let ids = try await scored(home)
            try await home.act("win", on: ids[0], by: home.officer, at: FairHome.after)
            try await home.store.release(handle, by: home.officer, at: FairHome.after)
            try await home.act("lose", on: ids[1], by: home.officer, at: FairHome.after)
            try await home.act("win", on: ids[2], by: home.officer, at: FairHome.after)
            await #expect(throws: Refusal.rankingChanged) {
                try await home.store.release(handle, by: home.officer, at: FairHome.after)
            }
        }
    }

    @Test("keeps the end of the call where it is until its decisions are taken back")
    func extended() async throws {
        try await FairHome.with { home in
            _ = try await scored(home)
            try await select(home)
            func extend() async throws {
                try await home.store.decide(
                    .extend(to: FairHome.time(40), reason: "น้ำท่วม"), on: handle, by: home.officer,
                    at: FairHome.after)
            }
            await #expect(throws: Refusal.decisionsHeld) { try await extend() }
            try await home.store.takeBackSelection(handle, by: home.officer, at: FairHome.after)
            try await extend()
        }
    }

    @Test("takes nothing more in once its results are out, whatever its period says")
    func concluded() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (4, 4))
            try await home.act("win", on: id, by: home.officer)
            try await home.store.release(handle, by: home.officer, at: FairHome.time(22))
            await #expect(throws: Refusal.resultsReleased) { try await home.start(1, at: FairHome.time(23)) }
        }
    }
}
