/// A language that people read Sala in.
public enum Language: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
    case thai = "th"
    case english = "en"
}
