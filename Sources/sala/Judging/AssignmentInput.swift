import Foundation
import SalaAnalysis
import SalaEngine
import SalaThai

/// The assignment problem that files describe.
struct AssignmentInput {
    typealias Problem = AssignmentProblem<String, String>

    /// The files, read.
    struct Files {
        var affinity: JudgingFile?
        var conflicts: JudgingFile?
        var fixed: JudgingFile?
        var entries: JudgingFile?
        var judges: JudgingFile?
    }

    private(set) var problem: Problem
    let table: AffinityTable<String, String>
    private(set) var notices: [Sentence] = []

    /// - Parameter words: cuts texts into words, where affinities are to be reckoned from texts.
    init(_ files: Files, demand: Int, maximumLoad: Int?, words: () throws -> WordBreaker) throws {
        let sheet = try files.affinity.map { try PairSheet($0, value: "affinity") }
        let fixed = try files.fixed.map { try PairSheet($0, value: nil) }
        let entries = try files.entries.map { try NameSheet($0, column: "entry", text: "text") }
        let judges = try files.judges.map { try NameSheet($0, column: "judge", text: "expertise") }
        if let sheet {
            let names = sheet.names(entries, judges, fixed)
            table = sheet.table(entries: names.entries, judges: names.judges)
            if sheet.roundedCount > 0 {
                notices.append(
                    "\(sheet.name): \(sheet.roundedCount) affinities were rounded to eighteen digits")
            }
        } else {
            table = try AssignmentInput.table(entries, judges, words: words())
        }
        if table.entries.isEmpty {
            let file = files.affinity?.name ?? files.entries?.name ?? ""
            throw JudgingFaults([JudgingFault(file: file, line: nil, words: "there is no entry in it")])
        }
        problem = Problem(
            entries: table.entries, demand: demand, judges: table.judges, maximumLoad: maximumLoad,
            affinities: table)
        let known = KnownNames(entries: Set(table.entries), judges: Set(table.judges))
        var faults: [JudgingFault] = []
        if let sheet, let list = entries { faults += known.strangers(in: sheet, list, column: "entry") }
        if let sheet, let list = judges { faults += known.strangers(in: sheet, list, column: "judge") }
        if let file = files.conflicts { try readConflicts(PairSheet(file, value: nil), known) }
        if let fixed { faults += readFixed(fixed, known) }
        guard faults.isEmpty else { throw JudgingFaults(faults) }
    }

    private static func table(
        _ entries: NameSheet?, _ judges: NameSheet?, words: WordBreaker
    ) throws -> AffinityTable<String, String> {
        guard let entries, let judges else { preconditionFailure("the command asks for both") }
        let missing = [(entries, "text"), (judges, "expertise")].filter { !$0.0.hasTexts }.map {
            JudgingFault(file: $0.name, line: 1, words: "the first line has to name the column \($1)")
        }
        guard missing.isEmpty else { throw JudgingFaults(missing) }
        func counts(_ sheet: NameSheet) -> [String: [String: Int]] {
            sheet.texts.mapValues { text in
                words.segmented(text).split(separator: " ").reduce(into: [:]) {
                    $0[String($1), default: 0] += 1
                }
            }
        }
        return AffinityTable(words: counts(entries), expertise: counts(judges))
    }

    /// Those about others are passed over: lists of conflicts often name people who are not in the round.
    private mutating func readConflicts(_ sheet: PairSheet, _ known: KnownNames) {
        var strangers: [Int] = []
        for cell in sheet.cells {
            let pair = Problem.Pair(entry: sheet.entries[cell.entry], judge: sheet.judges[cell.judge])
            guard known.entries.contains(pair.entry), known.judges.contains(pair.judge) else {
                strangers.append(cell.line)
                continue
            }
            problem.conflicts.insert(pair)
        }
        if let first = strangers.first {
            notices.append(
                "\(sheet.name): \(strangers.count) lines (the first is line \(first)) with an entry or a "
                    + "judge that is not in the round were passed over")
        }
    }

    private mutating func readFixed(_ sheet: PairSheet, _ known: KnownNames) -> [JudgingFault] {
        var faults: [JudgingFault] = []
        var (loads, panels): ([String: Int], [String: Int]) = ([:], [:])
        func refuse(_ line: Int, _ words: Sentence) {
            faults.append(JudgingFault(file: sheet.name, line: line, words: words))
        }
        for cell in sheet.cells {
            let pair = Problem.Pair(entry: sheet.entries[cell.entry], judge: sheet.judges[cell.judge])
            guard known.entries.contains(pair.entry), known.judges.contains(pair.judge) else {
                refuse(cell.line, "entry \(pair.entry) or judge \(pair.judge) is not in the round")
                continue
            }
            guard problem.given.insert(pair).inserted else { continue }
            if problem.conflicts.contains(pair) {
                refuse(cell.line, "entry \(pair.entry) and judge \(pair.judge) are in conflict")
            }
            loads[pair.judge, default: 0] += 1
            if let most = problem.maximumLoad, loads[pair.judge] == most + 1 {
                refuse(
                    cell.line, "judge \(pair.judge) has more fixed entries than the maximum load of \(most)")
            }
            panels[pair.entry, default: 0] += 1
            if let most = problem.demand[pair.entry], panels[pair.entry] == most + 1 {
                refuse(cell.line, "entry \(pair.entry) has more fixed judges than the demand of \(most)")
            }
        }
        return faults
    }
}

/// Who is in the round.
private struct KnownNames {
    let entries: Set<String>
    let judges: Set<String>

    /// Lines that name somebody whom a list leaves out.
    func strangers(in sheet: PairSheet, _ list: NameSheet, column: String) -> [JudgingFault] {
        let names = Set(list.names)
        return sheet.cells.compactMap { cell in
            let name = column == "entry" ? sheet.entries[cell.entry] : sheet.judges[cell.judge]
            guard !names.contains(name) else { return nil }
            return JudgingFault(
                file: sheet.name, line: cell.line,
                words: column == "entry"
                    ? "entry \(name) is not in \(list.name)" : "judge \(name) is not in \(list.name)")
        }
    }
}

extension PairSheet {
    /// The lists where there are lists; otherwise who stands here or is fixed.
    fileprivate func names(
        _ entries: NameSheet?, _ judges: NameSheet?, _ fixed: PairSheet?
    ) -> (entries: [String], judges: [String]) {
        func union(_ list: NameSheet?, _ own: [String], _ fixed: [String]?) -> [String] {
            list?.names ?? Set(own).union(fixed ?? []).sorted()
        }
        return (
            union(entries, self.entries, fixed?.entries), union(judges, self.judges, fixed?.judges)
        )
    }

    fileprivate func table(entries names: [String], judges: [String]) -> AffinityTable<String, String> {
        var table = AffinityTable<String, String>(entries: names, judges: judges)
        let rows = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let columns = Dictionary(uniqueKeysWithValues: judges.enumerated().map { ($1, $0) })
        let rowPlaces = self.entries.map { rows[$0] }
        let columnPlaces = self.judges.map { columns[$0] }
        for cell in cells {
            guard let value = cell.value, let row = rowPlaces[cell.entry],
                let column = columnPlaces[cell.judge]
            else { continue }
            table[row, column] = value
        }
        return table
    }
}
