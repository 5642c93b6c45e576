import SalaEngine
import SalaExchange
import SalaStore

/// A ranking and its distribution as tables that a spreadsheet opens.
struct RankingSheet: Sendable {
    let wording: RankingWording

    private var ranking: RoundRanking { wording.ranking }

    /// A line for each entry, best first; every number is the one that the page shows.
    var table: String {
        let columns = [
            "rank", "number", "title", "filer", ranking.rule.kind.isPercent ? "score-percent" : "score",
            "reviews-used", "spread", "decided-by",
            "state",
        ]
        let lines = ranking.entries.indices.map { place in
            let line = wording.line(place)
            return CSVLine.written([
                .value(line.rank), .text(line.number), .text(line.title), .text(line.detail ?? ""),
                .value(line.score), .text(line.reviews), .value(line.spread), .text(line.decidedBy),
                .text(line.badge?.label ?? ""),
            ])
        }
        return head(columns) + lines.joined()
    }

    /// A line for each bar of the drawing.
    var distribution: String {
        let lines = ranking.chart?.bins.map { bin in
            CSVLine.written(
                [bin.edges.lower, bin.edges.upper, String(bin.count)].map { .value($0) })
        }
        return head(["from", "below", "entries"]) + (lines ?? []).joined()
    }

    private func head(_ columns: [String]) -> String {
        let names = columns.map { wording.site.say("ranking.\($0)", wording.context) }
        return CSVLine.byteOrderMark + CSVLine.written(names.map(CSVCell.text))
    }
}
