/// A line to type in.
public struct TextControl: Sendable {
    public var value: String
    /// HTML's `inputmode`: `text`, `numeric`, `decimal`, `email`, `tel`.
    public var inputMode: String
    /// `short`, `medium` or `full`: what length is expected.
    public var width: String
    public var maximumLength: Int?
    public var autocomplete: String?
    public var unit: String?
    /// Whether other questions depend on the answer, so that the page is asked for anew.
    public var reloads: Bool

    public init(
        value: String, inputMode: String = "text", width: String = "full", maximumLength: Int? = nil,
        autocomplete: String? = nil, unit: String? = nil, reloads: Bool = false
    ) {
        self.value = value
        self.inputMode = inputMode
        self.width = width
        self.maximumLength = maximumLength
        self.autocomplete = autocomplete
        self.unit = unit
        self.reloads = reloads
    }
}
