import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Synchronization
import Testing

@testable import SalaStore

@Suite("What is reckoned while others write")
struct ReckoningTests {
    /// How often something was reckoned, and what happened in the call while it was.
    private final class Course: Sendable {
        private let state = Mutex((begun: 0, passed: 0))

        /// How many times it has begun.
        var begun: Int { state.withLock { $0.begun } }

        /// Begins once more, and gives which time it is.
        func begin() -> Int {
            state.withLock { state in
                state.begun += 1
                return state.begun
            }
        }

        func pass() {
            state.withLock { $0.passed += 1 }
        }

        /// Waits, five minutes at most, until others have done something that many times.
        func wait(for times: Int) {
            let limit = Date(timeIntervalSinceNow: 300)
            while state.withLock({ $0.passed }) < times, Date() < limit {
                Thread.sleep(forTimeInterval: 0.002)
            }
        }

        /// Waits, five minutes at most, until it has begun that many times.
        func waitForBeginning(_ times: Int) async throws {
            let limit = Date(timeIntervalSinceNow: 300)
            while begun < times, Date() < limit { try await Task.sleep(for: .milliseconds(2)) }
            try #require(begun >= times)
        }
    }

    private static let events: SQL = """
        select count(*) as count from event where call_id in (select id from call)
        """

    /// Reckons how many events the call has, and writes it down as a submission's title; something happens in
    /// the call while it is reckoned for the first so many times.
    private func reckon(_ home: FairHome, disturbed times: Int) async throws -> (events: Int, begun: Int) {
        let id = try await home.start(0)
        let other = try await home.judged(1)
        let course = Course()
        async let reckoned = home.store.reckoning(under: FairHome.handle, by: home.officer) { connection in
            let time = course.begin()
            let row = try #require(try connection.row(ReckoningTests.events))
            if time <= times { course.wait(for: time) }
            let count: Int = try row.get("count")
            try connection.execute("update submission set title = \(String(count)) where id = \(id)")
            return count
        }
        for time in 1...max(1, times) where times > 0 {
            try await course.waitForBeginning(time)
            try await home.assign(other, [time])
            course.pass()
        }
        let events = try await reckoned
        let title = try await home.store.database.read { connection in
            try connection.row("select title from submission where id = \(id)")?.get("title") as String?
        }
        #expect(title == String(events))
        return (events, course.begun)
    }

    @Test("is written as it was reckoned when nothing happened meanwhile")
    func undisturbed() async throws {
        try await FairHome.with { home in
            let (events, begun) = try await reckon(home, disturbed: 0)
            #expect(begun == 1)
            #expect(events == (try await home.count(ReckoningTests.events)))
        }
    }

    @Test(
        "is reckoned anew when something happened in the call, on what is there by then", arguments: [1, 2])
    func disturbed(times: Int) async throws {
        try await FairHome.with { home in
            let (events, begun) = try await reckon(home, disturbed: times)
            #expect(begun == times + 1)
            #expect(events == (try await home.count(ReckoningTests.events)))
        }
    }

    @Test("is reckoned where nothing can happen any more when others never rest")
    func restless() async throws {
        try await FairHome.with { home in
            let (events, begun) = try await reckon(home, disturbed: 3)
            #expect(begun == 4)
            #expect(events == (try await home.count(ReckoningTests.events)))
        }
    }

    @Test("does not wait for those who are still writing")
    func drafts() async throws {
        try await FairHome.with { home in
            let draft = try await home.start(1)
            let course = Course()
            async let reckoned = home.store.reckoning(under: FairHome.handle, by: home.officer) { _ in
                let time = course.begin()
                if time == 1 { course.wait(for: 1) }
                return time
            }
            try await course.waitForBeginning(1)
            try await home.answer(draft, 1, FairHome.answers("ก"))
            course.pass()
            #expect(try await reckoned == 1)
        }
    }

    @Test("is refused as it would be in a transaction, and leaves nothing behind")
    func refused() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            await #expect(throws: Refusal.nothingHeld) {
                try await home.store.reckoning(under: FairHome.handle, by: home.officer) { connection in
                    try connection.execute("delete from submission where id = \(id)")
                    throw Refusal.nothingHeld
                }
            }
            #expect(try await home.submission(id).stage == "draft")
        }
    }
}
