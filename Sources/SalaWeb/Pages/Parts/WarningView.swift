/// What must be known before going on, with what it speaks of one below the other.
public struct WarningView: Sendable {
    public var text: String
    public var lines: [String]

    public init(_ text: String, lines: [String] = []) {
        self.text = text
        self.lines = lines
    }
}
