import SalaEngine
import Testing

@testable import SalaStore

@Suite("Selecting")
struct SelectingTests {
    private func select(_ home: FairHome, by person: PersonID? = nil) async throws -> [Int] {
        let counts = try await home.store.select(
            FairHome.handle, round: "first", by: person ?? home.officer, at: FairHome.time(21))
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

    @Test("gives a place once: what comes to the round after a release gets those that are free")
    func taken() async throws {
        try await FairHome.with { home in
            _ = try await home.scored(0, (3, 3))
            #expect(try await select(home) == [1, 0])
            func ranking() async throws -> RoundRanking {
                try await home.store.ranking(FairHome.handle, round: "first", for: home.officer)
            }
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22))
            #expect(try await ranking().isUndecided == false)
            let late = try await home.scored(1, (5, 5))
            #expect(try await ranking().isUndecided)
            #expect(try await select(home) == [0, 1])
            #expect(try await held(home, [late]) == ["lose"])
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
}
