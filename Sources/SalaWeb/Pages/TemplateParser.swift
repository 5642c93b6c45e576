/// Reads a template's text as a tree. A tag that stands alone on its line takes the line with it.
struct TemplateParser {
    /// What is wrong, and in which line.
    struct Failure: Error {
        var line: Int
        var message: String
    }

    private let text: String
    private var tags: ArraySlice<TemplateTag>
    private var position: String.Index
    /// Only tags that stood alone, and spaces, come before the position on its line.
    private var isLineStart = true

    /// Throws `Failure` where a section is not closed, or what closes was never opened.
    static func parse(_ text: String) throws -> [TemplateNode] {
        let tags = TemplateTag.scan(text)
        var parser = TemplateParser(text: text, tags: tags[...], position: text.startIndex)
        var nodes = try parser.nodes(of: nil)
        if text[parser.position...].contains("{{") {
            throw Failure(line: text.count(where: \.isNewline) + 1, message: "a tag is not finished")
        }
        if let rest = parser.read(upTo: text.endIndex) { nodes.append(.text(rest)) }
        return nodes
    }

    private init(text: String, tags: ArraySlice<TemplateTag>, position: String.Index) {
        self.text = text
        self.tags = tags
        self.position = position
    }

    /// The nodes up to the tag that closes the section, or to the last tag of the text.
    private mutating func nodes(of section: TemplateTag?) throws -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let tag = tags.popFirst() {
            let before = read(upTo: tag.range.lowerBound)
            position = tag.range.upperBound
            let isAlone = tag.mayStandAlone && passesLine()
            if let before, !(isAlone && before.allSatisfy(\.isBlank)) { nodes.append(.text(before)) }
            if tag.kind == .close {
                guard let section, tag.name == section.name, tag.transform == section.transform else {
                    throw Failure(line: tag.line, message: "{{/\(tag.name)}} closes what is not open")
                }
                return nodes
            }
            isLineStart = isAlone
            if let node = try node(tag) { nodes.append(node) }
            // What follows a closed section stands where the section stood.
            isLineStart = isAlone
        }
        if let section {
            throw Failure(line: section.line, message: "{{\(section.name)}} is not closed")
        }
        return nodes
    }

    private mutating func node(_ tag: TemplateTag) throws -> TemplateNode? {
        switch tag.kind {
        case .variable, .unescaped: return .variable(tag)
        case .section: return .section(tag, try nodes(of: tag))
        case .inverted: return .inverted(tag, try nodes(of: tag))
        case .partial: return .partial(tag)
        case .block: return .block(tag, try nodes(of: tag))
        case .parent:
            isLineStart = true
            return .parent(tag, try blocks(of: tag))
        case .close, .comment, .delimiter, .pragma: return nil
        }
    }

    private mutating func blocks(of parent: TemplateTag) throws -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        for node in try nodes(of: parent) {
            switch node {
            case .block(let tag, let content): blocks[tag.name] = content
            case .text: continue
            default:
                throw Failure(line: parent.line, message: "in {{<\(parent.name)}} there may be blocks only")
            }
        }
        return blocks
    }

    /// The text from the position to the end; nil when there is none.
    private mutating func read(upTo end: String.Index) -> String? {
        let piece = text[position..<end]
        position = end
        guard !piece.isEmpty else { return nil }
        let line = piece.lastIndex(where: \.isNewline).map { piece[piece.index(after: $0)...] }
        if line != nil { isLineStart = true }
        if !(line ?? piece).allSatisfy(\.isBlank) { isLineStart = false }
        return String(piece)
    }

    /// Whether the tag before the position has its line for itself; then the line's end is passed over.
    private mutating func passesLine() -> Bool {
        guard isLineStart else { return false }
        guard position < text.endIndex else { return true }
        let rest = text[position...].drop(while: \.isBlank)
        guard let first = rest.first, first.isNewline else { return false }
        position = text.index(after: rest.startIndex)
        return true
    }
}

extension TemplateTag {
    fileprivate var mayStandAlone: Bool { kind != .variable && kind != .unescaped }
}

extension Character {
    /// A space or a tab.
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
