import ArgumentParser
import Foundation
import SalaAnalysis
import SalaEngine
import SalaExchange

/// What a judging command says.
struct JudgingOutput: Sendable {
    /// For standard output.
    var text: String
    /// For standard error: what a reader should know of the result.
    var notices: [Sentence] = []
    var code = ExitCode.success

    /// Says it, and ends the command unless all is well.
    func deliver() throws {
        notices.forEach(Speech.warn)
        let isOpen = !text.isEmpty && text.utf8.last != UInt8(ascii: "\n")
        FileHandle.standardOutput.write(Data((text + (isOpen ? "\n" : "")).utf8))
        if code != .success { throw code }
    }

    /// One JSON object on one line, keys in order and with underscores.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Lines of comma-separated values, the first naming the columns.
    static func csv(_ lines: [[String]]) -> String {
        lines.map { line in CSVLine.written(line.map(cell)) }.joined()
    }

    /// A number is a number also where it names somebody; anything else stays words in a spreadsheet.
    private static func cell(_ text: String) -> CSVCell {
        ExactDecimal.reading(text) == .notANumber ? .text(text) : .value(text)
    }

    /// Columns side by side; those that hold numbers are set to the right.
    static func table(_ lines: [[String]], numbers: Set<Int>) -> String {
        let widths = (lines.first ?? []).indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let cells = line.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return numbers.contains(column) ? space + text : text + space
            }
            let text = cells.joined(separator: "  ")
            return String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
        }.joined(separator: "\n")
    }
}
