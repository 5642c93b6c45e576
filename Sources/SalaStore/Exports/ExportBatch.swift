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
        /// What the person may know of it, in order; without who is behind it where the person may not know.
        public var events: [Recorded<SubmissionEvent>]
        /// Of those who did something to this entry, where the person may know who: it may be a secret here
        /// and none elsewhere.
        public var names: [PersonID: String]

        /// Those whom the person may know of.
        fileprivate var people: Set<PersonID> {
            Set(events.compactMap(\.actor)).union(dossier.submission.reviews.values.flatMap(\.keys))
        }
    }

    public var call: CallView
    public var entries: [Entry]
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
        var entries = try zip(rows, wholes).map { row, whole in
            let eyes = Eyes(whole)
            let visible = happened[whole.submission.id, default: []].filter(eyes.sees)
            return ExportBatch.Entry(
                dossier: Dossier(whole), applicant: try row.get("applicant"),
                events: visible.map(eyes.exported), names: [:])
        }
        let names = try names(of: Set(entries.flatMap(\.people)), connection)
        for place in entries.indices {
            let people = entries[place].people
            entries[place].names = names.filter { people.contains($0.key) }
        }
        return ExportBatch(
            call: view, entries: entries,
            last: rows.count < limit
                ? nil
                : try rows.last.map { ExportBatch.Key(number: try $0.get("number"), id: try $0.id("id")) })
    }

    private func names(
        of people: Set<PersonID>, _ connection: Connection
    ) throws -> [PersonID: String] {
        guard !people.isEmpty else { return [:] }
        let ids = people.map(\.uuid).sorted()
        let rows = try connection.rows("select id, name from person where id in \(list: ids)")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id("id"), try $0.get("name")) })
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

extension Eyes {
    /// The event as far as the person may read it, and who is behind it where the person may know that.
    fileprivate func exported(_ event: Recorded<SubmissionEvent>) -> Recorded<SubmissionEvent> {
        var seen = told(self.event(event))
        seen.actor = event.actor.flatMap { knows($0, behind: event.body) ? $0 : nil }
        return seen
    }
}
