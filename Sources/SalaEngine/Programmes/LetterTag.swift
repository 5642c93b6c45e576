/// One mustache tag of a letter: what `sala check` accepts is what letters are made from.
public struct LetterTag: Equatable, Sendable {
    /// What a tag does.
    public enum Kind: Equatable, Sendable {
        case value
        case sectionStart
        case sectionEnd
        /// A kind that letters do not use: raw values, partials, comments, other delimiters.
        case foreign
    }

    public let kind: Kind
    /// The field's name; of a foreign tag all that stands between the braces.
    public let name: String
    /// The line of the text, from 1.
    public let line: Int
    /// The sections that the tag stands in and that are open for a field that is filled, outermost first:
    /// `{{.}}` is the field of the last one.
    public let sections: [String]

    /// The tags of a text in order; a tag that is not closed on its line is foreign.
    public static func tags(in text: String) -> [LetterTag] {
        var tags: [LetterTag] = []
        var open: [(name: String, isFilled: Bool)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            while let start = rest.firstRange(of: "{{") {
                let inside = rest[start.upperBound...]
                let end = inside.firstRange(of: "}}")
                let content = inside[..<(end?.lowerBound ?? inside.endIndex)]
                let (kind, name) = end == nil ? (.foreign, String(content)) : understand(content)
                if kind == .sectionEnd, open.last?.name == name { open.removeLast() }
                let sections = open.filter(\.isFilled).map(\.name)
                tags.append(LetterTag(kind: kind, name: name, line: index + 1, sections: sections))
                if kind == .sectionStart { open.append((name, content.first == "#")) }
                rest = end.map { inside[$0.upperBound...] } ?? ""
            }
        }
        return tags
    }

    private static func understand(_ content: Substring) -> (Kind, String) {
        let name = trimmed(content.dropFirst())
        return switch content.first {
        case "#", "^": (.sectionStart, name)
        case "/": (.sectionEnd, name)
        case "{", "&", ">", "!", "=", "<", "$", "%", nil: (.foreign, String(content))
        default: (.value, trimmed(content))
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
