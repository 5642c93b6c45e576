/// One mustache tag as it stands in a template.
struct TemplateTag: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case variable, unescaped, section, inverted, close, partial, parent, block, comment, delimiter,
            pragma
    }

    var kind: Kind
    /// The name without its sigil and without a transform's brackets.
    var name: String
    /// The word before the brackets: `empty(items)` asks whether there are none, `lang(title)` shows the
    /// attribute `lang` where the text is in another language than the page.
    var transform: String?
    var line: Int
    var range: Range<String.Index>
    /// The parts of the name between its dots; none for the value itself, which is called `.`.
    let path: [String]
    /// The name begins with a dot: it is looked for in the innermost value alone.
    let isInnermost: Bool
}

extension TemplateTag {
    /// The tags of a template's text in their order; an unfinished tag ends the list: the parser refuses it.
    static func scan(_ text: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var position = text.startIndex
        var line = 1
        while let open = text[position...].firstRange(of: "{{") {
            line += text[position..<open.lowerBound].count(where: \.isNewline)
            let isTriple = text[open.upperBound...].first == "{"
            let closing = isTriple ? "}}}" : "}}"
            guard let close = text[open.upperBound...].firstRange(of: closing) else { break }
            let inside = text[open.upperBound..<close.lowerBound]
            tags.append(read(inside, line: line, range: open.lowerBound..<close.upperBound))
            line += inside.count(where: \.isNewline)
            position = close.upperBound
        }
        return tags
    }

    private static func read(_ inside: Substring, line: Int, range: Range<String.Index>) -> TemplateTag {
        let kinds: [Character: Kind] = [
            "{": .unescaped, "&": .unescaped, "#": .section, "^": .inverted, "/": .close, ">": .partial,
            "<": .parent, "$": .block, "!": .comment, "=": .delimiter, "%": .pragma,
        ]
        let kind = inside.first.flatMap { kinds[$0] }
        var name = (kind == nil ? inside : inside.dropFirst()).filter { !$0.isWhitespace }
        var transform: String?
        if let bracket = name.lastIndex(of: "(") {
            transform = String(name[..<bracket])
            name = name[name.index(after: bracket)...].filter { $0 != ")" }
        }
        return TemplateTag(
            kind: kind ?? .variable, name: name, transform: transform, line: line, range: range,
            path: name.split(separator: ".").map(String.init), isInnermost: name.hasPrefix("."))
    }
}
