/// One mustache tag of a letter.
struct LetterTag: Equatable {
    enum Kind: Equatable {
        case value
        case sectionStart
        case sectionEnd
        /// A kind that letters do not use: raw values, partials, comments, other delimiters.
        case foreign
    }

    let kind: Kind
    let name: String
    /// The line of the text, from 1.
    let line: Int
    /// The sections the tag stands in, outermost first.
    let sections: [String]

    /// The tags of a text in order; a tag that is never closed is foreign.
    static func tags(in text: String) -> [LetterTag] {
        var tags: [LetterTag] = []
        var open: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            while let start = rest.firstRange(of: "{{") {
                let inside = rest[start.upperBound...]
                let end = inside.firstRange(of: "}}")
                let content = inside[..<(end?.lowerBound ?? inside.endIndex)]
                let (kind, name) = end == nil ? (.foreign, String(content)) : understand(content)
                if kind == .sectionEnd, open.last == name { open.removeLast() }
                tags.append(LetterTag(kind: kind, name: name, line: index + 1, sections: open))
                if kind == .sectionStart { open.append(name) }
                rest = end.map { inside[$0.upperBound...] } ?? ""
            }
        }
        return tags
    }

    private static func understand(_ content: Substring) -> (Kind, String) {
        let name = content.dropFirst().trimmingSpaces()
        return switch content.first {
        case "#", "^": (.sectionStart, name)
        case "/": (.sectionEnd, name)
        case "{", "&", ">", "!", "=", "<", "$", nil: (.foreign, String(content))
        default: (.value, content.trimmingSpaces())
        }
    }
}
