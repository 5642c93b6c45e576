import SalaEngine
import SalaStore
import SalaThai

/// A judge's own desk: what waits for this judge and what this judge has done, nobody else's.
struct JudgingPage: Page {
    static let template = "pages/judging"

    /// A submission that the judge is asked to review.
    struct Row: Sendable {
        let url: String
        let title: String
        let filer: String?
        /// That it came in after the call had closed, why that was let and by whom.
        let late: String?
        let number: String
        /// Nil where the call has one round.
        let round: String?
        let state: StageBadgeView
        /// That what was given has been changed since, and the changes are not given.
        let changes: String?
        /// Until when the review is to be given; nil once it is, and where no clock runs.
        let due: DaysLeftView?
        /// Once given.
        let score: String?
    }

    /// A submission that the judge left, with why.
    struct Declaration: Sendable {
        let number: String?
        let title: String
        let state: StageBadgeView
        let reason: String
    }

    let chrome: Chrome
    let call: String
    let desksURL: String
    let stats: [StatView]
    /// That the judge is asked about conflicts of interest first, and where.
    let asking: NoticeView?
    /// The first that waits.
    let next: LinkView?
    /// That all is done, and whether scores can still be changed.
    let done: String?
    /// Open reviews first.
    let rows: [Row]
    let hasRounds: Bool
    let declared: [Declaration]
    /// Leads to them from the top of the page.
    let declaredLabel: String?
    /// Whom to ask about them.
    let askWhom: String
    let empty: EmptyView?

    /// - Parameter told: what has just been done.
    init(_ site: Site, _ context: SalaContext, _ desk: JudgeDesk, telling told: NoticeView? = nil) {
        call = desk.view.call.title(context.visit.language)
        chrome = site.chrome("\(site.say("desks.judging", context)) – \(call)", context, telling: told)
        desksURL = Paths.desks
        asking = NoticeView(asking: desk, site, context)
        stats = JudgingPage.stats(site, context, desk)
        let open = desk.next
        next = open.map { row in
            LinkView(
                label: site.say(
                    row.state == .begun ? "judging.resume" : "judging.start", context,
                    [
                        "entry": [row.submission.number, site.title(row.submission, context)]
                            .compactMap(\.self).joined(separator: " ")
                    ]),
                url: Paths.review(row.round, of: row.submission.id))
        }
        let isDone =
            open == nil && desk.unanswered == 0 && !desk.rows.isEmpty
            && desk.rows.allSatisfy { $0.state == .final }
        done =
            isDone
            ? site.say(
                desk.rows.contains(where: desk.isOpen) ? "judging.all-done" : "judging.all-closed", context)
            : nil
        let hasRounds = Set(desk.rows.map(\.round)).count > 1
        self.hasRounds = hasRounds
        rows = desk.rows.map {
            Row(site, context, $0, in: desk, namesRound: hasRounds)
        }
        declared = desk.declared.map { Declaration($0, site, context) }
        declaredLabel =
            declared.isEmpty
            ? nil : site.say("judging.to-declared", context, ["count": Digits.grouped(declared.count)])
        askWhom = site.askWhom("declared-text", context, desk.view)
        empty =
            desk.rows.isEmpty && desk.unanswered == 0
            ? EmptyView(
                title: site.say("judging.empty", context), text: site.say("judging.empty-text", context))
            : nil
    }

    private static func stats(_ site: Site, _ context: SalaContext, _ desk: JudgeDesk) -> [StatView] {
        // What is closed waits for nothing, however far it was.
        func count(_ state: Review.State) -> Int {
            desk.rows.count { row in
                // What was opened again is asked for as at first.
                let counted = row.review.isReopened ? .assigned : row.state
                return counted == state && (state == .final || desk.isOpen(row))
            }
        }
        func stat(_ state: Review.State, isPressing: Bool = false) -> StatView {
            StatView(
                value: Digits.grouped(count(state)),
                label: site.say("judging.count-\(state.rawValue)", context),
                isPressing: isPressing && count(state) > 0)
        }
        // Together with the first two, as many as the desks say are to be given.
        let asked = StatView(
            value: Digits.grouped(desk.unanswered), label: site.say("judging.count-asked", context),
            isPressing: true)
        return (desk.unanswered > 0 ? [asked] : [])
            + (desk.rows.isEmpty ? [] : [stat(.assigned, isPressing: true), stat(.begun), stat(.final)])
    }
}

extension NoticeView {
    /// That the judge is asked about conflicts of interest first; nil where nothing is asked.
    fileprivate init?(asking desk: JudgeDesk, _ site: Site, _ context: SalaContext) {
        guard desk.unanswered > 0 else { return nil }
        self.init(
            .warning, site.say("conflicts.waiting", context, ["count": Digits.grouped(desk.unanswered)]),
            link: LinkView(
                label: site.say("conflicts.answer", context),
                url: Paths.conflicts(desk.view.call.handle)))
    }
}

extension JudgingPage.Declaration {
    /// Under its title where the judge has read it, else under who entered.
    fileprivate init(_ row: JudgeRow, _ site: Site, _ context: SalaContext) {
        let title = row.submission.title
        self.init(
            number: row.submission.number,
            title: title.isEmpty ? site.filer(row.submission, context) ?? "" : title,
            state: StageBadgeView(row.review.state, site, context), reason: row.review.reason)
    }
}

extension JudgingPage.Row {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ row: JudgeRow, in desk: JudgeDesk, namesRound: Bool
    ) {
        let (view, isOn) = (desk.view, desk.isOpen(row))
        let isGiven = row.state == .final
        self.init(
            url: Paths.review(row.round, of: row.submission.id), title: site.title(row.submission, context),
            filer: site.filer(row.submission, context),
            late: site.note(ofLate: row.submission, in: view.call, desk.granters, context),
            number: row.submission.number ?? "–",
            round: namesRound ? view.programme.texts["round.\(row.round)", context.visit.language] : nil,
            state: isOn || isGiven
                ? StageBadgeView(row.review, hasDraft: row.hasDraft, site, context)
                : StageBadgeView(site.say("judging.state-closed", context), tone: .closed),
            changes: isOn && isGiven && row.hasDraft ? site.say("judging.changes-wait", context) : nil,
            due: isOn && !isGiven ? row.submission.due.map { site.dueTime($0, context) } : nil,
            score: isGiven ? row.score(in: view) : nil)
    }
}

extension JudgeRow {
    fileprivate func score(in view: CallView) -> String? {
        view.programme.round(round).flatMap { view.call.score(of: review.scores, in: $0) }
    }
}

extension StageBadgeView {
    /// How far a review is, and whether it was given before; begun where its judge has a draft.
    init(_ review: Review, hasDraft: Bool = false, _ site: Site, _ context: SalaContext) {
        if review.isReopened {
            self.init(site.say("judging.state-reopened", context), tone: .waiting)
        } else {
            self.init(review.state(hasDraft: hasDraft), site, context)
        }
    }

    /// How far a review is, in words and by sign.
    init(_ state: Review.State, _ site: Site, _ context: SalaContext) {
        let tone: Tone =
            switch state {
            case .assigned: .waiting
            case .begun: .draft
            case .final: .success
            case .conflict, .abstained, .recused: .refused
            case .withdrawn: .closed
            }
        self.init(site.say("judging.state-\(state.rawValue)", context), tone: tone)
    }
}
