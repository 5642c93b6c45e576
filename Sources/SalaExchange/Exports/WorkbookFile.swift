import CXLSXWriter
public import Foundation

/// A workbook (ECMA-376) that is written row by row: what is written lies on the disk, not in memory.
public final class WorkbookFile {
    /// That a workbook could not be written, in libxlsxwriter's words.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// The most UTF-16 units that a cell holds; longer words are cut off and say so.
    static let longestText = 32_767
    private static let cut = " […]"

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private var rows: [UInt32] = []
    private let temporary: UnsafeMutablePointer<CChar>
    private var isOpen = true

    /// - Parameters:
    ///   - names: of the sheets, in order.
    ///   - columns: the heads of each.
    public init(at url: URL, sheets names: [String], columns: [[String]]) throws {
        // A workbook that is being written keeps its rows in files beside it.
        temporary = strdup(url.deletingLastPathComponent().path)
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.tmpdir = temporary
        guard let book = workbook_new_opt(url.path, &options) else {
            free(temporary)
            throw Failure(description: "libxlsxwriter made no workbook")
        }
        self.book = book
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        for (name, heads) in zip(names, columns) {
            guard let sheet = workbook_add_worksheet(book, name) else {
                throw Failure(description: "libxlsxwriter made no sheet \(name)")
            }
            for (column, head) in heads.enumerated() {
                worksheet_write_string(sheet, 0, UInt16(column), head, bold)
            }
            worksheet_freeze_panes(sheet, 1, 0)
            sheets.append(sheet)
            rows.append(1)
        }
    }

    deinit {
        if isOpen { workbook_close(book) }
        free(temporary)
    }

    /// Writes the next row of the sheet at that place: words stay words, whatever they begin with.
    public func write(_ cells: [ExportCell], to sheet: Int) throws {
        let row = rows[sheet]
        rows[sheet] += 1
        for (column, cell) in cells.enumerated() {
            let outcome: lxw_error
            switch cell {
            case .empty: continue
            case .text(let text) where text.isEmpty: continue
            case .text(let text):
                outcome = worksheet_write_string(
                    sheets[sheet], row, UInt16(column), Self.fitting(text), nil)
            case .number(let number):
                guard let value = Double(number), number.utf8.count <= 15 else {
                    outcome = worksheet_write_string(sheets[sheet], row, UInt16(column), number, nil)
                    break
                }
                outcome = worksheet_write_number(sheets[sheet], row, UInt16(column), value, nil)
            }
            try demand(outcome)
        }
    }

    /// Puts the workbook together; afterwards nothing more is written.
    public func close() throws {
        isOpen = false
        try demand(workbook_close(book))
    }

    private func demand(_ outcome: lxw_error) throws {
        guard outcome == LXW_NO_ERROR else {
            throw Failure(description: String(cString: lxw_strerror(outcome)))
        }
    }

    /// The words as far as a cell holds them, without characters that XML 1.0 has none for.
    static func fitting(_ text: String) -> String {
        var fitting = text
        if fitting.unicodeScalars.contains(where: isUnwritable) {
            fitting = String(String.UnicodeScalarView(fitting.unicodeScalars.filter { !isUnwritable($0) }))
        }
        guard fitting.utf16.count > longestText else { return fitting }
        var kept = fitting
        while kept.utf16.count > longestText - cut.utf16.count {
            kept.removeLast(max(1, (kept.utf16.count - longestText) / 4))
        }
        return kept + cut
    }

    private static func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r"
            || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}
