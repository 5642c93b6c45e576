import SalaEngine
import SalaStore
import SalaThai

/// The ranking of a round, with the line that cuts it and the decisions that may follow.
struct RankingPage: Page {
    static let template = "pages/ranking"

    struct Line: Sendable {
        let rank: String
        let title: String
        let detail: String?
        let number: String
        /// Where the score comes from; the submission itself where that is withheld.
        let traceURL: String
        let score: String
        let reviews: String
        /// Fewer reviews than the round wants.
        let lacksReviews: Bool
        /// Reviews that were asked for and have not come; nil where none is.
        let open: String?
        let spread: String
        let decidedBy: String
        /// What is decided about it; nil while nothing is.
        let badge: StageBadgeView?
        /// The cut comes after this line.
        let isLast: Bool
        let isTied: Bool
    }

    struct Doing: Sendable {
        let url: String
        let label: String
        let hint: String
        var fields: [HiddenFieldView] = []
        /// What is left out of account, to be ticked first; nil where nothing is.
        var waiver: Waiver?
    }

    struct Waiver: Sendable {
        let warning: WarningView
        let name: String
        let label: String
    }

    let chrome: Chrome
    let call: String
    let panelURL: String
    let round: String
    let stats: [StatView]
    let error: NoticeView?
    /// What others did since the page was shown from which something was asked.
    let changed: WarningView?
    /// Why some lines tell nothing of their judging.
    let own: NoticeView?
    /// Why no decision can be held yet.
    let obstacle: NoticeView?
    /// The parts of the round that its rule cannot compare.
    let parts: WarningView?
    /// The rule by which it is reckoned, in a sentence.
    let rule: LinkView
    let chairURL: String
    /// The desks of those that are first to come to the round.
    let before: [LinkView]
    /// Holds the decisions that the ranking says; nil where it may not or has been done.
    let selecting: Doing?
    let takingBack: Doing?
    /// Leads to the page that asks once more.
    let releasing: Doing?
    let distribution: DistributionView?
    let cut: String
    /// Leads to the line that cuts the ranking; nil where none does.
    let cutURL: String?
    let lines: [Line]
    let pagination: PaginationView?
    let sheetURL: String
    let empty: EmptyView?
}

extension RankingPage {
    /// Lines on one page.
    static let length = 100

    /// - Parameters:
    ///   - refused: why what was asked for could not be done.
    ///   - heading: the key of the sentence that introduces what others did meanwhile.
    init(
        _ site: Site, _ context: SalaContext, _ ranking: RoundRanking, page: Int, refused: Refusal? = nil,
        heading: String = "ranking.changed"
    ) {
        let language = context.visit.language
        let handle = ranking.view.call.handle
        let name = ranking.round.name
        let programme = ranking.view.programme
        let wording = RankingWording(site: site, context: context, ranking: ranking)
        round = programme.texts["round.\(name)", language]
        chrome = site.chrome(site.say("desks.ranking", context, ["round": round]), context)
        call = ranking.view.call.title(language)
        panelURL = Paths.panel(name, of: handle)
        stats = RankingPage.stats(site, context, ranking)
        (error, changed) = RankingPage.refusal(site, context, ranking, refused, heading)
        own =
            ranking.entries.contains(where: \.isOwn)
            ? NoticeView(.warning, site.say("ranking.own", context)) : nil
        let access = RankingAccess(ranking, at: context.visit.now)
        obstacle = RankingPage.obstacle(site, context, ranking, access)
        parts = site.parts(of: ranking, context)
        rule = LinkView(label: site.sentence(ranking.rule, context), url: Paths.rule(name, of: handle))
        chairURL = Paths.chair(name, of: handle)
        before = RankingPage.before(site, context, ranking, access)
        selecting = access.selects ? .selecting(site, context, ranking) : nil
        takingBack = access.takesBack ? .takingBack(site, context, ranking) : nil
        releasing = access.releases ? .releasing(site, context, ranking) : nil
        distribution = ranking.chart.map { DistributionView(site, context, $0, ranking) }
        cut = site.say("ranking.cut", context, ["count": Digits.grouped(ranking.places)])
        let cutPage = (ranking.places - 1) / RankingPage.length + 1
        cutURL =
            wording.ranked > ranking.places ? Paths.ranking(name, of: handle, page: cutPage) + "#cut" : nil
        let count = ranking.entries.count
        let current = max(1, min(page, (count + RankingPage.length - 1) / RankingPage.length))
        let first = (current - 1) * RankingPage.length
        let places = first..<min(first + RankingPage.length, count)
        lines = places.map { wording.line($0) }
        pagination = PaginationView(
            site, context, page: current, length: RankingPage.length, total: count
        ) { Paths.ranking(name, of: handle, page: $0) }
        sheetURL = Paths.rankingSheet(name, of: handle)
        empty =
            ranking.entries.isEmpty
            ? EmptyView(
                title: site.say("ranking.empty", context), text: site.say("ranking.empty-text", context),
                step: LinkView(label: site.say("ranking.step", context), url: panelURL)) : nil
    }

    private static func refusal(
        _ site: Site, _ context: SalaContext, _ ranking: RoundRanking, _ refused: Refusal?, _ heading: String
    ) -> (NoticeView?, WarningView?) {
        guard case .overtaken(let changes) = refused else {
            return (refused.map { NoticeView(.error, site.sentence($0, context)) }, nil)
        }
        return (
            nil,
            WarningView(
                site.say(heading, context),
                lines: site.lines(changes, of: ranking.view.programme, context, upTo: 5))
        )
    }

    private static func before(
        _ site: Site, _ context: SalaContext, _ ranking: RoundRanking, _ access: RankingAccess
    ) -> [LinkView] {
        if access.obstacle == .callWithoutEnd, ranking.view.isManager {
            let url = Paths.extensions(of: ranking.view.call.handle)
            return [LinkView(label: site.say("settings.set-end", context), url: url)]
        }
        guard case .entriesBefore = access.obstacle else { return [] }
        return ranking.before.map { stage, count in
            let name = ranking.view.programme.texts["stage.\(stage)", context.visit.language]
            return LinkView(
                label: "\(name) (\(Digits.grouped(count)))",
                url: DeskQuery().changing { $0.stage = stage }.url(of: ranking.view.call.handle))
        }
    }

    /// The numbers of the first of them.
    fileprivate static func numbers(of entries: [RankedEntry]) -> String {
        entries.prefix(10).compactMap(\.submission.number).joined(separator: ", ")
            + (entries.count > 10 ? " …" : "")
    }

    private static func obstacle(
        _ site: Site, _ context: SalaContext, _ ranking: RoundRanking, _ access: RankingAccess
    ) -> NoticeView? {
        if let obstacle = access.obstacle { return NoticeView(.warning, site.sentence(obstacle, context)) }
        if !access.lacking.isEmpty {
            let values = [
                "count": Digits.grouped(access.lacking.count), "entries": numbers(of: access.lacking),
            ]
            return NoticeView(.warning, site.say("ranking.incomplete", context, values))
        }
        // The parts say it themselves.
        guard ranking.refusal == nil, !ranking.tied.isEmpty else { return nil }
        let count = ["count": Digits.grouped(ranking.tied.count)]
        return NoticeView(.warning, site.say("ranking.tie", context, count))
    }

    private static func stats(
        _ site: Site, _ context: SalaContext, _ ranking: RoundRanking
    ) -> [StatView] {
        let wanted = ranking.round.reviews
        let complete = ranking.entries.count {
            $0.reviews.count >= wanted && ranking.open[$0.submission.id] == nil
        }
        return [
            StatView(
                value: Digits.grouped(ranking.entries.count), label: site.say("ranking.ranked", context)),
            StatView(value: Digits.grouped(complete), label: site.say("panel.complete", context)),
            StatView(value: Digits.grouped(ranking.places), label: site.say("ranking.places", context)),
            StatView(
                value: Digits.grouped(ranking.held), label: site.say("ranking.pending", context),
                isPressing: ranking.held > 0),
        ]
    }
}

extension RankingPage.Doing {
    fileprivate static func selecting(_ site: Site, _ context: SalaContext, _ ranking: RoundRanking) -> Self {
        let count = ["count": Digits.grouped(ranking.decisions.count(where: \.selects))]
        return Self(
            url: Paths.selection(ranking.round.name, of: ranking.view.call.handle),
            label: site.say("ranking.select", context, count),
            hint: site.say("ranking.select-hint", context),
            fields: [
                HiddenFieldView(name: "expected", value: ranking.fingerprint),
                HiddenFieldView(name: "shown", value: String(context.visit.now.microseconds)),
            ], waiver: ranking.open.isEmpty ? nil : .openReviews(site, context, ranking))
    }

    fileprivate static func takingBack(_ site: Site, _ context: SalaContext, _ ranking: RoundRanking) -> Self
    {
        Self(
            url: Paths.selectionWithdrawal(ranking.round.name, of: ranking.view.call.handle),
            label: site.say("ranking.take-back", context), hint: site.say("ranking.take-back-hint", context))
    }

    fileprivate static func releasing(_ site: Site, _ context: SalaContext, _ ranking: RoundRanking) -> Self {
        let count = ["count": Digits.grouped(ranking.held)]
        return Self(
            url: Paths.release(ranking.round.name, of: ranking.view.call.handle),
            label: site.say("ranking.release", context), hint: site.say("ranking.held", context, count))
    }
}

extension RankingPage.Waiver {
    /// The field that says that a decision does not wait for the reviews that are still open.
    static let openReviews = "without-open"

    fileprivate static func openReviews(
        _ site: Site, _ context: SalaContext, _ ranking: RoundRanking
    ) -> Self {
        let count = ["count": Digits.grouped(ranking.open.values.reduce(0, +))]
        let names = RankingPage.numbers(
            of: ranking.entries.filter { ranking.open[$0.submission.id] != nil })
        return Self(
            warning: WarningView(
                site.say("ranking.open-reviews", context, count), lines: names.isEmpty ? [] : [names]),
            name: openReviews, label: site.say("ranking.without-open", context))
    }
}

/// What the person may do about a ranking as it now stands.
struct RankingAccess: Sendable {
    let selects: Bool
    let takesBack: Bool
    let releases: Bool
    /// Submissions whose missing reviews keep the person from holding decisions.
    let lacking: [RankedEntry]
    /// What keeps the person from it before any ranking does.
    let obstacle: Refusal?

    init(_ ranking: RoundRanking, at now: Instant) {
        let actor = ranking.view.actor
        let programme = ranking.view.programme
        let maySelect = actor.may(.select, in: programme)
        let waiting = ranking.waiting
        let wantsAll = ranking.round.selection.actions.contains {
            programme.workflow.action($0)?.when.contains(.reviewsComplete) == true
        }
        // Decisions are taken on all together, and nobody decides on one's own.
        let isConflicted = waiting.contains(where: \.isOwn)
        let isOn = maySelect && ranking.held == 0 && ranking.isUndecided && !isConflicted
        lacking = isOn && wantsAll ? waiting.filter { $0.reviews.count < ranking.round.reviews } : []
        obstacle = isOn ? ranking.obstacle(at: now) : nil
        selects =
            isOn && obstacle == nil && lacking.isEmpty && ranking.tied.isEmpty
            && ranking.refusal == nil
        takesBack = maySelect && ranking.held > 0 && !isConflicted
        releases = actor.may(.release, in: programme) && ranking.held > 0 && !isConflicted
    }
}
