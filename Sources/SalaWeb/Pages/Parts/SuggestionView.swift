/// A row that the typeahead of organisations offers, as JSON.
public struct SuggestionView: Codable, Sendable {
    public var id: String
    public var name: String
    public var detail: String

    public init(id: String, name: String, detail: String) {
        self.id = id
        self.name = name
        self.detail = detail
    }
}
