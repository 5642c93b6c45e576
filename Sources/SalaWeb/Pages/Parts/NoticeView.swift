/// What was just done or must be known, with its kind in words and sign.
public struct NoticeView: Sendable {
    /// Whether it went well.
    public enum Kind: String, CaseIterable, Sendable {
        case success, warning, error
    }

    public var text: String
    public var isSuccess: Bool
    public var isWarning: Bool
    public var isError: Bool
    public var link: LinkView?

    public init(_ kind: Kind, _ text: String, link: LinkView? = nil) {
        self.text = text
        self.link = link
        isSuccess = kind == .success
        isWarning = kind == .warning
        isError = kind == .error
    }
}
