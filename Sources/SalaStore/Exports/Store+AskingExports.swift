import Crypto
public import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// The exports of a call, for those who manage it.
public struct CallExports: Sendable {
    public var view: CallView
    /// The latest first.
    public var exports: [Export]
    /// Who asked for them.
    public var names: [PersonID: String]
}

extension Store {
    /// How many exports of a call are told of at most.
    private static let maximumTold = 50

    /// Puts an export of all that was filed under the call in line; refused while another of the same call is
    /// under way, and where its file would not fit.
    @discardableResult
    public func askExport(
        _ format: ExportFormat, of handle: String, in language: Language, by person: PersonID,
        at now: Instant
    ) async throws -> ExportID {
        try await database.write { connection in
            let view = try callView(handle, for: person, in: connection)
            let scope = try exportScope(view)
            let open = try connection.row(
                """
                select 1 from export where call_id = \(view.call.id) and state in \(list: Export.State.open)
                """)
            guard open == nil else { throw Refusal.exporting(.underWay) }
            try demandRoom(for: format, scope, connection)
            _ = try decide(.export(format), on: view.call, by: person, at: now, in: connection)
            let counted = try connection.row(
                "select count(*) as count from submission where submission.number is not null and "
                    + scope.condition)
            let total: Int = try counted?.get("count") ?? 0
            let id = ExportID(.version7(at: now))
            try connection.execute(
                """
                insert into export
                    (call_id, id, person_id, format, language, sight, state, total, done, asked_at)
                values (\(view.call.id), \(id), \(person), \(format.rawValue), \(language.rawValue),
                    \(view.actor.sight), \(Export.State.waiting.rawValue), \(total), 0, \(now))
                """)
            return id
        }
    }

    /// Refuses an export whose file would not fit by now.
    public func demandRoom(for export: Export) async throws {
        try await database.read { connection in
            let scope = try exportScope(try callView(export.call, for: export.person, in: connection))
            try demandRoom(for: export.format, scope, connection)
        }
    }

    /// Half of what the disk still takes is for all else that people send. Only copies of attached files
    /// weigh.
    private func demandRoom(
        for format: ExportFormat, _ scope: Scope, _ connection: Connection
    ) throws {
        guard format == .attachments, let free = files.freeBytes else { return }
        let row = try connection.row(
            """
            select coalesce(sum(attachment.bytes), 0) as bytes
            from attachment join submission on submission.id = attachment.submission_id
            where attachment.state = \(AttachmentState.filed.rawValue) and \(scope.condition)
            """)
        let bytes: Int = try row?.get("bytes") ?? 0
        guard bytes <= free / 2 else { throw Refusal.exporting(.noRoom) }
    }

    /// What those who manage the call see of what was filed.
    func exportScope(_ view: CallView) throws -> Scope {
        let scope = Scope(view)
        guard view.isManager, scope.seesFilings else { throw Refusal.notAllowed }
        return scope
    }

    /// The exports of the call, the latest first; refused to those who may not manage it.
    public func exports(of handle: String, for person: PersonID) async throws -> CallExports {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            _ = try exportScope(view)
            let rows = try connection.rows(
                """
                select \(Export.columns), person.name from export
                join call on call.id = export.call_id join person on person.id = export.person_id
                where export.call_id = \(view.call.id)
                order by export.asked_at desc, export.id desc limit \(Store.maximumTold)
                """)
            return CallExports(
                view: view, exports: try rows.map { try Export($0) },
                names: try Dictionary(
                    rows.map { (try $0.id("person_id"), try $0.get("name")) }
                ) { first, _ in first })
        }
    }

    /// Ends an export that is under way; any of those who manage the call may.
    public func cancelExport(
        _ id: ExportID, of handle: String, by person: PersonID, at now: Instant
    ) async throws {
        try await database.write { connection in
            let view = try callView(handle, for: person, in: connection)
            _ = try exportScope(view)
            let ended = try connection.row(
                """
                update export set state = \(Export.State.cancelled.rawValue), ended_at = \(now)
                where call_id = \(view.call.id) and id = \(id) and state in \(list: Export.State.open)
                returning format
                """)
            guard let ended, let format = ExportFormat(rawValue: try ended.get("format")) else {
                throw Refusal.exporting(.notThere)
            }
            _ = try decide(.cancelExport(format), on: view.call, by: person, at: now, in: connection)
        }
    }

    /// The file of a finished export, for who asked for it and sees by now what was seen then.
    public func exportFile(
        _ id: ExportID, of handle: String, for person: PersonID, at now: Instant
    ) async throws -> (Export, URL) {
        let export = try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            _ = try exportScope(view)
            let row = try connection.row(
                """
                select \(Export.columns), export.sight from export join call on call.id = export.call_id
                where export.call_id = \(view.call.id) and export.id = \(id)
                    and export.person_id = \(person)
                """)
            guard let row else { throw Refusal.notFound }
            guard try row.get("sight") == view.actor.sight else {
                throw Refusal.exporting(.scopeChanged)
            }
            return try Export(row)
        }
        let url = files.url(of: id)
        guard let end = export.expiresAt, now < end, FileManager.default.fileExists(atPath: url.path)
        else { throw Refusal.exporting(.notThere) }
        return (export, url)
    }
}

extension Actor {
    /// Another one as soon as the person sees something else: roles, organisations, entries written along.
    var sight: String {
        let words =
            roles.sorted() + organisations.map(\.description).sorted()
            + everJoined.map(\.description).sorted()
        return Hexadecimal.text(SHA256.hash(data: Data(words.joined(separator: "\n").utf8)))
    }
}
