import SalaEngine
import SalaStore

/// A ranking and its distribution as tables that a spreadsheet opens.
struct RankingSheet: Sendable {
    let wording: RankingWording

    private var ranking: RoundRanking { wording.ranking }

    /// A line for each entry, best first; every number is the one that the page shows.
    var table: String {
        let context = wording.context
        let site = wording.site
        let keys = ["rank", "number", "title", "filer", "score-percent", "reviews-used", "spread", "decided-by", "state"]
        let rows = ranking.entries.indices.map { place in
            let line = wording.line(place)
            return [
                line.rank, line.number, line.title, line.detail ?? "", line.score, line.reviews, line.spread,
                line.decidedBy, line.badge?.label ?? "",
            ]
        }
        return SheetText.text([keys.map { site.say("ranking.\($0)", context) }] + rows)
    }

    /// A line for each bar of the drawing.
    var distribution: String {
        let site = wording.site
        let header = ["from", "below", "entries"].map { site.say("ranking.\($0)", wording.context) }
        let rows = ranking.chart?.bins.map { [String($0.lower), String($0.upper), String($0.count)] } ?? []
        return SheetText.text([header] + rows)
    }
}

/// Comma-separated values (RFC 4180) that a spreadsheet opens as they are meant.
enum SheetText {
    /// UTF-8 with the mark that spreadsheets know it by; what could be taken for a formula gets an apostrophe.
    static func text(_ rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let isNumber = Double(text) != nil
        let isFormula = !isNumber && text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
