/// An organisation found by its name; the field's own name carries what is typed, `idName` the id once it
/// is known.
public struct OrganisationControl: Sendable {
    public var value: String
    public var idName: String
    public var id: String
    /// Answers `?query=` with JSON, a list of `SuggestionView`.
    public var suggestURL: String

    public init(value: String, idName: String, id: String = "", suggestURL: String) {
        self.value = value
        self.idName = idName
        self.id = id
        self.suggestURL = suggestURL
    }
}
