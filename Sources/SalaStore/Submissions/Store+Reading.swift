public import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// A submission's page: the dossier, what happened, and the letters about it, as one person may see them.
public struct SubmissionView: Sendable {
    public var dossier: Dossier
    public var events: [Recorded<SubmissionEvent>]
    public var letters: [LetterSummary]
    /// By what it came in, or may still come in, after the call closed; nil where it came in time.
    public var late: LateAccess?
    /// Names of the people that the person may know of; others are nameless.
    public var names: [PersonID: String]
    /// What the person may do now.
    public var actions: [Action]
    /// The round that it rests in, once that is over for it: others were decided about, it was not, and
    /// nothing befalls those who get no place. To whoever may not know of pending decisions, once they are
    /// released.
    public var over: Round?

    /// What keeps the stage's clock from acting, as far as the person may know.
    public var clockRefusal: ClockRefusal? {
        for event in events.reversed() {
            switch event.body {
            case .clockRefused(let refusal): return refusal
            case .acted: return nil
            default: continue
            }
        }
        return nil
    }
}

extension Store {
    /// The submission as the person may see it.
    public func submission(_ id: SubmissionID, for person: PersonID, at now: Instant) async throws
        -> SubmissionView
    {
        try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            let events = try connection.events(of: id.uuid, call: dossier.call.id, as: SubmissionEvent.self)
            let eyes = Eyes(dossier)
            let visible = events.filter(eyes.sees).map { eyes.told(eyes.event($0)) }
            let known = visible.flatMap { eyes.named(by: $0) }
            let late = dossier.late
            let letters = try letterSummaries(of: id, for: eyes.isCommittee ? nil : person, connection)
            let others = letters.compactMap(\.recipient) + (late.map { [$0.grantedBy] } ?? [])
            let people = Set(known + others).map(\.uuid).sorted()
            let rows = try connection.rows("select id, name from person where id in \(list: people)")
            let situation = dossier.situation(at: now, calendar: calendar)
            return SubmissionView(
                dossier: Dossier(dossier), events: visible, letters: letters, late: late,
                names: try Dictionary(
                    uniqueKeysWithValues: rows.map { (try $0.id("id"), try $0.get("name")) }),
                actions: dossier.programme.workflow.actions.filter {
                    dossier.submission.mayAct($0, in: situation)
                }, over: try roundOver(dossier, eyes, connection))
        }
    }

    private func roundOver(
        _ dossier: WholeDossier, _ eyes: Eyes, _ connection: Connection
    ) throws -> Round? {
        let programme = dossier.programme
        guard dossier.submission.held == nil || !eyes.knowsPending,
            let round = programme.workflow.stage(dossier.submission.stage)?.round.flatMap(programme.round),
            round.selection.others == nil
        else { return nil }
        let closing = try connection.closing(of: round, in: programme, under: dossier.call.id)
        return (eyes.knowsPending ? !closing.isEmpty : closing.contains(.released)) ? round : nil
    }

    /// The dossier alone, as the person may see it.
    public func dossier(_ id: SubmissionID, for person: PersonID) async throws -> Dossier {
        try await database.read { connection in Dossier(try dossier(id, for: person, in: connection)) }
    }

    /// The attachment and where its bytes lie, when the person may see the answer that names it; refused with
    /// `fileWithheld` where who entered is hidden and the file cannot be freed of what it carries.
    public func attachment(
        _ id: AttachmentID, of submission: SubmissionID, for person: PersonID
    ) async throws -> (Attachment, URL) {
        let dossier = try await dossier(submission, for: person)
        guard var attachment = dossier.submission.attachments[id] else { throw Refusal.notFound }
        let url = files.url(sha256: attachment.sha256)
        guard dossier.isBlind else { return (attachment, url) }
        let freed = await namelessFiles.url(
            of: url, sha256: attachment.sha256, mediaType: attachment.mediaType)
        guard let freed else { throw Refusal.fileWithheld }
        // What a browser and the small copies know it by: it is another file.
        attachment.sha256 += "-nameless"
        return (attachment, freed)
    }

    /// What a receipt's code stands for: enough to trust the paper, no more. The code is reckoned anew from
    /// what happened; throws `Fault.tampered` where the record does not bear it out.
    public func receipt(_ typed: String) async throws -> Receipt {
        try await database.read { connection in
            let row = try connection.row(
                """
                select submission.id, submission.call_id, submission.number, submission.filed_at,
                    submission.snapshot, call.snapshot as call, \(OrganisationSummary.columns)
                from submission join call on call.id = submission.call_id
                left join organisation on organisation.id = submission.organisation_id
                where submission.receipt = \(ReceiptCode.canonical(typed))
                """)
            guard let row, let filed = try row.optionalInstant("filed_at") else { throw Refusal.notFound }
            var receipt = Receipt(
                code: ReceiptCode.canonical(typed), number: try row.get("number"), filedAt: filed,
                call: try row.json("call"), organisation: try row.organisation())
            let proved = try connection.prove(
                receipt, of: row.id("id"), under: row.id("call_id"), by: row.optionalID("organisation_id"))
            receipt.filedAgainAt = proved.filedAgain
            let submission: Submission = try row.json("snapshot")
            let workflow = try programmes.programme(submission.version, in: connection).workflow
            if workflow.stage(proved.stage)?.isWithdrawn == true { receipt.withdrawnAt = proved.since }
            return receipt
        }
    }
}

extension Eyes {
    /// Those whose names the line of an event may say: who did it, and of whom else it tells.
    fileprivate func named(by event: Recorded<SubmissionEvent>) -> [PersonID] {
        let behind = [event.actor, event.body.colleague].compactMap(\.self)
        let judges = [event.body.judge].compactMap(\.self)
        return behind.filter { knows($0, behind: event.body) } + judges.filter(knowsJudge)
    }
}

extension SubmissionEvent {
    /// Whom the event tells of besides who did it.
    fileprivate var colleague: PersonID? {
        if case .parted(_, let person) = self { person } else { nil }
    }
}

/// What anyone who holds a receipt's code may know.
public struct Receipt: Sendable {
    public var code: String
    public var number: String?
    public var filedAt: Instant
    /// When it was handed in again after corrections, the first time first.
    public var filedAgainAt: [Instant] = []
    /// When the filer took it back; nil wherever else it rests.
    public var withdrawnAt: Instant?
    public var call: Call
    /// The filing organisation; nil when a person filed.
    public var organisation: OrganisationSummary?
}
