/// The name of a field where a text uses it.
struct LetterTag: Equatable, Sendable {
    let name: String
    /// Counted from 1.
    let line: Int

    /// Something between double braces that no letter may say.
    struct Unreadable: Error {
        let tag: String
        let line: Int
    }

    /// Every use of a field in the order of the text, section ends and comments left out. Partials,
    /// inheritance, transforms, delimiters and pragmas are refused: a letter reads plain fields, and what
    /// `sala check` cannot see it cannot promise. `{{.}}` is the field of the section it stands in.
    static func all(in text: String) throws(Unreadable) -> [LetterTag] {
        var tags: [LetterTag] = []
        var sections: [Character] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            let line = text[..<open.lowerBound].count(where: \.isNewline) + 1
            let sigil = rest[open.upperBound...].first
            let close = sigil == "{" ? "}}}" : "}}"
            let inside = rest[open.upperBound...]
            guard let end = inside.firstRange(of: close) else {
                let start = rest[open.lowerBound...].prefix { !$0.isNewline }
                throw Unreadable(tag: String(start), line: line)
            }
            let content = inside[..<end.lowerBound]
            rest = rest[end.upperBound...]
            guard sigil != "!" else { continue }
            let hasSigil = sigil.map { "#^&/{".contains($0) } ?? false
            let name = trimmed(hasSigil ? content.dropFirst() : content)
            let isImplied = name == "." && !"#^/".contains(sigil ?? " ") && sections.contains("#")
            guard isImplied || isField(name) else {
                throw Unreadable(tag: "{{\(content)\(close)", line: line)
            }
            if let sigil, "#^".contains(sigil) { sections.append(sigil) }
            if sigil == "/" {
                _ = sections.popLast()
            } else if !isImplied {
                tags.append(LetterTag(name: String(name), line: line))
            }
        }
        return tags
    }

    /// Such as `number` or, for what an action asked, `input.ground`.
    private static func isField(_ name: Substring) -> Bool {
        name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { nameCharacters.contains($0) }
        }
    }

    private static let nameCharacters = Set<Character>(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
