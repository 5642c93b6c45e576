import Foundation
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("The outbox")
struct OutboxTests {
    private let noon = FairHome.time(20, 12)

    @Test("hands each letter to one sender, and keeps that it was sent")
    func sends() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            _ = try await home.file(1, at: FairHome.time(15))
            let first = try await home.store.takeLetters(limit: 1, at: noon)
            let second = try await home.store.takeLetters(limit: 9, at: noon)
            #expect(first.map(\.address) == ["filer-0@example.go.th"])
            #expect(second.map(\.address) == ["filer-1@example.go.th"])
            #expect(first[0].attempts == 0)
            #expect(first[0].subject == "receipt")
            #expect(try await home.store.takeLetters(limit: 9, at: noon).isEmpty)
            try await home.store.report(.accepted, of: first[0], at: noon)
            let sent = try await home.store.outbox(limit: 9).letters.first { $0.summary.id == first[0].id }
            #expect(sent?.summary.sentAt == noon)
            let later = noon.adding(seconds: 601)
            #expect(try await home.store.takeLetters(limit: 9, at: later).map(\.id) == second.map(\.id))
        }
    }

    @Test("takes none before its time, and many takers never the same one")
    func concurrency() async throws {
        try await FairHome.with { home in
            for _ in 0..<12 { _ = try await home.file(0) }
            #expect(try await home.store.takeLetters(limit: 9, at: FairHome.time(13)).isEmpty)
            let taken = try await withThrowingTaskGroup(of: [OutgoingLetter].self) { group in
                for _ in 0..<8 { group.addTask { try await home.store.takeLetters(limit: 3, at: noon) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.count == 12)
            #expect(Set(taken.map(\.id)).count == 12)
        }
    }

    @Test("tries a letter that its reader's server puts off again later and later, for five days and no more")
    func retries() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            var now = noon
            for wait in [60, 240, 960, 3840, 7200, 7200] as [Int64] {
                let letter = try #require(try await home.store.takeLetters(limit: 1, at: now).first)
                try await home.store.report(.postponed("busy"), of: letter, at: now)
                now = now.adding(seconds: wait)
                let early = Instant(microseconds: now.microseconds - 1)
                #expect(try await home.store.takeLetters(limit: 1, at: early).isEmpty)
            }
            var tries = 6
            while let letter = try await home.store.takeLetters(limit: 1, at: now).first {
                #expect(now <= noon.adding(seconds: 5 * 86_400))
                try await home.store.report(.postponed("still busy"), of: letter, at: now)
                tries += 1
                now = min(now.adding(seconds: 7200), max(now, noon.adding(seconds: 5 * 86_400)))
            }
            // The first hour and a half, then every two hours, the last at the end of the fifth day.
            #expect(tries == 65)
            let kept = try #require(try await home.store.outbox(limit: 1).letters.first)
            #expect(kept.summary.state == .failed && kept.summary.fault == "still busy")
        }
    }

    @Test("does not hold against a letter that the office's own server served nobody, for however long")
    func outage() async throws {
        try await FairHome.with { home in
            for town in 0..<3 { _ = try await home.file(town) }
            var now = noon
            var asked: [UUID] = []
            for _ in 0..<300 {
                let letter = try #require(try await home.store.takeLetters(limit: 1, at: now).first)
                #expect(letter.attempts == 0)
                try await home.store.report(.untried, of: letter, at: now)
                asked.append(letter.id)
                now = now.adding(seconds: 3600)
            }
            // Nobody is always the first to be asked.
            #expect(Set(asked.prefix(3)).count == 3)
            #expect(asked.dropFirst(3).elementsEqual(asked.dropLast(3)))
            #expect(
                try await home.store.outbox(limit: 9).letters.map(\.summary.state) == [
                    .waiting, .waiting, .waiting,
                ])
            #expect(try await home.store.outbox(limit: 9).letters.allSatisfy { $0.summary.fault == nil })
        }
    }

    @Test("gives a letter up at once that will never be taken")
    func refused() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            let letter = try #require(try await home.store.takeLetters(limit: 1, at: noon).first)
            try await home.store.report(.refused("no such user"), of: letter, at: noon)
            #expect(try await home.store.takeLetters(limit: 1, at: noon.adding(seconds: 86_400)).isEmpty)
            let kept = try #require(try await home.store.outbox(limit: 1).letters.first).summary
            #expect(kept.fault == "no such user" && kept.state == .failed)
        }
    }

    @Test("forgets the fault of a letter that went through in the end")
    func recovers() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            let first = try #require(try await home.store.takeLetters(limit: 1, at: noon).first)
            try await home.store.report(.postponed("busy"), of: first, at: noon)
            let later = noon.adding(seconds: 60)
            let second = try #require(try await home.store.takeLetters(limit: 1, at: later).first)
            #expect(second.attempts == 1)
            try await home.store.report(.accepted, of: second, at: later)
            let kept = try #require(try await home.store.outbox(limit: 1).letters.first)
            #expect(kept.summary.fault == nil)
            #expect(kept.summary.sentAt == later)
        }
    }
}
