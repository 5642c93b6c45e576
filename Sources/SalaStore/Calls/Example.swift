public import SalaEngine
public import SalaThai

/// An entry that nobody filed, as somebody with one role would meet it: what the pages of the role show
/// before there is anything to show. It stands in no table, and no page of it can be acted on.
public struct Example: Sendable {
    /// The call, for somebody who has the role and no other.
    public let view: CallView
    public let submission: SubmissionView
    public let desk: Desk
    public let facets: DeskFacets
    /// The entry before it was sent.
    public let draft: Dossier
    /// For a role that judges.
    public let review: AskedReview?
    public let judgeDesk: JudgeDesk?

    /// What the example is made of.
    public struct Making: Sendable {
        var role: Role
        var answers: Answers
        var attachments: [AttachmentID: Attachment]
        var organisation: OrganisationSummary
        var applicant: String

        /// - Parameters:
        ///   - attachments: answers to further questions.
        ///   - organisation: the name of the organisation that files, in its province.
        ///   - applicant: the name of who filed it.
        public init(
            role: Role, answers: Answers, attachments: [Attachment], organisation: String, province: String,
            applicant: String
        ) {
            self.role = role
            self.answers = answers.merging(
                attachments.map { ($0.question, .list([$0.id.description])) }, uniquingKeysWith: { $1 })
            self.attachments = Dictionary(uniqueKeysWithValues: attachments.map { ($0.id, $0) })
            self.organisation = OrganisationSummary(
                id: OrganisationID(.version7(at: Instant(microseconds: 0))), kind: "",
                nameThai: organisation, nameEnglish: organisation, provinceCode: "",
                provinceThai: province, provinceEnglish: province)
            self.applicant = applicant
        }
    }
}

extension Store {
    /// The example of a call at the stage in which the role has something to do, read from nowhere and
    /// written nowhere; nil where the workflow leads to none.
    public func example(of view: CallView, _ making: Example.Making, at now: Instant) -> Example? {
        let programme = view.programme
        let role = making.role
        let isFiler = role.granting == .filing
        let somebody = PersonID(.version7(at: now))
        let reader = isFiler ? somebody : PersonID(.version7(at: now))
        let files = programme.filing.by == .organisation
        let actor = Actor(
            person: reader, roles: isFiler ? [] : [role.name],
            organisations: isFiler && files ? [making.organisation.id] : [])
        var whole = WholeDossier(
            submission: Submission(
                id: SubmissionID(.version7(at: now)), call: view.call.id, version: view.call.version,
                applicant: somebody, organisation: files ? making.organisation.id : nil,
                stage: programme.workflow.first.name, answers: making.answers, at: now),
            head: "", receipt: nil, call: view.call, filed: 0, programme: programme, actor: actor,
            organisation: files ? making.organisation : nil)
        whole.submission.attachments = making.attachments
        guard var events = events(of: whole, for: role, at: now) else { return nil }
        let round = programme.rounds.first { $0.judges == role.name }
        if let round { asking(reader, in: round, at: now, after: &events) }
        guard var submission = Submission.replaying(whole.submission.id, events) else { return nil }
        submission.attachments = making.attachments
        let draft = Dossier(whole)
        whole.submission = submission
        var seen = view
        seen.actor = actor
        let row = SubmissionRow.imagined(whole, applicant: making.applicant, as: Dossier(whole))
        return Example(
            view: seen, submission: exampleView(whole, events, [somebody: making.applicant], at: now),
            desk: Desk(
                view: seen, listing: Listing(entries: [row], total: 1, page: 1, length: 50),
                counts: [submission.stage: 1]),
            facets: DeskFacets(facets: programme.deskFacets, counts: [], provinces: [:]),
            draft: draft,
            review: round.map { round in
                AskedReview(
                    dossier: Dossier(whole), round: round, review: Review(state: .assigned), isOpen: true,
                    queue: ReviewQueue(open: 1, total: 1, next: nil))
            },
            judgeDesk: round.map { round in
                let asked = JudgeRow(
                    submission: row, round: round.name, review: Review(state: .assigned), hasDraft: false)
                return JudgeDesk(view: seen, rows: [asked], declared: [])
            })
    }

    /// The reader is asked to judge, and has no conflict of interest.
    private func asking(
        _ reader: PersonID, in round: Round, at now: Instant,
        after events: inout [Recorded<SubmissionEvent>]
    ) {
        let assigned = SubmissionEvent.assigned(round: round.name, judge: reader)
        let cleared = SubmissionEvent.conflictDenied(round: round.name, judge: reader, words: "")
        for body in round.conflicts.asks ? [assigned, cleared] : [assigned] {
            events.append(Recorded(sequence: events.count + 1, at: now, actor: nil, body: body))
        }
    }

    /// What happened until the stage in which the role judges, or else acts, or else reads what was filed.
    private func events(
        of whole: WholeDossier, for role: Role, at now: Instant
    ) -> [Recorded<SubmissionEvent>]? {
        let workflow = whole.programme.workflow
        let judged = whole.programme.rounds.first { $0.judges == role.name }.flatMap {
            workflow.stages(of: $0.name).first
        }
        let acting = workflow.stages.first { stage in
            !stage.isOpen && role.granting != .filing
                && workflow.actions(from: stage.name).contains { $0.by.contains(role.name) }
        }
        let filed = workflow.actions.first(where: \.files)?.to
        guard let stage = judged ?? acting?.name ?? filed else { return nil }
        let draft = whole.submission
        let start = SubmissionEvent.Started(
            call: draft.call, version: draft.version, applicant: draft.applicant,
            organisation: draft.organisation, stage: draft.stage, answers: draft.answers)
        return Submission.imagined(
            at: stage, start, id: draft.id, in: whole.situation(at: now, calendar: calendar))
    }

    private func exampleView(
        _ whole: WholeDossier, _ events: [Recorded<SubmissionEvent>], _ names: [PersonID: String],
        at now: Instant
    ) -> SubmissionView {
        let eyes = Eyes(whole)
        let situation = whole.situation(at: now, calendar: calendar)
        return SubmissionView(
            dossier: Dossier(whole), events: events.filter(eyes.sees).map { eyes.told(eyes.event($0)) },
            letters: [], names: names.filter { eyes.knows($0.key) },
            actions: whole.programme.workflow.actions.filter { whole.submission.mayAct($0, in: situation) })
    }
}
