import SalaEngine
import SalaStore
import SalaThai

/// A round of judging for those who run it: how far it is, who judges how much, and who declined.
struct PanelPage: Page {
    static let template = "pages/panel"

    struct JudgeLine: Sendable {
        let name: String
        /// What the judge is asked to review, for those who assign.
        let url: String?
        /// For those who assign, who write it in a list.
        let email: String?
        /// That the role has been taken back.
        let former: String?
        let open: String
        let given: String
        let declined: String
    }

    struct Declined: Sendable {
        let submission: LinkView
        let judge: String
        let state: StageBadgeView
        let reason: String
    }

    struct Newly: Sendable {
        let judge: LinkView
        let count: String
    }

    struct Short: Sendable {
        let submission: LinkView
        let judges: String
    }

    /// Everything that assigns judges to many submissions.
    struct Assigning: Sendable {
        let automaticURL: String
        let seed: FieldView
        let seedErrors: ErrorSummaryView?
        let listURL: String
        /// The list filled in, to begin from.
        let sheetURL: String
        let list: FieldView
        let fileHint: String
        /// What is wrong with the list, line by line.
        let faults: [String]
        let moreFaults: String?
    }

    let chrome: Chrome
    let call: String
    let desksURL: String
    let round: String
    /// Why something is left out.
    let own: NoticeView?
    /// Why nobody is assigned any more.
    let closed: NoticeView?
    let stats: [StatView]
    let progress: String
    let given: Int
    let wanted: Int
    let rankingURL: String?
    let chairURL: String?
    let ruleURL: String
    /// Who has just got how much.
    let newly: [Newly]
    let judges: [JudgeLine]
    let short: [Short]
    let moreShort: String?
    let declined: [Declined]
    let assigning: Assigning?
}

extension PanelPage {
    /// How many submissions that lack judges are named.
    static let named = 20

    init(
        _ site: Site, _ context: SalaContext, _ panel: Panel, _ short: [ShortEntry],
        _ declined: [DeclinedReview],
        seed: String? = nil, list: RefusedList? = nil, done: AssignmentDone? = nil
    ) {
        let language = context.visit.language
        let programme = panel.view.programme
        let handle = panel.view.call.handle
        let name = panel.round.name
        round = programme.texts["round.\(name)", language]
        var chrome = site.chrome(site.say("desks.panel", context, ["round": round]), context)
        if let done { chrome.notice = done.notice(site, context) }
        self.chrome = chrome
        call = panel.view.call.title(language)
        desksURL = Paths.desks
        own = panel.own > 0 ? NoticeView(.warning, site.say("panel.own", context)) : nil
        given = panel.given
        wanted = max(1, panel.wanted)
        let counts = ["given": Digits.grouped(panel.given), "wanted": Digits.grouped(panel.wanted)]
        progress = site.say("panel.progress", context, counts)
        stats = PanelPage.stats(site, context, panel)
        let access = DeskAccess(panel.view)
        rankingURL = access.readsReviews ? Paths.ranking(name, of: handle) : nil
        chairURL = access.readsReviews ? Paths.chair(name, of: handle) : nil
        ruleURL = Paths.rule(name, of: handle)
        judges = panel.judges.sorted { ThaiOrder.precedes($0.name, $1.name) }.map { judge in
            JudgeLine(
                site, context, judge,
                url: access.runsPanels ? Paths.tasks(of: judge.person, name, of: handle) : nil)
        }
        newly = panel.judges.sorted { ThaiOrder.precedes($0.name, $1.name) }.compactMap { judge in
            done?.judges[judge.person].map { count in
                Newly(
                    judge: LinkView(label: judge.name, url: Paths.tasks(of: judge.person, name, of: handle)),
                    count: site.say("panel.newly-got", context, ["count": Digits.grouped(count)]))
            }
        }
        let assigns = access.runsPanels
        self.short = short.prefix(PanelPage.named).map { entry in
            let title = entry.title.isEmpty ? site.say("submission.untitled", context) : entry.title
            return Short(
                submission: LinkView(
                    label: [entry.number, title].compactMap(\.self).joined(separator: " "),
                    url: assigns
                        ? Paths.judges(name, of: entry.submission) : Paths.submission(entry.submission)),
                judges: site.say(
                    "panel.has-judges", context,
                    ["count": String(entry.judges), "wanted": String(panel.round.reviews)]))
        }
        let rest = panel.short - self.short.count
        moreShort = rest > 0 ? site.say("bulk.more", context, ["count": Digits.grouped(rest)]) : nil
        self.declined = declined.map { Declined(site, context, $0, in: panel, assigns: assigns) }
        closed = site.notice(of: panel.closing, context)
        assigning = assigns && !panel.isClosed ? Assigning(site, context, panel.view, name, seed, list) : nil
    }

    private static func stats(_ site: Site, _ context: SalaContext, _ panel: Panel) -> [StatView] {
        let left = StatView(value: Digits.grouped(panel.left), label: site.say("panel.left", context))
        return [
            StatView(value: Digits.grouped(panel.entries), label: site.say("panel.entries", context)),
            StatView(value: Digits.grouped(panel.complete), label: site.say("panel.complete", context)),
            StatView(
                value: Digits.grouped(panel.short), label: site.say("panel.short", context),
                isPressing: panel.short > 0),
            StatView(
                value: Digits.grouped(panel.judges.count(where: \.isJudge)),
                label: site.say("panel.judges", context)),
        ] + (panel.left > 0 ? [left] : [])
    }
}

extension PanelPage.JudgeLine {
    /// - Parameter url: nil for who does not assign, to whom no address is told either.
    fileprivate init(_ site: Site, _ context: SalaContext, _ judge: JudgeLoad, url: String?) {
        self.init(
            name: judge.name, url: url, email: url == nil ? nil : judge.email,
            former: judge.isJudge ? nil : site.say("panel.former", context), open: Digits.grouped(judge.open),
            given: Digits.grouped(judge.given),
            declined: Digits.grouped(judge.conflicts + judge.abstentions))
    }
}

extension PanelPage.Declined {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ declined: DeclinedReview, in panel: Panel,
        assigns: Bool
    ) {
        let title = declined.title.isEmpty ? site.say("submission.untitled", context) : declined.title
        submission = LinkView(
            label: [declined.number, title].compactMap(\.self).joined(separator: " "),
            url: assigns
                ? Paths.judges(panel.round.name, of: declined.submission)
                : Paths.submission(declined.submission))
        judge = declined.judge
        state = StageBadgeView(declined.review.state, site, context)
        reason = site.why(declined.review, of: panel.view.programme, context) ?? ""
    }
}

extension PanelPage.Assigning {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ round: String, _ refusedSeed: String?,
        _ refused: RefusedList?
    ) {
        let handle = view.call.handle
        automaticURL = Paths.assignments(round, of: handle)
        let mistake = refusedSeed.map { _ in site.say("panel.seed-mistake", context) }
        let standard = String(AssignmentSeed.standard(on: context.visit.now.localDate))
        let field = FieldView(
            name: "seed", label: site.say("panel.seed", context), hint: site.say("panel.seed-hint", context),
            error: mistake,
            control: .text(
                TextControl(
                    value: refusedSeed ?? standard, inputMode: "numeric", width: "medium",
                    autocomplete: "off")))
        seed = field
        seedErrors = ErrorSummaryView(of: [field])
        sheetURL = Paths.assignmentSheet(round, of: handle)
        listURL = Paths.assignmentList(round, of: handle)
        list = FieldView(
            name: "list", label: site.say("panel.list", context), hint: site.say("panel.list-hint", context),
            error: refused.map {
                site.say("panel.list-refused", context, ["count": Digits.grouped($0.total)])
            },
            control: .multiline(MultilineControl(value: refused?.text ?? "", rows: 6)))
        fileHint = site.say("panel.file-hint", context)
        faults =
            refused?.faults.map {
                site.sentence($0, context, round: round, of: view.programme)
            } ?? []
        let rest = (refused?.total ?? 0) - faults.count
        moreFaults = rest > 0 ? site.say("panel.more-faults", context, ["count": Digits.grouped(rest)]) : nil
    }
}

/// A list of assignments that was refused, with what was typed.
struct RefusedList: Equatable, Sendable {
    /// Empty when the list came as a file that is not text.
    var text: String
    var faults: [AssignmentFault]
    var total: Int
}
