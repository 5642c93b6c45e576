import SalaEngine
import SalaExchange
import SalaStore

/// The chair's page as tables that a spreadsheet opens: every entry, and every judge.
struct ChairSheet: Sendable {
    let site: Site
    let context: SalaContext
    let report: ChairReport

    /// A line for each entry that the person may see, best first.
    var entries: String {
        let head = [
            "ranking.rank", "ranking.number", "ranking.title", "ranking.filer", "ranking.score",
            "chair.calibrated", "chair.standard-error", "chair.low", "chair.high", "chair.chance",
            "chair.is-grey", "chair.given", "ranking.spread",
        ]
        let lines = report.ranking.entries.filter { !$0.isOwn }.map { entry in
            CSVLine.written(cells(of: entry))
        }
        return sheet(head, lines)
    }

    private func cells(of entry: RankedEntry) -> [CSVCell] {
        let row = entry.submission
        let certainty = report.certainties[row.id]
        let numbers: [Double?] = [
            certainty?.calibrated, certainty?.standardError, certainty?.interval.lowerBound,
            certainty?.interval.upperBound, certainty?.chance,
        ]
        var cells: [CSVCell] = [
            .value(entry.rank.map(String.init) ?? ""), .text(row.number ?? ""),
            .text(site.title(row, context)), .text(site.filer(row, context) ?? ""),
            .value(entry.score ?? ""),
        ]
        cells += numbers.map { .value($0.map(ChairWording.cell) ?? "") }
        cells.append(.text(certainty?.isGrey == true ? site.say("chair.yes", context) : ""))
        cells.append(.value(String(entry.reviews.count)))
        cells.append(.value(entry.spread ?? ""))
        return cells
    }

    /// A line for each judge, harshest first.
    var judges: String {
        let head = [
            "panel.judge", "chair.offset", "chair.standard-error", "chair.mean", "panel.given", "panel.open",
        ]
        let lines = report.judges.map { judge in
            let numbers: [Double?] = [judge.offset, judge.standardError, judge.mean]
            var cells: [CSVCell] = [.text(judge.load.name)]
            cells += numbers.map { .value($0.map(ChairWording.cell) ?? "") }
            cells += [.value(String(judge.load.given)), .value(String(judge.load.open))]
            return CSVLine.written(cells)
        }
        return sheet(head, lines)
    }

    private func sheet(_ head: [String], _ lines: [String]) -> String {
        CSVLine.byteOrderMark + CSVLine.written(head.map { CSVCell.text(site.say($0, context)) })
            + lines.joined()
    }
}
