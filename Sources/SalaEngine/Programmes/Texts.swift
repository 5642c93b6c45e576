/// Every word of a programme that people read: a text for each language and key such as `stage.screening`.
public struct Texts: Equatable, Sendable {
    private var byLanguage: [Language: [String: String]]

    public init(_ byLanguage: [Language: [String: String]] = [:]) {
        self.byLanguage = byLanguage
    }

    /// The text in that language, or nil; no other language stands in, so that a gap is found when it is
    /// checked.
    public func find(_ key: String, _ language: Language) -> String? {
        byLanguage[language]?[key]
    }

    /// The text in that language, else in another, else the key itself.
    public subscript(key: String, language: Language) -> String {
        find(key, language) ?? Language.allCases.lazy.compactMap { find(key, $0) }.first ?? key
    }

    /// The keys that have a text in that language.
    public func keys(_ language: Language) -> Set<String> {
        Set(byLanguage[language, default: [:]].keys)
    }
}
