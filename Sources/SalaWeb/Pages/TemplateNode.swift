/// A template as a tree of its texts and tags, for rendering it and for checking it against a page.
indirect enum TemplateNode: Sendable {
    case text(String)
    case variable(TemplateTag)
    case section(TemplateTag, [TemplateNode])
    case inverted(TemplateTag, [TemplateNode])
    case partial(TemplateTag)
    /// A parent template with the blocks that replace the parent's own.
    case parent(TemplateTag, [String: [TemplateNode]])
    /// A block with what it shows when nothing replaces it.
    case block(TemplateTag, [TemplateNode])
}
