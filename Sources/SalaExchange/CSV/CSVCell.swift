/// One cell of a comma-separated file that people may open as a spreadsheet.
public enum CSVCell: Equatable, Sendable {
    /// Words that somebody wrote: they stay words, whatever they begin with.
    case text(String)
    /// A number or a date in its canonical form, which a spreadsheet may reckon with.
    case value(String)

    /// What stands between two commas (RFC 4180 section 2), a quotation mark doubled and a line end kept.
    var written: String {
        let content: String
        switch self {
        case .text(let text): content = text.isFormula ? "'" + text : text
        case .value(let value): content = value
        }
        guard content.unicodeScalars.contains(where: Self.needsQuotes) else { return content }
        return "\"" + content.replacing("\"", with: "\"\"") + "\""
    }

    private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "," || scalar == "\r" || scalar == "\n"
    }
}

extension String {
    /// Whether a spreadsheet would take the text for a formula: OWASP's "CSV Injection" names the signs, and
    /// a spreadsheet may drop the white space before them.
    fileprivate var isFormula: Bool {
        guard let first = unicodeScalars.first else { return false }
        if first == "\t" || first == "\r" || first == "\n" { return true }
        guard let sign = unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
        return "=+-@＝＋－＠".unicodeScalars.contains(sign)
    }
}
