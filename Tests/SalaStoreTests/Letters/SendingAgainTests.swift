import Foundation
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Sending a letter again")
struct SendingAgainTests {
    private let noon = FairHome.time(20, 12)
    private let later = FairHome.time(21, 12)

    /// A letter that was given up.
    private func dead(_ home: FairHome, town: Int = 0) async throws -> UUID {
        let known = Set(try await home.store.outbox(limit: 99).letters.map(\.summary.id))
        _ = try await home.file(town)
        var dead: UUID?
        for letter in try await home.store.takeLetters(limit: 9, at: noon) {
            let isNew = !known.contains(letter.id)
            try await home.store.report(
                isNew ? .refused("550 no such reader") : .accepted, of: letter, at: noon)
            if isNew { dead = letter.id }
        }
        return try #require(dead)
    }

    private func notes(_ home: FairHome, _ letter: UUID) async throws -> [LetterNote] {
        let outbox = try await home.store.outbox(
            of: FairHome.handle, for: home.officer, OutboxFilter(), limit: 9)
        return outbox.outbox.notes[letter] ?? []
    }

    @Test("begins anew, and says for ever who asked for it and why it was given up before")
    func again() async throws {
        try await FairHome.with { home in
            let id = try await dead(home)
            let handle = try await home.store.sendAgain(id, by: home.officer, at: later)
            #expect(handle == FairHome.handle)
            let letter = try #require(try await home.store.takeLetters(limit: 1, at: later).first)
            #expect(letter.id == id && letter.attempts == 0)
            try await home.store.report(.accepted, of: letter, at: later)
            let kept = try #require(try await home.store.outbox(limit: 1).letters.first).summary
            #expect(kept.state == .sent && kept.fault == nil)
            #expect(
                try await notes(home, id) == [
                    LetterNote(kind: .refused, at: noon, person: nil, words: "550 no such reader"),
                    LetterNote(kind: .again, at: later, person: "Demo officer", words: ""),
                ])
        }
    }

    @Test("gives a letter that was put off for five days another five")
    func patience() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            let letter = try #require(try await home.store.takeLetters(limit: 1, at: noon).first)
            try await home.store.report(.postponed("busy"), of: letter, at: noon)
            let end = noon.adding(seconds: 5 * 86_400)
            let last = try #require(try await home.store.takeLetters(limit: 1, at: end).first)
            try await home.store.report(.postponed("busy"), of: last, at: end)
            _ = try await home.store.sendAgain(letter.id, by: home.officer, at: end)
            let again = try #require(try await home.store.takeLetters(limit: 1, at: end).first)
            try await home.store.report(.postponed("busy"), of: again, at: end)
            #expect(try await home.store.outbox(limit: 1).letters.first?.summary.state == .waiting)
        }
    }

    @Test("is for who manages the call and for a letter that was given up; nobody else learns of it")
    func rights() async throws {
        try await FairHome.with { home in
            let id = try await dead(home)
            for person in [home.filers[0], home.checker, home.judges[0], home.stranger] {
                await #expect(throws: Refusal.notFound) {
                    try await home.store.sendAgain(id, by: person, at: later)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.sendAgain(UUID(), by: home.officer, at: later)
            }
            #expect(try await home.store.takeLetters(limit: 1, at: later).isEmpty)
            _ = try await home.store.sendAgain(id, by: home.officer, at: later)
            await #expect(throws: Refusal.alreadyDone) {
                try await home.store.sendAgain(id, by: home.officer, at: later)
            }
            #expect(try await notes(home, id).count == 2)
        }
    }

    @Test("is an operator's for all letters that were given up, or for those named")
    func operating() async throws {
        try await FairHome.with { home in
            var ids: [UUID] = []
            for town in 0..<3 { ids.append(try await dead(home, town: town)) }
            #expect(try await home.store.sendAgain([ids[1], UUID()], at: later) == 1)
            #expect(try await home.store.takeLetters(limit: 9, at: later).map(\.id) == [ids[1]])
            #expect(try await home.store.sendAgain(at: later) == 2)
            #expect(try await home.store.sendAgain(at: later) == 0)
            #expect(try await notes(home, ids[0]).last?.person == nil)
        }
    }
}
