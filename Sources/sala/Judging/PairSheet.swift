import SalaAnalysis
import SalaEngine
import SalaStore

/// A file about pairs of entries and judges: a list with a line for each pair, or a matrix with a line for
/// each entry and a column for each judge.
struct PairSheet {
    /// What a file says of one pair.
    struct Cell {
        // There are millions of them, so they are kept small.
        private let entryPlace: Int32
        private let judgePlace: Int32
        private let lineNumber: Int32
        private let places: Int8
        private let units: Int

        var entry: Int { Int(entryPlace) }
        var judge: Int { Int(judgePlace) }
        var line: Int { Int(lineNumber) }
        /// Nil where the field is empty.
        var value: ExactDecimal? { places < 0 ? nil : ExactDecimal(units: units, places: Int(places)) }

        init(entry: Int, judge: Int, line: Int, value: ExactDecimal?) {
            entryPlace = Int32(truncatingIfNeeded: entry)
            judgePlace = Int32(truncatingIfNeeded: judge)
            lineNumber = Int32(truncatingIfNeeded: line)
            places = Int8(value?.places ?? -1)
            units = value?.units ?? 0
        }
    }

    let name: String
    /// In the order in which the file names them.
    private(set) var entries: [String] = []
    private(set) var judges: [String] = []
    private(set) var cells: [Cell] = []
    /// Numbers that had more digits than are kept.
    private(set) var roundedCount = 0

    /// One for each cell; empty where the file has no column of weights.
    private(set) var weights: [ExactDecimal?] = []

    private var entryPlaces: [String: Int] = [:]
    private var judgePlaces: [String: Int] = [:]
    private var faults: [JudgingFault] = []

    /// With the name of the column that holds the values; nil where pairs are all there is.
    init(_ file: JudgingFile, value: String?) throws {
        name = file.name
        var columns: Columns?
        try file.forEachRecord { names, line in
            let found = try Columns(names, line, value: value, file)
            columns = found
            if case .matrix = found { readJudges(names.dropFirst(), line, file) }
            // Without knowing whose column is whose nothing more can be read.
            if !faults.isEmpty { throw JudgingFaults(faults) }
        } _: { record in
            switch columns {
            case .list(let list): readPair(record, list, file)
            case .matrix: readRow(record, file)
            case nil: break
            }
            if faults.count > 1000 { throw JudgingFaults(faults) }
        }
        if value != nil { noteRepeated(file) }
        guard faults.isEmpty else { throw JudgingFaults(faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) }) }
    }

    /// Where the fields of a record are.
    private enum Columns {
        struct List {
            let entry: Int
            let judge: Int
            let value: Int?
            let weight: Int?
        }

        case list(List)
        case matrix

        init(_ names: [String], _ line: Int, value: String?, _ file: JudgingFile) throws {
            let known = names.map { $0.lowercased() }
            if let twice = ["entry", "judge", value ?? "judge"].first(where: { name in
                known.count { $0 == name } > 1
            }) {
                throw file.fault(line, "the column \(twice) is there twice")
            }
            if let entry = known.firstIndex(of: "entry"), let judge = known.firstIndex(of: "judge"),
                value == nil || known.contains(value ?? "")
            {
                self = .list(
                    List(
                        entry: entry, judge: judge, value: value.flatMap { known.firstIndex(of: $0) },
                        weight: known.firstIndex(of: "weight")))
                return
            }
            let asked = (["entry", "judge"] + (value.map { [$0] } ?? [])).joined(separator: ",")
            guard value != nil, known.first == "entry" || known.first == "", !known.contains("judge") else {
                throw file.fault(
                    line,
                    value == nil
                        ? "the first line has to name the columns \(asked)"
                        : "the first line has to name the columns \(asked), or entry and then the name of "
                            + "each judge")
            }
            self = .matrix
        }
    }

    private mutating func readJudges(_ names: ArraySlice<String>, _ line: Int, _ file: JudgingFile) {
        for name in names.map(\.unquoted) {
            if name.isEmpty {
                faults.append(file.fault(line, "a judge's column has no name"))
            } else if judgePlaces[name] != nil {
                faults.append(file.fault(line, "the judge \(name) has two columns"))
            }
            _ = place(ofJudge: name)
        }
    }

    private mutating func readPair(_ record: CSV.Record, _ list: Columns.List, _ file: JudgingFile) {
        let entry = record.fields[list.entry].trimmed.unquoted
        let judge = record.fields[list.judge].trimmed.unquoted
        for (column, text) in [("entry", entry), ("judge", judge)] where text.isEmpty {
            faults.append(file.fault(record.line, "\(column) is empty"))
        }
        let value = list.value.flatMap { number(record.fields[$0], record.line, file) }
        if let column = list.weight { weights.append(number(record.fields[column], record.line, file)) }
        cells.append(
            Cell(
                entry: place(ofEntry: entry), judge: place(ofJudge: judge), line: record.line, value: value))
    }

    private mutating func readRow(_ record: CSV.Record, _ file: JudgingFile) {
        let name = record.fields[0].trimmed.unquoted
        if name.isEmpty { faults.append(file.fault(record.line, "entry is empty")) }
        let entry = place(ofEntry: name)
        for (judge, field) in record.fields.dropFirst().enumerated() {
            let value = number(field, record.line, file)
            cells.append(Cell(entry: entry, judge: judge, line: record.line, value: value))
        }
    }

    private mutating func number(_ field: String, _ line: Int, _ file: JudgingFile) -> ExactDecimal? {
        let text = field.trimmed
        if text.isEmpty { return nil }
        switch ExactDecimal.reading(text) {
        case .exact(let value): return value
        case .rounded(let value):
            roundedCount += 1
            return value
        case .beyond: faults.append(file.fault(line, "\(text) is a thousand million or more"))
        case .notANumber: faults.append(file.fault(line, "\(text) is not a number; write it as in 12.5"))
        }
        return nil
    }

    /// Twice the same pair may say two things.
    private mutating func noteRepeated(_ file: JudgingFile) {
        var lines = Array(repeating: Int32(0), count: entries.count * judges.count)
        for cell in cells {
            let place = cell.entry * judges.count + cell.judge
            if lines[place] != 0 {
                let (entry, judge) = (entries[cell.entry], judges[cell.judge])
                faults.append(
                    file.fault(
                        cell.line, "entry \(entry) and judge \(judge) stand on line \(lines[place]) already"))
            } else {
                lines[place] = Int32(truncatingIfNeeded: cell.line)
            }
        }
    }

    private mutating func place(ofEntry name: String) -> Int {
        // Lists are mostly sorted by entry, and the last one need not be looked up.
        if let last = cells.last?.entry, entries[last] == name { return last }
        if let place = entryPlaces[name] { return place }
        entryPlaces[name] = entries.count
        entries.append(name)
        return entries.count - 1
    }

    private mutating func place(ofJudge name: String) -> Int {
        if let place = judgePlaces[name] { return place }
        judgePlaces[name] = judges.count
        judges.append(name)
        return judges.count - 1
    }
}
