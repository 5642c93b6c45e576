/// Something wrong in a programme's folder: where, what is wrong, and what to write instead.
public struct DefinitionFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// The path inside the folder, such as `texts/th.yaml`.
    public var file: String
    /// From 1; nil when the whole file is meant.
    public var line: Int?
    public var what: String
    public var mend: String

    public init(file: String, line: Int?, what: String, mend: String) {
        self.file = file
        self.line = line
        self.what = what
        self.mend = mend
    }

    /// Such as `workflow.yaml:12: there is no stage 'judgin'; write 'judging'`.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(what); \(mend)"
    }
}
