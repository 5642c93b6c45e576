import SalaEngine
import SalaStore
import SalaThai

/// How one score comes about, down to each judge's levels: what anybody who doubts it can reckon through.
struct TracePage: Page {
    static let template = "pages/trace"

    struct Part: Sendable {
        let criterion: String
        let weight: String
        let level: String
        let words: String
        /// Such as `30 × (4 − 0) ÷ (5 − 0)`.
        let reckoning: String
        let points: String
    }

    struct Given: Sendable {
        let judge: String
        let parts: [Part]
        let score: String
        let isUsed: Bool
        let comments: [FactView]
    }

    let chrome: Chrome
    let call: String
    let rankingURL: String
    let judgesURL: String?
    let round: String
    let submission: LinkView
    let detail: String?
    let score: String?
    /// The last step of the arithmetic, in words.
    let reckoning: String?
    let given: [Given]
    let open: String?
    let means: [ShareView]
    /// Why the rule gives no score.
    let refused: NoticeView?
    /// How the score follows from those of other entries; nil where it does not.
    let comparing: ComparedView?
    let ruleURL: String
    let empty: EmptyView?
}

extension TracePage {
    init(_ site: Site, _ context: SalaContext, _ trace: ScoreTrace) {
        let language = context.visit.language
        let texts = trace.view.programme.texts
        let handle = trace.view.call.handle
        let name = trace.round.name
        call = trace.view.call.title(language)
        rankingURL = Paths.ranking(name, of: handle)
        judgesURL =
            trace.view.actor.asksFurther(name, in: trace.view.programme)
            ? Paths.judges(name, of: trace.submission.id) : nil
        round = texts["round.\(name)", language]
        let label = [trace.submission.number, site.title(trace.submission, context)].compactMap(\.self)
            .joined(separator: " ")
        submission = LinkView(label: label, url: Paths.submission(trace.submission.id))
        chrome = site.chrome(site.say("ranking.trace", context), context)
        detail = site.filer(trace.submission, context)
        score = trace.score
        reckoning = TracePage.reckoning(site, context, trace)
        ruleURL = Paths.rule(name, of: handle)
        refused = trace.refusal.map { NoticeView(.warning, site.sentence($0, context)) }
        comparing = trace.comparing.map { ComparedView(site, context, $0, trace) }
        given = trace.given.map { Given(site, context, $0, texts) }
        open =
            trace.open == 0 ? nil : site.say("ranking.open", context, ["count": Digits.grouped(trace.open)])
        means = trace.round.criteria.compactMap { criterion in
            guard let mean = trace.means[criterion.name], let highest = criterion.levels.last, highest > 0
            else { return nil }
            let number = Double(mean.drop { !$0.isNumber && $0 != "-" }) ?? 0
            return ShareView(
                label: texts["criterion.\(criterion.name)", language], value: "\(mean) / \(highest)",
                percent: max(0, min(100, Int(100 * number / Double(highest)))))
        }
        empty =
            trace.given.isEmpty
            ? EmptyView(
                title: site.say("ranking.no-review", context),
                text: site.say("ranking.no-review-text", context))
            : nil
    }

    private static func reckoning(_ site: Site, _ context: SalaContext, _ trace: ScoreTrace) -> String? {
        guard let score = trace.score, let combined = trace.combined else { return nil }
        let scores = trace.given.filter(\.isUsed).map(\.score).joined(separator: "; ")
        return site.say(
            "ranking.rule-\(trace.rule.kind.rawValue)", context,
            [
                "scores": scores, "combined": combined, "score": score,
                "decimals": String(trace.rule.decimals), "dropped": String(trace.rule.dropped),
                "mean": trace.comparing?.mean ?? "", "average": trace.comparing?.average ?? "",
                "kept": trace.comparing?.kept ?? "", "points": trace.comparing?.points ?? "",
                "expected": trace.comparing?.expected ?? "",
            ])
    }
}

extension TracePage.Given {
    fileprivate init(_ site: Site, _ context: SalaContext, _ given: ScoreTrace.Given, _ texts: Texts) {
        let language = context.visit.language
        judge = given.judge
        score = given.score
        isUsed = given.isUsed
        parts = given.lines.map { line in
            TracePage.Part(
                criterion: texts["criterion.\(line.criterion)", language], weight: "\(line.weight)%",
                level: String(line.level),
                words: texts.find("criterion.\(line.criterion).level.\(line.level)", language) ?? "",
                reckoning:
                    "\(line.weight) × (\(line.level) − \(line.lowest)) ÷ (\(line.highest) − \(line.lowest))",
                points: line.points)
        }
        comments = [
            (Round.filerComment, given.review.commentToFiler),
            (Round.committeeComment, given.review.commentToCommittee),
        ].filter { !$0.1.isEmpty }.map { name, text in
            FactView(term: site.say("judging.\(name)", context), detail: text)
        }
    }
}
