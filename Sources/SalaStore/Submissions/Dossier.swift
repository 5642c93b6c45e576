import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// A submission with everything around it that a page needs, as one person may see it.
public struct Dossier: Sendable {
    /// With the answers, files and reviews that the person may see, and no others.
    public let submission: Submission
    /// To the filer's side the answers as they now are, filed or not, whether or not the stage is open; to
    /// others what they read.
    public let written: Answers
    /// The receipt's code, once filed.
    public let receipt: String?
    public let call: Call
    public let programme: Programme
    public let actor: Actor
    public let organisation: OrganisationSummary?
    /// The person is on the filer's side, whatever other part the person has.
    public let isOwn: Bool
    /// Who entered is hidden from the person, and so is what files carry besides what they show.
    public let isBlind: Bool
    private let hasStake: Bool
    /// The answers that relevance is settled by, those that the person may not read among them.
    private let settling: Answers
    private let hidden: Set<String>

    init(_ whole: WholeDossier) {
        let eyes = Eyes(whole)
        submission = eyes.submission(whole.submission)
        written = eyes.written(whole.submission)
        isBlind = eyes.isBlind
        receipt = eyes.isBlind || eyes.isBarred ? nil : whole.receipt
        call = whole.call
        programme = whole.programme
        actor = whole.actor
        organisation = eyes.isBlind || eyes.isBarred ? nil : whole.organisation
        isOwn = eyes.isFiler
        hasStake = eyes.hasStake
        settling = eyes.shown(whole.submission)
        hidden = eyes.hidden
    }

    /// What the person knows the submission by; empty before it has a title.
    public var title: String { programme.title(in: submission.answers) }

    /// What of the form shows for the answers, as the person may read it.
    public func showing(at now: Instant) -> Showing {
        programme.form.showing(settling, at: now).hiding(hidden)
    }

    /// The person has a part in the call too, and reads here nothing of what comes with it.
    public var isConflicted: Bool {
        hasStake && !actor.roles.isEmpty
    }
}

extension Store {
    /// Everything about a submission that the person may see; any other is not found.
    ///
    /// - Parameter isAnswer: the judge's own word on a conflict of interest, or that the judge does not
    ///   review, which comes before anything may be seen.
    func dossier(
        _ id: SubmissionID, for person: PersonID?, toAnswer isAnswer: Bool = false, in connection: Connection
    ) throws -> WholeDossier {
        guard let dossier = try anyDossier(id, for: person, in: connection) else { throw Refusal.notFound }
        let scope = Scope(dossier.actor, programme: dossier.programme, call: dossier.call.id)
        guard scope.sees(dossier.submission) else {
            if dossier.awaitsAnswer {
                guard isAnswer else { throw Refusal.conflictUnanswered }
                return dossier
            }
            throw try hasLostSight(of: dossier, connection) ? Refusal.roleEnded : .notFound
        }
        return dossier
    }

    /// The dossier without a look at the scope: for the clock, which acts on every submission.
    func anyDossier(
        _ id: SubmissionID, for person: PersonID?, in connection: Connection
    ) throws -> WholeDossier? {
        let row = try connection.row(
            """
            select submission.snapshot, submission.head, submission.receipt, call.snapshot as call,
                call.filed, \(OrganisationSummary.columns)
            from submission join call on call.id = submission.call_id
            left join organisation on organisation.id = submission.organisation_id
            where submission.id = \(id)
            """)
        guard let row else { return nil }
        let submission: Submission = try row.json("snapshot")
        let call: Call = try row.json("call")
        let programme = try programmes.programme(submission.version, in: connection)
        return WholeDossier(
            submission: submission, head: try row.get("head"), receipt: try row.get("receipt"), call: call,
            filed: try row.get("filed"),
            programme: programme, actor: try actor(person, in: call, of: programme, connection),
            organisation: try row.organisation())
    }
}
