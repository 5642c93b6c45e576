/// A row that the typeahead of organisations offers, as JSON.
public struct SuggestionView: Codable, Sendable {
    public var id: String
    public var name: String
    public var detail: String
    /// What the field says once it is taken.
    public var chosen: String

    public init(id: String, name: String, detail: String, chosen: String) {
        self.id = id
        self.name = name
        self.detail = detail
        self.chosen = chosen
    }
}
