/// A template as a tree of its tags, for checking it against a page.
indirect enum TemplateNode {
    case variable(TemplateTag)
    case section(TemplateTag, [TemplateNode])
    case inverted(TemplateTag, [TemplateNode])
    case partial(TemplateTag)
    /// A parent template with the blocks that replace the parent's own.
    case parent(TemplateTag, [String: [TemplateNode]])
    /// A block with what it shows when nothing replaces it.
    case block(TemplateTag, [TemplateNode])
}

extension TemplateNode {
    /// The tree of a template whose sections are known to close, as the mustache parser makes sure.
    static func tree(_ tags: [TemplateTag]) -> [TemplateNode] {
        var rest = tags[...]
        return read(&rest)
    }

    private static func read(_ tags: inout ArraySlice<TemplateTag>) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let tag = tags.popFirst() {
            switch tag.kind {
            case .close: return nodes
            case .variable, .unescaped: nodes.append(.variable(tag))
            case .section: nodes.append(.section(tag, read(&tags)))
            case .inverted: nodes.append(.inverted(tag, read(&tags)))
            case .partial: nodes.append(.partial(tag))
            case .block: nodes.append(.block(tag, read(&tags)))
            case .parent: nodes.append(.parent(tag, blocks(read(&tags))))
            case .comment, .delimiter, .pragma: continue
            }
        }
        return nodes
    }

    private static func blocks(_ nodes: [TemplateNode]) -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        for case .block(let tag, let content) in nodes {
            blocks[tag.name] = content
        }
        return blocks
    }
}
