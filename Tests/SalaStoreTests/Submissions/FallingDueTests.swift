import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Clocks that run out")
struct FallingDueTests {
    @Test("remind those who can act, once")
    func reminds() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            _ = try await home.start(1)
            #expect(try await home.store.fallDue(at: FairHome.time(21, 23, 59, 59)) == 0)
            #expect(try await home.store.fallDue(at: FairHome.time(22, 0)) == 1)
            #expect(try await home.store.fallDue(at: FairHome.time(25)) == 0)
            #expect(
                try await home.letters().dropFirst().sorted() == [
                    "reminder to checker@example.go.th", "reminder to officer@example.go.th",
                ])
            #expect(try await home.submission(id).stage == "checking")
            #expect(try await home.events(id).last?.actor == nil)
        }
    }

    @Test("take their action, which a person could not take any more")
    func acts() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            let late = FairHome.time(23, 0)
            #expect(try await home.store.fallDue(at: Instant(microseconds: late.microseconds - 1)) == 0)
            let due = Instant(microseconds: late.microseconds - 1)
            await #expect(throws: Refusal.pastDue(due)) {
                try await home.act("resubmit", on: id, by: home.filers[0], at: late)
            }
            #expect(try await home.store.fallDue(at: late) == 1)
            #expect(try await home.submission(id).stage == "lapsed")
            #expect(try await home.letters().last == "lapsed to filer-0@example.go.th")
            await #expect(throws: Refusal.wrongStage("lapsed")) {
                try await home.act("resubmit", on: id, by: home.filers[0], at: late)
            }
        }
    }

    @Test("have their effect each for itself: one that fails does not stop the others")
    func independent() async throws {
        try await FairHome.with("broken lapsed") { home in
            let broken = try await home.file(0)
            try await home.act("return", FairHome.returnInput, on: broken, by: home.checker)
            let waiting = try await home.file(1, at: FairHome.time(21))
            await #expect(throws: FairHome.BrokenLetter.self) {
                try await home.store.fallDue(at: FairHome.time(30))
            }
            #expect(try await home.submission(broken).stage == "mending")
            #expect(try await home.submission(waiting).dueHandled)
        }
    }

    @Test("are taken in the order in which they ran out, so many at a time")
    func limit() async throws {
        try await FairHome.with { home in
            let later = try await home.file(0, at: FairHome.time(16))
            let earlier = try await home.file(1, at: FairHome.time(15))
            #expect(try await home.store.fallDue(at: FairHome.time(30), limit: 1) == 1)
            #expect(try await home.submission(earlier).dueHandled)
            #expect(try await home.submission(later).dueHandled == false)
            #expect(try await home.store.fallDue(at: FairHome.time(30), limit: 9) == 1)
        }
    }
}
