import Crypto
import Foundation
import SalaDatabase
public import SalaEngine
import SalaThai

extension Store {
    /// Fewer than so many names of a blind round are shown among others.
    private static let crowd = 8

    /// What the person has still to say about conflicts of interest in the call's rounds; refuses who judges
    /// in none of them.
    public func conflictQuestions(_ handle: String, for person: PersonID) async throws -> ConflictQuestions {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.programme.rounds.contains(where: { view.actor.roles.contains($0.judges) }) else {
                throw Refusal.notAllowed
            }
            return try conflictQuestions(view, for: person, connection)
        }
    }

    /// The handle of the call in which the person is asked about the submission; nil where nothing is asked.
    public func callAsking(about id: SubmissionID, _ person: PersonID) async throws -> String? {
        try await database.read { connection in
            guard let dossier = try anyDossier(id, for: person, in: connection), dossier.awaitsAnswer
            else { return nil }
            return dossier.call.handle
        }
    }

    /// What the person has still to say, as it stands in this transaction.
    func conflictQuestions(
        _ view: CallView, for person: PersonID, _ connection: Connection
    ) throws -> ConflictQuestions {
        let rows = try askedRows(view, person, connection)
        var named: [ConflictQuestion] = []
        var blind: [String: [AskedEntry]] = [:]
        for row in rows {
            let entry = try AskedEntry(row)
            if view.programme.round(entry.round)?.blind != nil {
                blind[entry.round, default: []].append(entry)
            } else {
                named.append(
                    ConflictQuestion(
                        submission: entry.submission, round: entry.round, organisation: entry.organisation,
                        applicant: entry.organisation == nil ? entry.applicant : ""))
            }
        }
        let questions = try blind.sorted { $0.key < $1.key }.map { round, entries in
            BlindQuestion(
                round: round, submissions: entries.map(\.submission).sorted(),
                filers: try crowd(around: entries, of: person, in: round, view, connection))
        }
        return ConflictQuestions(
            view: view,
            named: named.sorted { ThaiOrder.precedes($0.name, $1.name) }, blind: questions)
    }

    /// The judge's own reviews that wait for an answer.
    private func askedRows(
        _ view: CallView, _ person: PersonID, _ connection: Connection
    ) throws -> [Row] {
        let judging = try connection.judging(in: view.programme, under: view.call.id)
        return try connection.rows(
            Store.askedColumns
                + """
                , review.round, review.updated_at
                from review join submission on submission.call_id = review.call_id
                    and submission.id = review.submission_id
                """ + Store.askedPeople
                    + """
                    where review.judge_id = \(person) and review.call_id = \(view.call.id) and \(judging)
                        and \(Review.State.awaiting(in: view.programme)) and \(Scope.foreign(to: view.actor))
                    """)
    }

    /// Those who entered, in the order of names. What a judge was asked for at one time is a crowd: where it
    /// is small, others of the round stand in it, the same each time, so that who comes with a single entry
    /// is one of many.
    private func crowd(
        around entries: [AskedEntry], of person: PersonID, in round: String, _ view: CallView,
        _ connection: Connection
    ) throws -> [BlindFiler] {
        var filers = Dictionary(entries.map { ($0.filer.key, $0.filer) }) { first, _ in first }
        let stages = view.programme.workflow.stages(of: round)
        for (time, batch) in Dictionary(grouping: entries, by: \.asked).sorted(by: { $0.key < $1.key }) {
            let known = Set(batch.map(\.filer.key))
            guard known.count < Store.crowd else { continue }
            let rows = try connection.rows(
                Store.askedColumns + " from submission" + Store.askedPeople
                    + """
                    where submission.call_id = \(view.call.id) and submission.stage in \(list: stages)
                        and submission.moved_at <= \(time) and \(Scope.foreign(to: view.actor))
                    """)
            let others = try rows.map(BlindFiler.init).filter { !known.contains($0.key) }
                .map { (rank: $0.rank(for: person, at: time), filer: $0) }
                .sorted { $0.rank < $1.rank }
            for other in others.prefix(Store.crowd - known.count) { filers[other.filer.key] = other.filer }
        }
        return filers.values.sorted { left, right in
            left.name == right.name ? left.key < right.key : ThaiOrder.precedes(left.name, right.name)
        }
    }

    private static let askedColumns: SQL = """
        select submission.id, submission.applicant_id, person.name as applicant,
            \(OrganisationSummary.columns)
        """

    private static let askedPeople: SQL = """
         join person on person.id = submission.applicant_id
        left join organisation on organisation.id = submission.organisation_id

        """
}

/// An entry whose judge is asked, with who filed it.
private struct AskedEntry {
    let submission: SubmissionID
    let round: String
    let organisation: OrganisationSummary?
    let applicant: String
    let filer: BlindFiler
    let asked: Instant

    init(_ row: Row) throws {
        submission = try row.id("id")
        round = try row.get("round")
        organisation = try row.organisation()
        applicant = try row.get("applicant")
        filer = try BlindFiler(row)
        asked = try row.instant("updated_at")
    }
}

extension ConflictQuestion {
    fileprivate var name: String { organisation?.nameThai ?? applicant }
}

extension BlindFiler {
    fileprivate init(_ row: Row) throws {
        let organisation = try row.organisation()
        let applicant: PersonID = try row.id("applicant_id")
        self.init(
            key: organisation?.id.description ?? applicant.description, organisation: organisation,
            applicant: organisation == nil ? try row.get("applicant") : "")
    }

    fileprivate var name: String { organisation?.nameThai ?? applicant }

    /// Where it stands in an order that is another for each judge and time, and always the same for one.
    fileprivate func rank(for judge: PersonID, at time: Instant) -> String {
        Hexadecimal.text(SHA256.hash(data: Data("\(judge) \(time.microseconds) \(key)".utf8)))
    }
}
