/// What is wrong with a line of a file that organisations are imported from.
public struct ImportFault: Equatable, Sendable, CustomStringConvertible {
    /// What is wrong in a line.
    public enum Kind: Equatable, Sendable {
        case syntax(CSV.SyntaxFault.Kind)
        case missingColumn(String)
        case repeatedColumn(String)
        case fieldCount(wanted: Int, given: Int)
        case emptyField(String)
        case unknownKind(String)
        case duplicateCode(String, firstLine: Int)
        case badCoordinates(String)
        case badProvince(String)
        case badSubdistrict(String)
    }

    /// Of the file, from 1.
    public var line: Int
    public var kind: Kind

    /// In English, for whoever runs the import: what is wrong and what to write instead.
    public var description: String { "line \(line): \(kind.words)" }
}

/// Why nothing has been imported.
public struct ImportFaults: Error, Equatable, Sendable, CustomStringConvertible {
    /// How many are listed at most.
    public static let listed = 20

    /// The first of them, in the order of lines.
    public var first: [ImportFault]
    public var total: Int

    init(_ faults: [ImportFault]) {
        first = Array(faults.prefix(ImportFaults.listed))
        total = faults.count
    }

    public var description: String {
        let rest = total - first.count
        return (first.map(\.description) + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "\n")
    }
}

extension ImportFault.Kind {
    fileprivate var words: String {
        switch self {
        case .syntax(let kind): kind.words
        case .missingColumn(let name): "the column \(name) is missing; the first line names the columns"
        case .repeatedColumn(let name): "the column \(name) is there twice"
        case .fieldCount(let wanted, let given): "\(given) fields, but the first line names \(wanted) columns"
        case .emptyField(let column): "\(column) is empty"
        case .unknownKind(let kind):
            "the kind \(kind) is unknown; write one of "
                + OrganisationKind.allCases.map(\.rawValue).joined(separator: ", ")
        case .duplicateCode(let code, let line): "the code \(code) stands on line \(line) already"
        case .badCoordinates(let text):
            "\(text) is no latitude and longitude in Thailand; write degrees as in 13.7535 and 100.5018, "
                + "or neither"
        case .badProvince(let code): "the province code \(code) is not two digits"
        case .badSubdistrict(let code): "the subdistrict code \(code) is not six digits"
        }
    }
}
