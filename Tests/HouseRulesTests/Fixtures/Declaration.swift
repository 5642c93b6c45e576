/// What a line of Swift declares.
struct Declaration {
    private static let modifiers: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private", "open", "final", "static", "indirect",
        "mutating", "nonmutating", "nonisolated", "isolated", "override", "convenience", "required", "lazy",
        "weak", "unowned", "borrowing", "consuming", "dynamic", "prefix", "postfix", "infix",
    ]
    private static let keywords: Set<Substring> = [
        "class", "struct", "enum", "actor", "protocol", "typealias", "func", "subscript", "init", "deinit",
    ]
    private static let typeKeywords: Set<Substring> = [
        "class", "struct", "enum", "actor", "protocol", "typealias",
    ]

    let isPublic: Bool
    /// Such as `struct` or `func`.
    let keyword: String
    /// The declared name; empty for `init` and its like.
    let name: String

    var isType: Bool { Declaration.typeKeywords.contains(keyword[...]) }

    /// Nil when the line declares no type and nothing that has a body of its own.
    init?(_ line: String) {
        var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
        var isPublic = false
        while let word = words.first, word.hasPrefix("@") || Declaration.isModifier(word) {
            if word == "public" { isPublic = true }
            words.removeFirst()
        }
        guard let first = words.popFirst() else { return nil }
        let keyword = first.prefix(while: Declaration.isPartOfName)
        guard Declaration.keywords.contains(keyword) else { return nil }
        // `class func` is a function.
        if keyword == "class", let next = words.first, next == "func" || next == "var" { return nil }
        self.isPublic = isPublic
        self.keyword = String(keyword)
        let isNamed = keyword == first && !["subscript", "init", "deinit"].contains(keyword)
        let rest = isNamed ? words.first ?? "" : ""
        name = String(rest.prefix { Declaration.isPartOfName($0) || "=<>+-*/!~?|&^%".contains($0) })
    }

    private static func isModifier(_ word: Substring) -> Bool {
        modifiers.contains(word.prefix { $0 != "(" })
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
