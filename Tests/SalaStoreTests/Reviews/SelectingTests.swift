import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Selecting")
struct SelectingTests {
    private func select(_ home: FairHome, by person: PersonID? = nil) async throws -> [Int] {
        let counts = try await home.store.select(
            FairHome.handle, round: "first", by: person ?? home.officer, at: FairHome.after)
        return [counts.selected, counts.others]
    }

    private func held(_ home: FairHome, _ ids: [SubmissionID]) async throws -> [String?] {
        var held: [String?] = []
        for id in ids { held.append(try await home.submission(id).held?.action) }
        return held
    }

    @Test("holds the best and the others as the call has places, and releases all with a letter to each")
    func selects() async throws {
        try await FairHome.with(settings: CallSettings(numbers: ["places": 2])) { home in
            var ids: [SubmissionID] = []
            for (town, impact) in [2, 5, 3].enumerated() {
                ids.append(try await home.scored(town, (impact, 3)))
            }
            let before = try await home.letters().count
            #expect(try await select(home) == [2, 1])
            #expect(try await held(home, ids) == ["lose", "win", "win"])
            #expect(try await home.letters().count == before)
            await #expect(throws: Refusal.alreadyHeld) { try await select(home) }
            #expect(
                try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22)) == 3)
            #expect(
                try await home.letters().dropFirst(before).sorted() == [
                    "lost to filer-0@example.go.th", "won to filer-1@example.go.th",
                    "won to filer-2@example.go.th",
                ])
            #expect(try await home.store.call(FairHome.handle, for: nil).call.releasedAt == FairHome.time(22))
            await #expect(throws: Refusal.alreadyDone) { try await select(home) }
            await #expect(throws: Refusal.nothingHeld) {
                try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22))
            }
        }
    }

    @Test("is all or none: reviews that are missing, or a letter that cannot be written, leave all as it was")
    func atomic() async throws {
        try await FairHome.with("broken lost") { home in
            let ids = [try await home.scored(0, (4, 4)), try await home.scored(1, (2, 2))]
            let late = try await home.judged(2, judges: [0, 1])
            try await home.review(late, 0, impact: 1, novelty: 1)
            await #expect(throws: Refusal.reviewsMissing(wanted: 2, given: 1)) { try await select(home) }
            #expect(try await held(home, ids) == [nil, nil])
            try await home.review(late, 1, impact: 1, novelty: 1)
            #expect(try await select(home) == [1, 2])
            await #expect(throws: FairHome.BrokenLetter.self) {
                try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22))
            }
            #expect(try await held(home, ids) == ["win", "lose"])
            #expect(try await home.submission(ids[0]).stage == "judging")
            #expect(try await home.letters().filter { $0.hasPrefix("won") }.isEmpty)
            #expect(try await home.store.call(FairHome.handle, for: nil).call.releasedAt == nil)
        }
    }

    @Test("the latest release is told without reading those before it, and only to who may release")
    func latest() async throws {
        try await FairHome.with { home in
            let ids = [try await home.scored(0, (4, 4)), try await home.scored(1, (2, 2))]
            func latest(_ round: String?) async throws -> Release? {
                try await home.store.latestRelease(FairHome.handle, round: round, for: home.officer)
            }
            #expect(try await latest(nil) == nil)
            for (id, day) in zip(ids, [22, 23]) {
                try await home.act("win", on: id, by: home.officer, at: FairHome.time(21))
                _ = try await home.store.release(
                    FairHome.handle, by: home.officer, at: FairHome.time(day))
            }
            try await home.store.database.write { connection in
                try connection.execute("update event set body = 'x' where at = \(FairHome.time(22))")
            }
            for round in [nil, "first"] {
                #expect(try await latest(round) == Release(at: FairHome.time(23), count: 1))
            }
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.latestRelease(FairHome.handle, round: nil, for: home.judges[0])
            }
        }
    }

    @Test("leaves a tie across the cut to people")
    func tie() async throws {
        try await FairHome.with { home in
            let ids = [try await home.scored(0, (3, 3)), try await home.scored(1, (3, 3))]
            _ = try await home.scored(2, (1, 1))
            let ranking = try await home.store.ranking(FairHome.handle, round: "first", for: home.officer)
            #expect(ranking.tied == Set(ids))
            await #expect(throws: Refusal.unfit("tie")) { try await select(home) }
            try await home.act("win", on: ids[1], by: home.officer)
            #expect(try await held(home, ids) == [nil, "win"])
        }
    }

    @Test("can be taken back whole, by who may select")
    func takesBack() async throws {
        try await FairHome.with { home in
            let ids = [try await home.scored(0, (4, 4)), try await home.scored(1, (2, 2))]
            func takeBack(_ person: PersonID) async throws -> Int {
                try await home.store.takeBackSelection(FairHome.handle, by: person, at: FairHome.time(21))
            }
            await #expect(throws: Refusal.nothingHeld) { try await takeBack(home.officer) }
            #expect(try await select(home) == [1, 1])
            for person in [home.checker, home.judges[0], home.filers[0], home.stranger] {
                await #expect(throws: Refusal.notAllowed) { try await takeBack(person) }
                await #expect(throws: Refusal.notAllowed) { try await select(home, by: person) }
            }
            #expect(try await takeBack(home.officer) == 2)
            #expect(try await held(home, ids) == [nil, nil])
            #expect(try await select(home) == [1, 1])
        }
    }

    @Test("releases what was shown, or tells who changed it and when; the second of two learns of the first")
    func overtaken() async throws {
        try await FairHome.with { home in
            let ids = [try await home.scored(0, (4, 4)), try await home.scored(1, (2, 2))]
            #expect(try await select(home) == [1, 1])
            let colleague = try await home.colleague()
            func shown(_ at: Instant) async throws -> ShownDecisions {
                let pending = try await home.store.pendingDecisions(FairHome.handle, for: colleague)
                #expect(pending.total == 2)
                return ShownDecisions(fingerprint: pending.fingerprint, at: at)
            }
            func release(_ shown: ShownDecisions, _ person: PersonID, at now: Instant) async throws -> Int {
                try await home.store.release(FairHome.handle, expecting: shown, by: person, at: now)
            }
            let early = try await shown(FairHome.time(33, 10))
            try await home.store.decide(
                .takeBack, on: ids[1], by: home.officer, at: FairHome.time(33, 11))
            try await home.act("win", on: ids[1], by: home.officer, at: FairHome.time(33, 12))
            let told = [
                Overtaking(
                    number: "F-2564-0002", deed: .held("win"), name: "Demo officer",
                    at: FairHome.time(33, 12)),
                Overtaking(
                    number: "F-2564-0002", deed: .takenBack("lose"), name: "Demo officer",
                    at: FairHome.time(33, 11)),
            ]
            await #expect(throws: Refusal.overtaken(told)) {
                try await release(early, colleague, at: FairHome.time(33, 13))
            }
            #expect(try await held(home, ids) == ["win", "win"])
            let late = try await shown(FairHome.time(33, 14))
            #expect(late.fingerprint != early.fingerprint)
            #expect(try await release(late, home.officer, at: FairHome.time(33, 15)) == 2)
            let released = Overtaking(
                number: nil, deed: .released(2), name: "Demo officer", at: FairHome.time(33, 15))
            await #expect(throws: Refusal.overtaken([released])) {
                try await release(late, colleague, at: FairHome.time(33, 16))
            }
        }
    }

    @Test("of two who release at once, one does and the other is told")
    func race() async throws {
        try await FairHome.with { home in
            let ids = [try await home.scored(0, (4, 4)), try await home.scored(1, (2, 2))]
            #expect(try await select(home) == [1, 1])
            let colleague = try await home.colleague()
            let now = FairHome.time(34)
            let pending = try await home.store.pendingDecisions(FairHome.handle, for: colleague)
            let shown = ShownDecisions(fingerprint: pending.fingerprint, at: now)
            let before = try await home.letters().count
            let outcomes = await withTaskGroup(of: Result<Int, any Error>.self) { group in
                for person in [home.officer, colleague] {
                    group.addTask {
                        do {
                            return .success(
                                try await home.store.release(
                                    FairHome.handle, expecting: shown, by: person, at: now))
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            var done: [Int] = []
            var told: [Overtaking] = []
            for outcome in outcomes {
                switch outcome {
                case .success(let count): done.append(count)
                case .failure(Refusal.overtaken(let overtakings)): told += overtakings
                case .failure(let error): Issue.record(error)
                }
            }
            #expect(done == [2])
            #expect(told.map(\.deed) == [.released(2)])
            #expect(try await home.letters().count == before + 2)
            #expect(try await home.submission(ids[0]).stage == "won")
        }
    }

    @Test("tells of the latest release alone, and only of what was held")
    func latestRelease() async throws {
        try await FairHome.with { home in
            func latest(_ round: String?) async throws -> Release? {
                try await home.store.latestRelease(FairHome.handle, round: round, for: home.officer)
            }
            #expect(try await latest("first") == nil)
            for town in 0..<2 { _ = try await home.scored(town, (4 - town, 3)) }
            // At the same moment something else moves on that nobody has decided.
            let other = try await home.file(3)
            try await home.act("withdraw", on: other, by: home.filers[3], at: FairHome.time(23))
            _ = try await select(home)
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(23))
            for round in ["first", nil] {
                #expect(try await latest(round) == Release(at: FairHome.time(23), count: 2))
            }
        }
    }

    @Test("what happens in the call while it is reckoned is seen, and no event is lost or doubled")
    func reckonedAnew() async throws {
        try await FairHome.with(settings: CallSettings(numbers: ["places": 3])) { home in
            var ids: [SubmissionID] = []
            for town in 0..<4 { ids.append(try await home.scored(town, (5 - town, 3))) }
            #expect(try await select(home) == [3, 1])
            let other = try await home.file(4)
            var drafts: [SubmissionID] = []
            for _ in 0..<6 { drafts.append(try await home.start(5)) }
            let now = FairHome.time(22)
            async let released = home.store.release(FairHome.handle, by: home.officer, at: now)
            for id in drafts { try await home.answer(id, 5, FairHome.answers("ก")) }
            try await home.act("return", FairHome.returnInput, on: other, by: home.checker)
            #expect(try await released == 4)
            for id in ids {
                let events = try await home.events(id)
                #expect(events.map(\.sequence) == Array(1...events.count))
                #expect(events.count { $0.body.kind == "acted" } == 3)
                #expect(Submission.replaying(id, events) == (try await home.submission(id)))
            }
            #expect(try await home.letters().count { $0.hasPrefix("won") || $0.hasPrefix("lost") } == 4)
        }
    }
}
