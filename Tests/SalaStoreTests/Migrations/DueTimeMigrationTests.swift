import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("The migration of due times")
struct DueTimeMigrationTests {
    @Test("gives what was reminded before it ran the time at which it was due")
    func backfill() async throws {
        try await FairHome.with { home in
            let reminded = try await home.file(0)
            let judged = try await home.judged(1)
            try await home.store.fallDue(at: FairHome.time(25))
            let due = FairHome.time(22, 0).microseconds - 1
            try await home.store.database.write { connection in
                try connection.execute("update submission set due_at = null")
                try connection.script(Migrations.dueTimes)
            }
            let rows = try await home.store.database.read { connection in
                try connection.rows("select number, due_at from submission order by number")
                    .map { try $0.get("due_at") as Int64? }
            }
            #expect(rows == [due, nil])
            #expect(try await home.submission(reminded).dueHandled)
            #expect(try await home.submission(judged).due == nil)
        }
    }
}
