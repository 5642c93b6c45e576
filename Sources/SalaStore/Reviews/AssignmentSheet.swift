public import SalaEngine

/// What is wrong with a line of a list that judges are assigned from.
public struct AssignmentFault: Equatable, Sendable {
    /// What is wrong with the line.
    public enum Kind: Equatable, Sendable {
        case syntax(CSV.SyntaxFault.Kind)
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
    public static let listed = 20

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

    private(set) var lines: [Line] = []

    /// Throws all that is wrong, not only the first.
    init(csv bytes: [UInt8]) throws(AssignmentFaults) {
        let records: [CSV.Record]
        do {
            records = try CSV.records(bytes)
        } catch {
            throw AssignmentFaults([AssignmentFault(line: error.line, kind: .syntax(error.kind))])
        }
        let names = (records.first?.fields ?? []).map { $0.onOneLine.lowercased() }
        let first = records.first?.line ?? 1
        var faults: [AssignmentFault] = []
        for column in AssignmentSheet.columns {
            let count = names.count { $0 == column }
            if count == 0 { faults.append(AssignmentFault(line: first, kind: .missingColumn(column))) }
            if count > 1 { faults.append(AssignmentFault(line: first, kind: .repeatedColumn(column))) }
        }
        guard faults.isEmpty, let entry = names.firstIndex(of: "entry"),
            let judge = names.firstIndex(of: "judge")
        else { throw AssignmentFaults(faults) }
        for record in records.dropFirst() {
            guard record.fields.count == names.count else {
                let kind = AssignmentFault.Kind.fieldCount(wanted: names.count, given: record.fields.count)
                faults.append(AssignmentFault(line: record.line, kind: kind))
                continue
            }
            let line = Line(
                line: record.line, entry: record.fields[entry].onOneLine,
                judge: record.fields[judge].onOneLine)
            if line.entry.isEmpty {
                faults.append(AssignmentFault(line: line.line, kind: .emptyField("entry")))
            }
            if line.judge.isEmpty {
                faults.append(AssignmentFault(line: line.line, kind: .emptyField("judge")))
            }
            lines.append(line)
        }
        if lines.isEmpty, faults.isEmpty { faults.append(AssignmentFault(line: first, kind: .nothing)) }
        guard faults.isEmpty else { throw AssignmentFaults(faults) }
    }
}
