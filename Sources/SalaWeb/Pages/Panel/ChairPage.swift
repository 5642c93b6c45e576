import SalaEngine
import SalaStore
import SalaThai

/// What whoever leads a round looks at before deciding: how sure the scores are, where judges disagree, how
/// harsh they are, and what is still to come.
struct ChairPage: Page {
    static let template = "pages/chair"

    struct Line: Sendable {
        let rank: String
        let entry: LinkView
        let score: String
        /// What harshness leaves, with its standard error; nil where it cannot be told.
        let calibrated: String?
        let chance: String?
        let spread: String
        let reviews: String
        let isGrey: Bool
        /// The cut comes after this line.
        let isLast: Bool
    }

    struct JudgeLine: Sendable {
        let name: String
        let offset: String
        let mean: String
        let given: String
        let open: String
    }

    let chrome: Chrome
    let call: String
    let panelURL: String
    let rankingURL: String
    let ruleURL: String
    let round: String
    let stats: [StatView]
    let progress: String
    let given: Int
    let wanted: Int
    let rule: String
    let own: NoticeView?
    /// The parts that no chain of reviews connects.
    let parts: WarningView?
    /// The reviews that would connect them.
    let bridges: WarningView?
    let empty: EmptyView?
    let chart: IntervalChartView?
    /// How many of how many are drawn; nil where all are.
    let near: String?
    let cut: String
    let lines: [Line]
    let sheetURL: String
    let greyText: String?
    let grey: [LinkView]
    let furtherURL: String?
    let disputed: [ShareView]
    let judges: [JudgeLine]
    let judgesSheetURL: String
}

extension ChairPage {
    init(
        _ site: Site, _ context: SalaContext, _ report: ChairReport,
        _ bridges: (pairs: [RoundBridge], reachesAll: Bool) = ([], false)
    ) {
        let ranking = report.ranking
        let (handle, name) = (ranking.view.call.handle, ranking.round.name)
        let near = report.near
        call = ranking.view.call.title(context.visit.language)
        panelURL = Paths.panel(name, of: handle)
        rankingURL = Paths.ranking(name, of: handle)
        ruleURL = Paths.rule(name, of: handle)
        round = ranking.view.programme.texts["round.\(name)", context.visit.language]
        chrome = site.chrome("\(site.say("chair.title", context)) – \(round)", context)
        stats = ChairPage.stats(site, context, report)
        given = report.given
        wanted = max(1, report.given + report.open)
        let counts = [
            "given": Digits.grouped(report.given), "wanted": Digits.grouped(report.given + report.open),
        ]
        progress = site.say("panel.progress", context, counts)
        rule = site.sentence(ranking.rule, context)
        own =
            ranking.entries.contains(where: \.isOwn)
            ? NoticeView(.warning, site.say("ranking.own", context)) : nil
        parts = site.parts(of: ranking, context) ?? ChairPage.unconnected(site, context, report)
        self.bridges = site.lines(of: bridges, context)
        empty = report.given == 0 ? ChairPage.empty(site, context, panelURL) : nil
        chart = IntervalChartView(site, context, report, near)
        let ranked = ranking.entries.count { $0.rank != nil && !$0.isOwn }
        let shown = ["count": Digits.grouped(near.count), "total": Digits.grouped(ranked)]
        self.near = near.count < ranked ? site.say("chair.near", context, shown) : nil
        cut = site.say("ranking.cut", context, ["count": Digits.grouped(ranking.places)])
        let last = report.cut.map { ranking.entries[$0 - 1].submission.id }
        lines = near.map { Line(site, context, $0, report, isLast: $0.submission.id == last) }
        sheetURL = Paths.chairSheet(name, of: handle)
        greyText = ChairPage.greyText(site, context, report)
        grey = ChairPage.grey(site, context, report)
        furtherURL =
            report.asksFurther && !report.isClosed && !grey.isEmpty
            ? Paths.further(name, of: handle) : nil
        disputed = ChairPage.disputed(site, context, report)
        judges = report.judges.map { JudgeLine($0) }
        judgesSheetURL = Paths.chairJudgesSheet(name, of: handle)
    }

    private static func stats(_ site: Site, _ context: SalaContext, _ report: ChairReport) -> [StatView] {
        let grey = report.grey.count
        return [
            StatView(
                value: Digits.grouped(report.ranking.entries.count),
                label: site.say("ranking.ranked", context)),
            StatView(
                value: Digits.grouped(report.ranking.places), label: site.say("ranking.places", context)),
            StatView(
                value: Digits.grouped(grey), label: site.say("chair.grey-count", context), url: "#chair-grey",
                isPressing: grey > 0),
            StatView(value: Digits.grouped(report.open), label: site.say("chair.open", context)),
        ]
    }

    private static func empty(_ site: Site, _ context: SalaContext, _ panelURL: String) -> EmptyView {
        EmptyView(
            title: site.say("chair.none", context), text: site.say("chair.none-text", context),
            step: LinkView(label: site.say("ranking.step", context), url: panelURL))
    }

    private static func grey(_ site: Site, _ context: SalaContext, _ report: ChairReport) -> [LinkView] {
        let (handle, name) = (report.ranking.view.call.handle, report.ranking.round.name)
        return report.grey.prefix(ChairReport.drawn).map { entry in
            let chance = ChairWording.percent(report.certainties[entry.submission.id]?.chance ?? 0)
            return LinkView(
                label: "\(site.label(entry.submission, context)) · \(chance)",
                url: Paths.trace(of: entry.submission.id, name, of: handle))
        }
    }

    private static func disputed(
        _ site: Site, _ context: SalaContext, _ report: ChairReport
    ) -> [ShareView] {
        report.disputed(upTo: 20).map { entry in
            let spread = entry.spread ?? "–"
            let number = Double(spread.filter { $0.isNumber || $0 == "." }) ?? 0
            return ShareView(
                label: site.label(entry.submission, context), value: spread,
                percent: max(0, min(100, Int(number))))
        }
    }

    private static func unconnected(
        _ site: Site, _ context: SalaContext, _ report: ChairReport
    ) -> WarningView? {
        guard report.partCount > 1 else { return nil }
        return WarningView(
            site.say("chair.unconnected", context, ["count": Digits.grouped(report.partCount)]))
    }

    private static func greyText(
        _ site: Site, _ context: SalaContext, _ report: ChairReport
    ) -> String? {
        guard !report.certainties.isEmpty else { return nil }
        let grey = report.ranking.round.grey
        return site.say(
            "chair.grey-text", context,
            [
                "low": String(grey.lowerBound), "high": String(grey.upperBound),
                "draws": Digits.grouped(report.draws),
                "error": ChairWording.decimal(100 / Double(report.draws).squareRoot()),
            ])
    }
}

extension ChairPage.Line {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ entry: RankedEntry, _ report: ChairReport, isLast: Bool
    ) {
        let certainty = report.certainties[entry.submission.id]
        let ranking = report.ranking
        self.init(
            rank: entry.rank.map(Digits.grouped) ?? "–",
            entry: LinkView(
                label: site.label(entry.submission, context),
                url: Paths.trace(
                    of: entry.submission.id, ranking.round.name, of: ranking.view.call.handle)),
            score: entry.score ?? "–",
            calibrated: certainty.map {
                "\(ChairWording.decimal($0.calibrated)) ± \(ChairWording.decimal($0.standardError))"
            }, chance: certainty.map { ChairWording.percent($0.chance) }, spread: entry.spread ?? "–",
            reviews: "\(entry.reviews.count)/\(ranking.round.reviews)",
            isGrey: certainty?.isGrey == true, isLast: isLast)
    }
}

extension ChairPage.JudgeLine {
    fileprivate init(_ judge: ChairReport.Judge) {
        let error = judge.standardError.map { " ± \(ChairWording.decimal($0))" } ?? ""
        self.init(
            name: judge.load.name,
            offset: judge.offset.map { ChairWording.signed($0) + error } ?? "–",
            mean: judge.mean.map(ChairWording.decimal) ?? "–", given: Digits.grouped(judge.load.given),
            open: Digits.grouped(judge.load.open))
    }
}

extension Site {
    /// The parts of a round that its rule cannot compare, each with some of its entries and judges.
    func parts(of ranking: RoundRanking, _ context: SalaContext) -> WarningView? {
        let parts = ranking.parts
        guard !parts.isEmpty else { return nil }
        func names(_ names: [String], of count: Int) -> String {
            let rest = count - min(count, 5)
            let more = rest > 0 ? [say("chair.more", context, ["count": Digits.grouped(rest)])] : []
            return (Array(names.prefix(5)) + more).joined(separator: ", ")
        }
        return WarningView(
            say("chair.parts", context, ["count": Digits.grouped(parts.count)]),
            lines: parts.prefix(10).enumerated().map { index, part in
                say(
                    "chair.part", context,
                    [
                        "number": String(index + 1), "count": Digits.grouped(part.count),
                        "entries": names(part.entries.map { $0.number ?? "–" }, of: part.count),
                        "judges": names(part.judges, of: part.judges.count),
                    ])
            }
                + (parts.count > 10
                    ? [say("chair.more", context, ["count": Digits.grouped(parts.count - 10)])] : []))
    }

    /// The reviews that would connect parts.
    func lines(
        of bridges: (pairs: [RoundBridge], reachesAll: Bool), _ context: SalaContext
    ) -> WarningView? {
        guard !bridges.pairs.isEmpty else { return nil }
        return WarningView(
            say(bridges.reachesAll ? "chair.bridges" : "chair.bridges-some", context),
            lines: bridges.pairs.map {
                say(
                    "chair.bridge", context, ["judge": $0.judge, "entry": label($0.entry, context)])
            })
    }
}
