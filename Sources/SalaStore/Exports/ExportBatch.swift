import Foundation
import SalaDatabase
public import SalaEngine
import SalaThai

/// Some entries of an export, as who asked for it may see them.
public struct ExportBatch: Sendable {
    /// Where an entry stands in the order of an export.
    public struct Key: Equatable, Sendable {
        var number: String
        var id: SubmissionID
    }

    /// One entry with what happened to it.
    public struct Entry: Sendable {
        public var dossier: Dossier
        public var applicant: String
        /// What the person may know of it, in order.
        public var events: [Recorded<SubmissionEvent>]
    }

    public var call: CallView
    public var entries: [Entry]
    /// Of those who did something, where the person may know who.
    public var names: [PersonID: String]
    /// Of the last entry; nil when there are no more.
    public var last: Key?
}

extension Store {
    /// The next entries of an export after those up to the key, by number. Throws what refuses who asked for
    /// it by now.
    public func exportBatch(
        of export: Export, after last: ExportBatch.Key?, limit: Int = 200
    ) async throws -> ExportBatch {
        try await database.read { connection in
            let view = try callView(export.call, for: export.person, in: connection)
            let scope = try exportScope(view)
            let asked = try connection.row("select sight from export where id = \(export.id)")
            guard try asked?.get("sight") == view.actor.sight else {
                throw Refusal.exporting(.scopeChanged)
            }
            let beyond: SQL =
                last.map { " and (submission.number, submission.id) > (\($0.number), \($0.id))" } ?? ""
            let rows = try connection.rows(
                """
                select submission.id, submission.number, submission.snapshot, submission.head,
                    submission.receipt, person.name as applicant, \(OrganisationSummary.columns)
                from submission join person on person.id = submission.applicant_id
                left join organisation on organisation.id = submission.organisation_id
                where \(scope.condition) and (submission.number is null) = 0\(beyond)
                order by submission.number, submission.id limit \(limit)
                """)
            return try batch(of: rows, view, limit: limit, connection)
        }
    }

    private func batch(
        of rows: [Row], _ view: CallView, limit: Int, _ connection: Connection
    ) throws -> ExportBatch {
        let wholes = try rows.map { row in
            let submission: Submission = try row.json("snapshot")
            return WholeDossier(
                submission: submission, head: try row.get("head"), receipt: try row.get("receipt"),
                call: view.call, filed: 0,
                programme: try programmes.programme(submission.version, in: connection), actor: view.actor,
                organisation: try row.organisation())
        }
        let happened = try events(of: wholes.map(\.submission.id), in: view.call.id, connection)
        var people: Set<PersonID> = []
        let entries = try zip(rows, wholes).map { row, whole in
            let eyes = Eyes(whole)
            let dossier = Dossier(whole)
            let visible = happened[whole.submission.id, default: []].filter(eyes.sees)
            for event in visible {
                people.formUnion(event.actor.map { eyes.knows($0, behind: event.body) ? [$0] : [] } ?? [])
            }
            people.formUnion(dossier.submission.reviews.values.flatMap(\.keys))
            return ExportBatch.Entry(
                dossier: dossier, applicant: try row.get("applicant"),
                events: visible.map { eyes.told(eyes.event($0)) })
        }
        let ids = people.map(\.uuid).sorted()
        let names =
            ids.isEmpty ? [] : try connection.rows("select id, name from person where id in \(list: ids)")
        return ExportBatch(
            call: view, entries: entries,
            names: try Dictionary(
                uniqueKeysWithValues: names.map { (try $0.id("id"), try $0.get("name")) }),
            last: rows.count < limit
                ? nil
                : try rows.last.map { ExportBatch.Key(number: try $0.get("number"), id: try $0.id("id")) })
    }

    /// What happened to the submissions, but for what was typed between two filings: eyes sift it.
    private func events(
        of submissions: [SubmissionID], in call: CallID, _ connection: Connection
    ) throws -> [SubmissionID: [Recorded<SubmissionEvent>]] {
        guard !submissions.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            select subject_id, sequence, at, actor_id, body from event
            where call_id = \(call) and subject_id in \(list: submissions.map(\.uuid))
                and kind not in ('answered', 'attached', 'detached', 'set-aside')
            order by subject_id, sequence
            """)
        return try rows.reduce(into: [:]) { events, row in
            events[try row.id("subject_id"), default: []].append(
                Recorded(
                    sequence: try row.get("sequence"), at: try row.instant("at"),
                    actor: try row.optionalID("actor_id"), body: try row.json("body")))
        }
    }
}
