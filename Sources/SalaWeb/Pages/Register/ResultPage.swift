import SalaEngine
import SalaExchange
import SalaStore
import SalaThai

/// How the result of a round came about: the rule, how the scores are spread, and every score without who
/// gave it.
struct ResultPage: PublicPage {
    static let template = "pages/result"
    private static let length = 100

    struct Row: Sendable {
        let rank: String
        let name: String
        let url: String?
        let score: String
        /// The scores, each with who gave it: `J3 72.5`.
        let scores: String
        let spread: String
        let decided: String
        let badge: StageBadgeView?
    }

    let chrome: Chrome
    var turns: [Instant] { [] }
    let call: String
    let registerURL: String
    let round: RoundView
    let facts: [FactView]
    let distribution: DistributionView?
    let rows: [Row]
    let pagination: PaginationView?
    let sheetURL: String
    let jsonURL: String
    /// What an auditor types to reckon it anew.
    let command: String

    init(_ site: Site, _ context: SalaContext, _ result: PublishedResult) {
        let language = context.visit.language
        let handle = result.view.call.handle
        let name = result.round.name
        call = result.view.call.title(language)
        round = RoundView(site, context, result.round, of: result.view)
        chrome = site.chrome("\(site.say("result.title", context)) – \(round.title)", context)
        registerURL = Paths.register(handle)
        sheetURL = Paths.resultSheet(name, of: handle)
        jsonURL = Paths.resultJSON(name, of: handle)
        command = result.command(scores: "\(handle)-\(name)-scores.csv")
        func fact(_ key: String, _ detail: String) -> FactView {
            FactView(term: site.say("result.\(key)", context), detail: detail)
        }
        facts = [
            fact("entries", Digits.grouped(result.entries.count)),
            fact("reviews", Digits.grouped(result.reviews)),
            fact("judges", Digits.grouped(result.judges)),
            fact("places", Digits.grouped(result.places)),
            fact("range", result.range ?? "–"), fact("deviation", result.deviation ?? "–"),
        ]
        distribution = result.chart.map { chart in
            DistributionView(
                title: site.say("result.chart", context),
                labelHeading: site.say("result.score", context),
                valueHeading: site.say("result.entries", context),
                counts: chart.bins.map { bin in
                    ("\(bin.edges.lower)–\(bin.edges.upper)", bin.count, Digits.grouped(bin.count))
                })
        }
        let asked = context.visit.path.queryItem("page").flatMap { Int($0) } ?? 1
        let pages = max(1, (result.entries.count + Self.length - 1) / Self.length)
        let page = min(max(1, asked), pages)
        rows = result.entries.dropFirst((page - 1) * Self.length).prefix(Self.length).map { entry in
            Row(entry, site, context, result)
        }
        pagination = PaginationView(
            site, context, page: page, length: Self.length, total: result.entries.count
        ) { Paths.result(name, of: handle, page: $0) }
    }
}

extension ResultPage.Row {
    fileprivate init(
        _ entry: PublishedResult.Entry, _ site: Site, _ context: SalaContext, _ result: PublishedResult
    ) {
        let handle = result.view.call.handle
        rank = entry.rank.map(Digits.grouped) ?? "–"
        name = entry.title.map { "\(entry.number) \($0)" } ?? entry.number
        url = entry.title == nil ? nil : Paths.registerEntry(entry.number, in: handle)
        score = entry.score ?? "–"
        let given = entry.scores.sorted { $0.key < $1.key }
            .map { "\(PublishedResult.name(ofJudge: $0)) \($1)" }
        scores = given.isEmpty ? "–" : given.joined(separator: " · ")
        spread = entry.range.map { "\($0) / \(entry.deviation ?? "–")" } ?? "–"
        let parts = entry.decidedBy.split(separator: ":", maxSplits: 1).map(String.init)
        let criterion = parts.count > 1 ? parts[1] : ""
        decided = site.say(
            "result.decided-\(parts.first ?? "score")", context,
            ["criterion": result.view.programme.texts["criterion.\(criterion)", context.visit.language]])
        badge = entry.isSelected ? StageBadgeView(site.say("result.selected", context), tone: .success) : nil
    }
}

extension PublishedResult {
    /// Reckons the scores of that file as they were reckoned here.
    fileprivate func command(scores file: String) -> String {
        rule.kind == .calibrated
            ? "sala calibrate --scores \(file) --top \(places) --seed 1"
            : "sala tally --scores \(file) --rule \(rule.name) "
                + "--round \(rule.decimals):\(rule.rounding.rawValue)"
    }
}
