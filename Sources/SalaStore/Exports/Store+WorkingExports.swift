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

    /// Notes that the file is whole, and lets go of the older one that the same person has of the call in the
    /// same format. False where it was cancelled meanwhile; then the file is gone.
    @discardableResult
    public func finish(_ export: Export, bytes: Int, at now: Instant) async throws -> Bool {
        let isTaken: Bool = try await database.write { connection in
            let ended = try connection.execute(
                """
                update export set state = \(Export.State.done.rawValue), ended_at = \(now), bytes = \(bytes),
                    done = total
                where id = \(export.id) and state = \(Export.State.running.rawValue)
                """)
            guard ended == 1 else { return false }
            try connection.execute(
                """
                update export set state = \(Export.State.expired.rawValue)
                where call_id in (select call_id from export where id = \(export.id))
                    and person_id = \(export.person) and format = \(export.format.rawValue)
                    and state = \(Export.State.done.rawValue) and id <> \(export.id)
                """)
            return true
        }
        // What stays behind now goes with the next sweep.
        try? await sweepExports()
        return isTaken
    }

    /// Notes that it came to nothing, and why; a file that lay there already is gone.
    public func fail(_ export: Export, _ cause: Export.Cause, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                update export set state = \(Export.State.failed.rawValue), ended_at = \(now),
                    fault = \(cause.rawValue)
                where id = \(export.id) and state = \(Export.State.running.rawValue)
                """)
        }
        try? await sweepExports()
    }

    /// Removes the files that are kept no more, and what else lies beside them.
    public func expireExports(at now: Instant) async throws {
        let end = now.adding(seconds: -Export.lifetimeSeconds)
        try await database.write { connection in
            try connection.execute(
                """
                update export set state = \(Export.State.expired.rawValue)
                where state = \(Export.State.done.rawValue) and ended_at <= \(end)
                """)
        }
        try await sweepExports()
    }

    /// Removes what lies in the folder of exports and is neither a whole file that is kept nor of an export
    /// that is under way, here or in another process: what was cancelled at its end, what has expired, what
    /// somebody who was killed left.
    private func sweepExports() async throws {
        let folder = files.exports
        // Listed before the rows are read: what begins in between is under way by then.
        let names = files.names(in: folder)
        guard !names.isEmpty else { return }
        let done = Export.State.done.rawValue
        let rows = try await database.read { connection in
            try connection.rows(
                "select id, state from export where state in \(list: Export.State.open + [done])")
        }
        var whole: Set<String> = []
        var begun: [String] = []
        for row in rows {
            let name = files.url(of: try row.id("id")).lastPathComponent
            if try row.get("state") == done { whole.insert(name) } else { begun.append(name) }
        }
        for name in names where !whole.contains(name) && !begun.contains(where: { name.hasPrefix($0) }) {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}
