/// An organisation found by its name; the field's own name carries what is typed, `idName` the id once it
/// is known.
public struct OrganisationControl: Sendable {
    public var value: String
    public var idName: String
    public var id: String
    /// Answers `?query=` with JSON, a list of `SuggestionView`.
    public var suggestURL: String
    /// So many are suggested at most.
    public var limit = 10
    /// Nothing is called what was typed: the page says what to try.
    public var isUnknown: Bool

    public init(
        value: String, idName: String, id: String = "", suggestURL: String, isUnknown: Bool = false
    ) {
        self.value = value
        self.idName = idName
        self.id = id
        self.suggestURL = suggestURL
        self.isUnknown = isUnknown
    }
}
