/// What a browser posted: the texts of the form's fields as they were sent, and the files.
public struct Posting: Sendable {
    /// The texts of each field, in the order in which they were sent.
    public private(set) var fields: [String: [String]] = [:]
    /// The names of the fields, in the order in which each was first sent.
    public private(set) var keys: [String] = []
    /// The files in the order in which they were sent; inputs that were left empty are not among them.
    public internal(set) var files: [Upload] = []
    /// The files over the limit of one file that were left out.
    public internal(set) var oversized: [OversizedFile] = []
    /// Files came with it that are not taken.
    let lacksFiles: Bool

    public init() { lacksFiles = false }

    /// A posting of texts alone, its fields in the order of their names.
    public init(fields: [String: [String]], hadFiles: Bool = false) {
        self.fields = fields
        keys = fields.keys.sorted()
        lacksFiles = hadFiles
    }

    /// The first text of that field, or nothing.
    public func text(_ name: String) -> String { fields[name]?.first ?? "" }

    /// Every text of that field.
    public func texts(_ name: String) -> [String] { fields[name] ?? [] }

    mutating func append(_ text: String, to name: String) {
        if fields[name] == nil { keys.append(name) }
        fields[name, default: []].append(text)
    }
}
