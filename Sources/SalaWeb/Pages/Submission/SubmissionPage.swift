import SalaEngine
import SalaStore
import SalaThai

/// A submission's page: what it is, what happened, who, when, what comes next and by when.
struct SubmissionPage: Page {
    static let template = "pages/submission"
    let chrome: Chrome
    /// The desk that the person came from, or would come from.
    let deskURL: String?
    let call: String
    let title: String
    let number: String?
    let badge: StageBadgeView
    /// Why somebody with a part in the call reads it as its filer does.
    let conflict: NoticeView?
    /// What the filer began to mend and has not handed in, where it cannot be written now but may be again.
    let unsent: NoticeView?
    /// What keeps the stage's clock from acting, for those who can mend it.
    let clock: WarningView?
    let facts: [FactView]
    /// That it came in after the call had closed, why that was let and by whom.
    let late: NoticeView?
    /// Who writes it along, and all that was written: for those who write it.
    let companyURL: String?
    let versionsURL: String?
    /// Where decisions of the stage's round are held and released, for those who read its reviews.
    let ranking: ActionLink?
    let actions: [ActionLink]
    /// Where the filer goes on writing, or corrects what was filed.
    let edit: LinkView?
    /// Where the filer may begin another one, after taking this one back.
    let anew: LinkView?
    let changesURL: String?
    /// Where judges are assigned, for who may.
    let judgesURL: String?
    /// The reader's own review, for who is asked to judge it now.
    let reviewURL: String?
    /// The submission of the desk that waits after this one.
    let next: LinkView?
    /// For the filer's side, and for those whose desk has what was filed.
    let receipt: ReceiptLink?
    let timeline: TimelineView
    let sections: [AnswerSection]

    struct ActionLink: Sendable {
        let label: String
        let url: String
        /// The one that matters now.
        let isFirst: Bool
    }

    struct ReceiptLink: Sendable {
        let code: String
        let url: String
        let filed: String
    }

    /// - Parameters:
    ///   - query: what the desk was narrowed to that the person came from.
    ///   - next: the submission that waits after this one.
    ///   - anew: where the filer may begin another one.
    init(
        _ site: Site, _ context: SalaContext, _ view: SubmissionView, from query: DeskQuery = DeskQuery(),
        next: SubmissionRow? = nil, anew: LinkView? = nil
    ) {
        let dossier = view.dossier
        let submission = dossier.submission
        let programme = dossier.programme
        let language = context.visit.language
        let isFiler = dossier.isOwn
        let stage = programme.workflow.stage(submission.stage)
        call = dossier.call.title(language)
        title = dossier.title.isEmpty ? site.say("submission.untitled", context) : dossier.title
        let access = DeskAccess(dossier.actor, of: programme)
        deskURL = access.reads && !isFiler ? query.url(of: dossier.call.handle) : nil
        self.next = isFiler ? nil : next.map { LinkView(waiting: $0, from: query, site, context) }
        chrome = SubmissionPage.chrome(site, context, view, title, deskURL: deskURL, next: self.next)
        number = submission.number
        badge = StageBadgeView(submission.stage, of: programme, language)
        conflict = dossier.isConflicted ? NoticeView(.warning, site.say("submission.own", context)) : nil
        clock = view.clockRefusal.map { refusal in
            WarningView(
                site.sentence(refusal, programme, context), lines: [site.reason(refusal, context)])
        }
        facts = FactView.facts(about: dossier, filedLast: view.filings.last, site, context)
        late = view.late.map { site.notice(of: $0, isFiled: submission.filedAt != nil, view.names, context) }
        companyURL = isFiler ? Paths.company(of: submission.id) : nil
        versionsURL = isFiler ? Paths.versions(of: submission.id) : nil
        let isOpenToFiler = isFiler && stage?.isOpen == true
        actions = view.actions.filter { !(isOpenToFiler && $0.files) && !$0.isHeld }.enumerated()
            .map { index, action in
                ActionLink(
                    label: programme.texts["action.\(action.name)", language],
                    url: query.kept(by: Paths.action(action.name, on: submission.id), at: query.place),
                    isFirst: index == 0 && !isFiler && stage?.isOpen != true)
            }
        ranking = SubmissionPage.ranking(site, context, view, access)
        edit = isOpenToFiler ? LinkView(writing: dossier, site, context) : nil
        self.anew = anew
        changesURL =
            view.isChanged(at: context.visit.now) ? query.kept(by: Paths.changes(of: submission.id)) : nil
        unsent = SubmissionPage.unsent(site, context, dossier, isOpen: isOpenToFiler, changesURL)
        judgesURL = SubmissionPage.judgesURL(view)
        reviewURL = stage?.round.flatMap(dossier.reviewURL)
        let knowsReceipt = isFiler || access.reads
        receipt = (knowsReceipt ? dossier.receipt : nil).flatMap { code in
            submission.filedAt.map { filed in
                ReceiptLink(
                    code: ReceiptCode.grouped(code), url: Paths.receipt(code),
                    filed: filed.text(.long, thai: language == .thai))
            }
        }
        timeline = TimelineView(site, context, view)
        sections = AnswerSection.sections(dossier, site, context)
    }

    /// Where judges are assigned, and taken off, for who may do either.
    private static func judgesURL(_ view: SubmissionView) -> String? {
        let dossier = view.dossier
        let stage = dossier.programme.workflow.stage(dossier.submission.stage)
        guard !dossier.isOwn, view.over == nil, let round = stage?.round.flatMap(dossier.programme.round),
            dossier.actor.asksFurther(round.name, in: dossier.programme)
        else { return nil }
        return Paths.judges(round.name, of: dossier.submission.id)
    }

    private static func unsent(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier, isOpen: Bool, _ changesURL: String?
    ) -> NoticeView? {
        let workflow = dossier.programme.workflow
        let beyond = workflow.stages(
            beyond: workflow.actions(from: dossier.submission.stage).map(\.name))
        guard !isOpen, workflow.stages.contains(where: { $0.isOpen && beyond.contains($0.name) }),
            let filed = dossier.submission.filedAnswers,
            dossier.isWritten(after: filed, at: context.visit.now)
        else { return nil }
        return NoticeView(
            .warning, site.say("submission.unsent", context),
            link: changesURL.map { LinkView(label: site.say("submission.changes", context), url: $0) })
    }

    /// The way to the ranking, which is what matters where the person's decision waits there.
    private static func ranking(
        _ site: Site, _ context: SalaContext, _ view: SubmissionView, _ access: DeskAccess
    ) -> ActionLink? {
        let dossier = view.dossier
        let stage = dossier.programme.workflow.stage(dossier.submission.stage)
        guard access.reads, access.readsReviews, !dossier.isConflicted,
            let round = stage?.round.flatMap(dossier.programme.round)
        else { return nil }
        return ActionLink(
            label: site.say("submission.ranking", context),
            url: Paths.ranking(round.name, of: dossier.call.handle),
            isFirst: view.over == nil && view.actions.contains(where: \.isHeld) && view.isReviewed(round))
    }

    /// The frame, in which what was just done leads on to what waits next, or back to the desk.
    private static func chrome(
        _ site: Site, _ context: SalaContext, _ view: SubmissionView, _ title: String, deskURL: String?,
        next: LinkView?
    ) -> Chrome {
        var chrome = site.chrome(title, context)
        guard context.visit.path.queryItem("done") == "acted" else { return chrome }
        let back = deskURL.map { LinkView(label: site.say("submission.to-desk", context), url: $0) }
        chrome.notice = NoticeView(
            .success, view.lastDeed(site, context, title) ?? site.say("done.acted", context),
            link: next ?? back)
        return chrome
    }
}

extension SubmissionView {
    /// What the person's own last action did, as what happened tells it rather than the address; nil when
    /// something else has happened since.
    fileprivate func lastDeed(_ site: Site, _ context: SalaContext, _ title: String) -> String? {
        guard let event = events.last, event.actor == dossier.actor.person,
            case .acted(let acted) = event.body
        else { return nil }
        let texts = dossier.programme.texts
        let language = context.visit.language
        if dossier.submission.number == nil, dossier.title.isEmpty {
            return texts["action.\(acted.action).done", language]
        }
        return site.say(
            "done.acted-on", context,
            [
                "entry": [dossier.submission.number, title].compactMap(\.self).joined(separator: " "),
                "action": texts["action.\(acted.action).done", language],
                "stage": texts["stage.\(acted.to)", language],
            ])
    }
}

extension Dossier {
    fileprivate func reviewURL(in round: String) -> String? {
        let own = actor.person.flatMap { submission.reviews[round]?[$0] }
        return own?.isActive == true ? Paths.review(round, of: submission.id) : nil
    }
}

extension LinkView {
    fileprivate init(writing dossier: Dossier, _ site: Site, _ context: SalaContext) {
        let submission = dossier.submission
        self.init(
            label: site.writing(isFiled: submission.filedAt != nil, context),
            url: Paths.writing(
                submission.id, dossier.programme.form, submission.answers, at: context.visit.now))
    }

    /// Leads to the submission that waits next on the desk.
    init(waiting row: SubmissionRow, from query: DeskQuery, _ site: Site, _ context: SalaContext) {
        self.init(
            label: site.say("submission.next-waiting", context, ["number": row.number ?? ""]),
            url: query.kept(by: Paths.submission(row.id)))
    }
}

/// The answers of one page of the form, to be read.
struct AnswerSection: Sendable {
    let title: String
    let facts: [FactView]

    /// Everything that was answered, page by page.
    static func sections(_ dossier: Dossier, _ site: Site, _ context: SalaContext) -> [AnswerSection] {
        let wording = Asking.Wording.form(dossier.programme, context.visit.language)
        let showing = dossier.showing(at: context.visit.now)
        let files = site.attachmentViews(
            of: dossier.submission,
            withholding: dossier.isBlind ? site.say("submission.withheld", context) : nil)
        return dossier.programme.form.pages.filter { showing.isRelevant($0) }.compactMap { page in
            let facts = FactView.facts(page, showing, wording, files: files, unanswered: nil)
            guard !facts.isEmpty else { return nil }
            return AnswerSection(
                title: dossier.programme.texts["form.\(page.name).label", context.visit.language],
                facts: facts)
        }
    }
}

extension FactView {
    /// Who filed it, for whom and when.
    ///
    /// - Parameter last: when it was filed the last time, where that is to be told besides the first.
    static func facts(
        about dossier: Dossier, filedLast last: Instant? = nil, _ site: Site, _ context: SalaContext
    ) -> [FactView] {
        let language = context.visit.language
        var facts: [FactView] = []
        if let organisation = dossier.organisation {
            facts.append(
                FactView(
                    term: site.say("submission.organisation", context),
                    detail: organisation.placedName(language)))
        } else if dossier.isBlind {
            facts.append(
                FactView(
                    term: site.say("submission.organisation", context),
                    detail: site.say("submission.hidden-filer", context)))
        }
        if let filed = dossier.submission.filedAt {
            facts.append(
                FactView(
                    term: site.say("submission.filed", context),
                    detail: filed.text(.long, thai: language == .thai)))
            if let last, last != filed {
                facts.append(
                    FactView(
                        term: site.say("submission.filed-last", context),
                        detail: last.text(.long, thai: language == .thai)))
            }
        }
        return facts
    }
}

extension SubmissionView {
    /// When it was filed, each time.
    fileprivate var filings: [Instant] {
        events.compactMap { event in
            if case .acted(let acted) = event.body, acted.files { event.at } else { nil }
        }
    }

    /// It was filed more than once, or the filer has changed what was filed.
    fileprivate func isChanged(at now: Instant) -> Bool {
        filings.count > 1
            || dossier.submission.filedAnswers.map { dossier.isWritten(after: $0, at: now) } == true
    }
}

extension DaysLeftView {
    /// The time left until then, with the exact time behind it.
    init(_ end: Instant, now: Instant, isThai: Bool) {
        let seconds = (end.microseconds - now.microseconds) / 1_000_000
        self.init(
            text: end.text(relativeTo: now, thai: isThai), exactTime: end.text(.long, thai: isThai),
            timestamp: end.iso, isUrgent: seconds >= 0 && seconds < 3 * 86_400, isOver: seconds < 0)
    }
}
