import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("What comes to a round after its decision")
struct LateEntryTests {
    private let handle = FairHome.handle

    @Test(
        "is refused by the action, by its trial and by the preview for many, until decisions are taken back")
    func refused() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (4, 4))
            let late = try await home.file(1)
            try await home.act("win", on: id, by: home.officer)
            let pass = Command.act("pass", input: [:])
            await #expect(throws: Refusal.roundClosed) {
                try await home.act("pass", on: late, by: home.checker)
            }
            #expect(
                try await home.store.refusal(of: pass, on: late, by: home.checker, at: FairHome.time(15))
                    == .roundClosed)
            let preview = try await home.store.preview(
                "pass", input: [:], on: [late], under: handle, by: home.checker, at: FairHome.time(15))
            #expect(preview.moved.isEmpty && preview.refused == [late: .roundClosed])
            let outcome = try await home.store.act(
                "pass", input: [:], on: [late], under: handle, expecting: preview.seen, by: home.checker,
                at: FairHome.time(15))
            #expect(outcome.moved.isEmpty && outcome.refused == [late: .roundClosed])
            #expect(try await home.submission(late).stage == "checking")
            try await home.store.takeBackSelection(handle, by: home.officer, at: FairHome.time(16))
            try await home.act("pass", on: late, by: home.checker, at: FairHome.time(16))
            #expect(try await home.submission(late).stage == "judging")
        }
    }

    @Test("is refused for ever once the decision is released")
    func released() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (4, 4))
            let late = try await home.file(1)
            try await home.act("win", on: id, by: home.officer)
            try await home.store.release(handle, by: home.officer, at: FairHome.time(16))
            await #expect(throws: Refusal.roundClosed) {
                try await home.act("pass", on: late, by: home.checker)
            }
            try await home.act("withdraw", on: late, by: home.filers[1], at: FairHome.time(17))
        }
    }

    @Test("cannot be: a call that has lost its end is neither decided by rank nor one by one")
    func endless() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (4, 4))
            // As such a call stood before an end was needed.
            try await home.store.database.write { connection in
                var (call, _) = try home.store.callAndFiled(handle, in: connection)
                call.period.closes = nil
                try connection.execute(
                    "update call set closes_at = null, snapshot = \(try JSON.encode(call))")
            }
            await #expect(throws: Refusal.callWithoutEnd) {
                try await home.store.select(handle, round: "first", by: home.officer, at: FairHome.after)
            }
            await #expect(throws: Refusal.callWithoutEnd) {
                try await home.act("win", on: id, by: home.officer, at: FairHome.after)
            }
            try await home.store.decide(
                .extend(to: FairHome.time(40), reason: "ก"), on: handle, by: home.officer,
                at: FairHome.after)
            let counts = try await home.store.select(
                handle, round: "first", by: home.officer, at: FairHome.time(41))
            #expect(counts.selected == 1)
        }
    }
}
