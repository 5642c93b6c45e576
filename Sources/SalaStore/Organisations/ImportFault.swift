public import SalaEngine

/// What is wrong with a line of a file that organisations are imported from.
public struct ImportFault: SayingError, Equatable, Sendable {
    /// What is wrong in a line.
    public enum Kind: Equatable, Sendable {
        case syntax(CSV.SyntaxFault.Kind)
        /// There is nothing in the file.
        case empty
        /// The first line holds one field only, with another sign where commas belong.
        case separator(Character)
        case missingColumns([String])
        case repeatedColumn(String)
        case fieldCount(wanted: Int, given: Int)
        case emptyField(String)
        case unknownKind(String)
        case duplicateCode(String, firstLine: Int)
        case badCoordinates(latitude: String, longitude: String, of: String)
        case badProvince(String)
        case badSubdistrict(String)
    }

    /// Of the file, from 1.
    public var line: Int
    public var kind: Kind

    /// For whoever runs the import: what is wrong and what to write instead.
    public var sentence: Sentence { "line \(line): \(kind.words)" }
}

/// Why nothing has been imported.
public struct ImportFaults: SayingError, Equatable, Sendable {
    /// How many are listed at most.
    public static let listed = 20

    /// The first of them, in the order of lines.
    public var first: [ImportFault]
    public var total: Int

    init(_ faults: [ImportFault]) {
        first = Array(faults.prefix(ImportFaults.listed))
        total = faults.count
    }

    /// A line for each that is listed, and one for the others.
    public var sentence: Sentence {
        let rest = total - first.count
        return .lines(first.map(\.sentence) + (rest > 0 ? ["and \(rest) more"] : []))
    }
}
