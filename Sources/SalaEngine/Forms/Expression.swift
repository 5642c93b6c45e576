/// An expression in XLSForm's language, parsed.
public struct Expression: Sendable {
    public let source: String

    public init(_ source: String) throws {
        self.source = source
    }
}
