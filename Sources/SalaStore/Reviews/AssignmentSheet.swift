public import SalaEngine

/// What is wrong with a line of a list that judges are assigned from.
public struct AssignmentFault: Equatable, Sendable {
    /// What is wrong with the line.
    public enum Kind: Equatable, Sendable {
        case syntax(CSV.SyntaxFault.Kind)
        /// There is nothing in the list at all.
        case empty
        case missingColumn(String)
        case repeatedColumn(String)
        case fieldCount(wanted: Int, given: Int)
        case emptyField(String)
        /// There is nothing under the header.
        case nothing
        /// The call has no submission of that number that the person may see.
        case unknownEntry(String)
        /// Nobody with the judges' role has that address.
        case unknownJudge(String)
        case refused(Refusal)
    }

    /// Of the list, from 1.
    public var line: Int
    public var kind: Kind
}

/// Why nobody has been assigned.
public struct AssignmentFaults: Error, Equatable, Sendable {
    /// How many are listed at most.
    public static let listed = 100

    /// The first of them, in the order of lines.
    public var first: [AssignmentFault]
    public var total: Int

    init(_ faults: [AssignmentFault]) {
        let ordered = faults.sorted { $0.line < $1.line }
        first = Array(ordered.prefix(AssignmentFaults.listed))
        total = ordered.count
    }
}

/// A list of who judges what, read from CSV; whether the entries and judges exist is not known yet.
struct AssignmentSheet: Equatable, Sendable {
    struct Line: Equatable, Sendable {
        var line: Int
        /// The submission's number.
        var entry: String
        /// The judge's e-mail address, as typed.
        var judge: String
    }

    /// The columns of the first line, in whatever order; others are passed over.
    static let columns = ["entry", "judge"]

    /// Those that can be read.
    private(set) var lines: [Line] = []
    /// What is wrong with the others.
    private(set) var faults: [AssignmentFault] = []

    /// Throws what is wrong where no line can be read.
    init(csv bytes: [UInt8]) throws(AssignmentFaults) {
        let (records, faults) = try AssignmentSheet.records(bytes)
        if records.isEmpty, faults.isEmpty {
            throw AssignmentFaults([AssignmentFault(line: 1, kind: .empty)])
        }
        let names = (records.first?.fields ?? []).map { $0.onOneLine.lowercased() }
        let first = records.first?.line ?? 1
        var missing: [AssignmentFault] = []
        for column in AssignmentSheet.columns {
            let count = names.count { $0 == column }
            if count == 0 { missing.append(AssignmentFault(line: first, kind: .missingColumn(column))) }
            if count > 1 { missing.append(AssignmentFault(line: first, kind: .repeatedColumn(column))) }
        }
        guard missing.isEmpty, let entry = names.firstIndex(of: "entry"),
            let judge = names.firstIndex(of: "judge")
        else { throw AssignmentFaults(missing) }
        self.faults = faults
        for record in records.dropFirst() {
            guard record.fields.count == names.count else {
                let kind = AssignmentFault.Kind.fieldCount(wanted: names.count, given: record.fields.count)
                self.faults.append(AssignmentFault(line: record.line, kind: kind))
                continue
            }
            read(record, entry: entry, judge: judge)
        }
        guard !lines.isEmpty || !self.faults.isEmpty else {
            throw AssignmentFaults([AssignmentFault(line: first, kind: .nothing)])
        }
    }

    private mutating func read(_ record: CSV.Record, entry: Int, judge: Int) {
        let line = Line(
            line: record.line, entry: record.fields[entry].onOneLine, judge: record.fields[judge].onOneLine)
        let empty = [("entry", line.entry), ("judge", line.judge)].filter(\.1.isEmpty)
        if empty.isEmpty { lines.append(line) }
        faults += empty.map { AssignmentFault(line: line.line, kind: .emptyField($0.0)) }
    }

    /// The records that can be read; throws where the first line is not among them.
    private static func records(
        _ bytes: [UInt8]
    ) throws(AssignmentFaults) -> ([CSV.Record], [AssignmentFault]) {
        func fault(_ found: CSV.SyntaxFault) -> AssignmentFault {
            AssignmentFault(line: found.line, kind: .syntax(found.kind))
        }
        let read: (records: [CSV.Record], faults: [CSV.SyntaxFault])
        do {
            read = try CSV.readableRecords(bytes)
        } catch {
            throw AssignmentFaults([fault(error)])
        }
        let faults = read.faults.map(fault)
        if let first = faults.first, first.line <= read.records.first?.line ?? .max {
            throw AssignmentFaults(faults)
        }
        return (read.records, faults)
    }
}
