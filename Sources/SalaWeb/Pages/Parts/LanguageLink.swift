/// The way to the same page in another language.
public struct LanguageLink: Sendable {
    public var code: String
    /// In that language.
    public var label: String
    public var url: String

    public init(code: String, label: String, url: String) {
        self.code = code
        self.label = label
        self.url = url
    }
}
