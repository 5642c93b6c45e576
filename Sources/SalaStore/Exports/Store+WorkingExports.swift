import Foundation
import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Puts what a server that stopped was working on back in line: its file is begun again.
    public func restartExports() async throws {
        try await database.write { connection in
            try connection.execute(
                """
                update export set state = \(Export.State.waiting.rawValue), done = 0
                where state = \(Export.State.running.rawValue)
                """)
        }
    }

    /// The export that has waited longest, marked as being worked on; nil when none waits. A call has one in
    /// line at most, so that none of them keeps the others waiting.
    public func takeExport(at now: Instant) async throws -> Export? {
        let waiting: SQL = "state = \(Export.State.waiting.rawValue)"
        let isAny = try await database.read {
            try $0.row("select 1 from export where " + waiting + " limit 1") != nil
        }
        guard isAny else { return nil }
        return try await database.write { connection in
            let taken = try connection.row(
                """
                update export set state = \(Export.State.running.rawValue), done = 0
                where id in (select id from export where \(waiting) order by asked_at, id limit 1)
                returning id
                """)
            guard let id: ExportID = try taken?.id("id") else { return nil }
            let row = try connection.row(
                "select " + Export.columns
                    + " from export join call on call.id = export.call_id where export.id = \(id)")
            return try row.map { try Export($0) }
        }
    }

    /// Notes how many entries are in the file; false once somebody has cancelled it.
    public func note(_ done: Int, of export: Export) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                update export set done = \(done)
                where id = \(export.id) and state = \(Export.State.running.rawValue)
                """) == 1
        }
    }

    /// Notes that the file is whole.
    public func finish(_ export: Export, bytes: Int, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                update export set state = \(Export.State.done.rawValue), ended_at = \(now), bytes = \(bytes),
                    done = total
                where id = \(export.id) and state = \(Export.State.running.rawValue)
                """)
        }
    }

    /// Notes that it came to nothing, and why.
    public func fail(_ export: Export, _ fault: String, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                update export set state = \(Export.State.failed.rawValue), ended_at = \(now), fault = \(fault)
                where id = \(export.id) and state = \(Export.State.running.rawValue)
                """)
        }
    }

    /// Removes the files that are kept no more.
    public func expireExports(at now: Instant) async throws {
        let end = now.adding(seconds: -Export.lifetimeSeconds)
        let expired: [ExportID] = try await database.write { connection in
            try connection.rows(
                """
                update export set state = \(Export.State.expired.rawValue)
                where state = \(Export.State.done.rawValue) and ended_at <= \(end) returning id
                """
            ).map { try $0.id("id") }
        }
        for id in expired { try? FileManager.default.removeItem(at: files.url(of: id)) }
    }
}
