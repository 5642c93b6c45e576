import SalaEngine
import SalaStore
import SalaThai

/// The lines of a ranking as people read them.
struct RankingWording: Sendable {
    let site: Site
    let context: SalaContext
    let ranking: RoundRanking
    /// How many have a rank.
    let ranked: Int

    init(site: Site, context: SalaContext, ranking: RoundRanking) {
        self.site = site
        self.context = context
        self.ranking = ranking
        ranked = ranking.entries.count { $0.rank != nil }
    }

    private var programme: Programme { ranking.view.programme }
    private var language: Language { context.visit.language }

    func line(_ place: Int) -> RankingPage.Line {
        let entry = ranking.entries[place]
        let row = entry.submission
        let wanted = ranking.round.reviews
        return RankingPage.Line(
            rank: entry.rank.map(Digits.grouped) ?? "–", title: site.title(row, context),
            detail: site.filer(row, context), number: row.number ?? "–",
            traceURL: entry.isOwn
                ? Paths.submission(row.id)
                : Paths.trace(of: row.id, ranking.round.name, of: ranking.view.call.handle),
            score: entry.score ?? "–", reviews: entry.isOwn ? "–" : "\(entry.reviewsUsed)/\(wanted)",
            lacksReviews: !entry.isOwn && entry.reviews.count < wanted,
            open: entry.isOwn ? nil : ranking.open[row.id].map(awaited), spread: entry.spread ?? "–",
            decidedBy: words(entry.decidedBy), badge: badge(row),
            isLast: place + 1 == ranking.places && ranked > ranking.places,
            isTied: ranking.tied.contains(row.id))
    }

    /// Which rule set a line apart.
    func words(_ decision: String) -> String {
        let parts = decision.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            let criterion = programme.texts["criterion.\(parts[1])", language]
            return site.say("ranking.by-criterion", context, ["criterion": criterion])
        }
        return site.say("ranking.by-\(decision)", context)
    }

    private func awaited(_ count: Int) -> String {
        site.say("ranking.awaited", context, ["count": Digits.grouped(count)])
    }

    private func badge(_ row: SubmissionRow) -> StageBadgeView? {
        guard let held = row.held else {
            return ranking.stages.contains(row.stage)
                ? nil : StageBadgeView(row.stage, of: programme, language)
        }
        let action = programme.texts["action.\(held)", language]
        return StageBadgeView(site.say("desks.held", context, ["action": action]), tone: .waiting)
    }
}

extension DistributionView {
    /// How the scores of a ranking are spread, with the line where the places end.
    init(_ site: Site, _ context: SalaContext, _ chart: ScoreChart, _ ranking: RoundRanking) {
        let words = site.say("ranking.cut-at", context, ["score": chart.cut?.score ?? ""])
        self.init(
            title: site.say("ranking.spread-title", context),
            labelHeading: site.say(
                ranking.rule.kind.isPercent ? "ranking.score-percent" : "ranking.score", context),
            valueHeading: site.say("ranking.entries", context),
            counts: chart.bins.map { bin in
                ("\(bin.edges.lower)–\(bin.edges.upper)", bin.count, Digits.grouped(bin.count))
            }, below: chart.bins.map(\.countBelowCut), cutLabel: words,
            csvURL: Paths.distributionSheet(ranking.round.name, of: ranking.view.call.handle))
        // The line stands where the score lies, not at the edge of a bar.
        if let position = chart.cut?.position {
            cut = CutLine(x: Int((position * Double(width)).rounded()), of: width, label: words)
        }
    }
}
