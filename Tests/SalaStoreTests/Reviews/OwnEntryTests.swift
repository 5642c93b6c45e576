import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("What is one's own, to somebody with a part in the committee")
struct OwnEntryTests {
    private let round = "first"

    /// Three scored entries; the officer of the office is a member of the town that filed the second best.
    private struct Scored {
        var own: SubmissionID
        var best: SubmissionID
        var last: SubmissionID
        /// An officer of the same office who is of no town.
        var other: PersonID
    }

    private func scored(_ home: FairHome) async throws -> Scored {
        let best = try await home.scored(0, (5, 5))
        let own = try await home.scored(1, (4, 4))
        let last = try await home.scored(2, (1, 1))
        let other = try await home.store.enrol(
            email: "other@example.go.th", name: "Demo other", language: .thai, at: FairHome.time(1))
        try await home.store.grantMembership(other, home.office, role: .officer, at: FairHome.time(1))
        try await home.store.grantMembership(
            home.officer, home.towns[1], role: .member, at: FairHome.time(1))
        return Scored(own: own, best: best, last: last, other: other)
    }

    private func ranking(_ home: FairHome, _ person: PersonID) async throws -> RoundRanking {
        try await home.store.ranking(FairHome.handle, round: round, for: person)
    }

    @Test("stands in the ranking at its true rank, without scores, judges and comments")
    func ranked() async throws {
        try await FairHome.with { home in
            let entries = try await scored(home)
            try await home.act("win", on: entries.best, by: entries.other)
            try await home.act("lose", on: entries.own, by: entries.other)
            let seen = try await ranking(home, home.officer)
            let whole = try await ranking(home, entries.other)
            #expect(seen.entries.map(\.submission.id) == [entries.best, entries.own, entries.last])
            #expect(seen.entries.map(\.rank) == whole.entries.map(\.rank))
            #expect(seen.entries.map(\.isOwn) == [false, true, false])
            let own = seen.entries[1]
            #expect(own.score == nil && own.spread == nil && own.reviews.isEmpty)
            #expect(own.decidedBy == "own" && own.submission.held == nil)
            #expect(seen.entries[0].score == "100.00" && seen.entries[0].reviews.count == 2)
            #expect(seen.entries[0].submission.held == "win")
            #expect([seen.held, whole.held] == [1, 2])
            #expect(whole.entries[1].score == "80.00" && whole.entries[1].submission.held == "lose")
        }
    }

    @Test("tells its score through no drawing: no bar, and no line where the cut is its own score")
    func chart() async throws {
        try await FairHome.with(settings: CallSettings(numbers: ["places": 2])) { home in
            let entries = try await scored(home)
            let seen = try #require(try await ranking(home, home.officer).chart)
            let whole = try #require(try await ranking(home, entries.other).chart)
            #expect(whole.cut?.score == "80.00" && whole.bins.map(\.count).reduce(0, +) == 3)
            #expect(seen.cut == nil && seen.bins.map(\.count).reduce(0, +) == 2)
        }
    }

    @Test("has no trace and no list of judges for its own side, who is told why")
    func refused() async throws {
        try await FairHome.with { home in
            let entries = try await scored(home)
            await #expect(throws: Refusal.ownOrganisation) {
                try await home.store.scoreTrace(
                    of: entries.own, under: FairHome.handle, round: round, for: home.officer)
            }
            await #expect(throws: Refusal.ownOrganisation) {
                try await home.store.judges(of: entries.own, round: round, for: home.officer)
            }
            let trace = try await home.store.scoreTrace(
                of: entries.best, under: FairHome.handle, round: round, for: home.officer)
            #expect(trace.given.count == 2)
            let (_, judges, _) = try await home.store.judges(
                of: entries.best, round: round, for: home.officer)
            // Of three reviews each one is of the officer's own town.
            #expect(judges.map(\.load) == [2, 2, 0, 0])
            #expect(judges.compactMap(\.review).allSatisfy { $0.scores.isEmpty && $0.state == .final })
            let (_, all, _) = try await home.store.judges(of: entries.own, round: round, for: entries.other)
            #expect(all.map(\.load) == [3, 3, 0, 0])
        }
    }

    @Test("is in no count and no list of the panel")
    func panel() async throws {
        try await FairHome.with { home in
            let entries = try await scored(home)
            let short = try await home.judged(1)
            _ = try await home.store.assign(
                [AssignmentPair(submission: short, judge: home.judges[2])], in: FairHome.handle,
                round: round, by: entries.other, at: FairHome.time(16))
            try await home.store.decide(
                .abstain(round: round, reason: "ไม่ถนัด"), on: short, by: home.judges[2],
                at: FairHome.time(20))
            func panel(_ person: PersonID) async throws -> Panel {
                try await home.store.panel(FairHome.handle, round: round, for: person)
            }
            let seen = try await panel(home.officer)
            #expect([seen.entries, seen.complete, seen.short, seen.own] == [2, 2, 0, 2])
            #expect(seen.judges.map(\.given) == [2, 2, 0, 0])
            #expect(seen.judges.map(\.abstentions) == [0, 0, 0, 0])
            let whole = try await panel(entries.other)
            #expect([whole.entries, whole.complete, whole.short, whole.own] == [4, 3, 1, 0])
            #expect(whole.judges.map(\.given) == [3, 3, 0, 0])
            #expect(whole.judges.map(\.abstentions) == [0, 0, 1, 0])
            func lists(_ person: PersonID) async throws -> [Int] {
                [
                    try await home.store.shortEntries(
                        under: FairHome.handle, round: round, for: person, limit: 9
                    ).count,
                    try await home.store.declinedReviews(
                        under: FairHome.handle, round: round, for: person
                    ).count,
                ]
            }
            #expect(try await lists(home.officer) == [0, 0])
            #expect(try await lists(entries.other) == [1, 1])
            let outcome = try await home.store.assign(
                FairHome.handle, round: round, from: .seed(7), by: home.officer, at: FairHome.time(21))
            #expect(outcome.added == 0 && outcome.short == [:] && outcome.refused == [:])
        }
    }

    @Test("is not among the decisions that wait, nor among those that are pending")
    func counts() async throws {
        try await FairHome.with { home in
            let entries = try await scored(home)
            _ = try await home.file(1)
            _ = try await home.file(3)
            try await home.act("win", on: entries.own, by: entries.other)
            try await home.act("lose", on: entries.best, by: entries.other)
            func waiting(_ person: PersonID) async throws -> Int? {
                let views = try await home.store.calls(of: person)
                return try await home.store.waitingWork(in: views, of: person).values.first?.decisions
            }
            #expect(try await waiting(home.officer) == 1)
            #expect(try await waiting(entries.other) == 2)
            func pending(_ person: PersonID) async throws -> [String] {
                try await home.store.pendingDecisions(FairHome.handle, for: person).counts.map {
                    "\($0.action.name) \($0.count)"
                }
            }
            #expect(try await pending(home.officer) == ["lose 1"])
            #expect(try await pending(entries.other) == ["win 1", "lose 1"])
            let desk = try await home.store.desk(FairHome.handle, for: home.officer, SubmissionFilter())
            let held = Dictionary(uniqueKeysWithValues: desk.listing.entries.map { ($0.id, $0.held) })
            #expect(held[entries.own] == .some(nil) && held[entries.best] == "lose")
            #expect(try await home.store.dossier(entries.own, for: home.officer).submission.held == nil)
            #expect(
                try await home.store.dossier(entries.best, for: home.officer).submission.held?.action
                    == "lose")
        }
    }

    @Test("is named neither before a release nor among what others changed of the decisions since")
    func releasing() async throws {
        try await FairHome.with { home in
            let entries = try await scored(home)
            for id in [entries.own, entries.best] { try await home.act("lose", on: id, by: entries.other) }
            func named(_ person: PersonID) async throws -> [SubmissionID] {
                try await home.store.releaseOutlook(FairHome.handle, for: person, at: FairHome.time(22))
                    .outcomes.flatMap { $0.entries.map(\.submission) }
            }
            #expect(try await named(home.officer) == [entries.best])
            #expect(try await named(entries.other) == [entries.best, entries.own])
            let pending = try await home.store.pendingDecisions(FairHome.handle, for: home.officer)
            let shown = ShownDecisions(fingerprint: pending.fingerprint, at: FairHome.time(22))
            let later = FairHome.time(22, 10)
            for id in [entries.own, entries.best] {
                try await home.store.decide(.takeBack, on: id, by: entries.other, at: later)
            }
            let told = Overtaking(
                number: "F-2564-0001", deed: .takenBack("lose"), name: "Demo other", at: later)
            await #expect(throws: Refusal.overtaken([told])) {
                try await home.store.release(
                    FairHome.handle, expecting: shown, by: home.officer, at: FairHome.time(23))
            }
        }
    }

    @Test("is read as its filer reads it, on the page and in a judge's eyes")
    func dossier() async throws {
        try await FairHome.with { home in
            let entries = try await scored(home)
            let own = try await home.store.dossier(entries.own, for: home.officer)
            #expect(own.submission.reviews.isEmpty && own.isOwn && own.isConflicted)
            let other = try await home.store.dossier(entries.best, for: home.officer)
            #expect(other.submission.reviews[round]?.count == 2 && !other.isOwn && !other.isConflicted)
            #expect(try await home.store.dossier(entries.own, for: home.filers[1]).isConflicted == false)
            let judge = try await home.store.dossier(entries.best, for: home.judges[0])
            #expect(judge.submission.reviews[round].map { Array($0.keys) } == [home.judges[0]])
            try await home.store.grantMembership(
                home.judges[0], home.towns[0], role: .member, at: FairHome.time(1))
            let joined = try await home.store.dossier(entries.best, for: home.judges[0])
            #expect(joined.submission.reviews.isEmpty && joined.isConflicted)
            await #expect(throws: Refusal.ownOrganisation) {
                try await home.store.askedReview(
                    of: entries.best, round: round, for: home.judges[0], at: FairHome.time(21))
            }
        }
    }

    @Test("is decided by others: whoever files it is refused whatever the part")
    func acting() async throws {
        try await FairHome.with { home in
            let entries = try await scored(home)
            let store = home.store
            let now = FairHome.after
            let commands: [Command] = [
                .act("win", input: [:]), .act("lose", input: [:]), .takeBack, .release,
                .assign(
                    round: round,
                    judge: Actor(person: home.judges[3], roles: ["judge"], organisations: [])),
                .unassign(round: round, judge: home.judges[0], reason: "ก"),
            ]
            for command in commands {
                #expect(
                    try await store.refusal(of: command, on: entries.own, by: home.officer, at: now)
                        == .ownOrganisation)
            }
            await #expect(throws: Refusal.ownOrganisation) {
                try await store.select(FairHome.handle, round: round, by: home.officer, at: now)
            }
            _ = try await store.select(FairHome.handle, round: round, by: entries.other, at: now)
            await #expect(throws: Refusal.ownOrganisation) {
                try await store.takeBackSelection(FairHome.handle, by: home.officer, at: now)
            }
            await #expect(throws: Refusal.ownOrganisation) {
                try await store.release(FairHome.handle, by: home.officer, at: now)
            }
            #expect(try await store.release(FairHome.handle, by: entries.other, at: now) == 3)
        }
    }
}
