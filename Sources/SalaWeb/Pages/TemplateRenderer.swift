import SalaEngine

/// Renders a template's tree over a page, by mustache's rules.
struct TemplateRenderer {
    /// What replaces blocks of a parent template.
    private typealias Blocks = [String: [TemplateNode]]

    private let trees: [String: [TemplateNode]]
    private let language: Language
    /// Innermost last.
    private var stack: [TemplateValue]
    private var html = ""

    /// The template of that name over the page.
    static func render(
        _ nodes: [TemplateNode], _ page: any Page, with trees: [String: [TemplateNode]], in language: Language
    ) -> String {
        var renderer = TemplateRenderer(
            trees: trees, language: language, stack: TemplateValue(page).map { [$0] } ?? [])
        renderer.html.reserveCapacity(16_384)
        renderer.walk(nodes, [:])
        return renderer.html
    }

    private init(trees: [String: [TemplateNode]], language: Language, stack: [TemplateValue]) {
        self.trees = trees
        self.language = language
        self.stack = stack
    }

    private mutating func walk(_ nodes: [TemplateNode], _ blocks: Blocks) {
        for node in nodes {
            switch node {
            case .text(let text): html += text
            case .variable(let tag): show(tag)
            case .section(let tag, let inside): repeatSection(value(tag), inside, blocks)
            case .inverted(let tag, let inside):
                if !isShown(value(tag)) { walk(inside, blocks) }
            case .partial(let tag): walk(trees[tag.name] ?? [], blocks)
            case .parent(let tag, let own):
                walk(trees[tag.name] ?? [], own.isEmpty ? blocks : own.merging(blocks) { _, outer in outer })
            case .block(let tag, let standard): walk(blocks[tag.name] ?? standard, blocks)
            }
        }
    }

    private mutating func show(_ tag: TemplateTag) {
        guard tag.transform == nil else { return markLanguage(tag) }
        let text: String
        switch value(tag) {
        case .text(let value): text = value
        case .flag(let value): text = String(value)
        case .list, .parts, nil: return
        }
        html += tag.kind == .unescaped ? text : text.escapedForHTML
    }

    /// Says of a text with Thai letters that it is Thai, on a page in another language, so that it is read
    /// out as such.
    private mutating func markLanguage(_ tag: TemplateTag) {
        guard language != .thai, case .text(let text) = find(tag), text.hasThaiLetters else { return }
        html += " lang=\"\(Language.thai.rawValue)\""
    }

    private mutating func repeatSection(
        _ value: TemplateValue?, _ inside: [TemplateNode], _ blocks: Blocks
    ) {
        switch value {
        case nil, .flag(false): return
        case .flag(true): walk(inside, blocks)
        case .list(let values): values.forEach { walk(inside, blocks, over: $0) }
        case .text, .parts:
            if let value { walk(inside, blocks, over: value) }
        }
    }

    private mutating func walk(_ inside: [TemplateNode], _ blocks: Blocks, over value: TemplateValue) {
        stack.append(value)
        walk(inside, blocks)
        stack.removeLast()
    }

    private func isShown(_ value: TemplateValue?) -> Bool {
        switch value {
        case nil, .flag(false): false
        case .list(let values): !values.isEmpty
        case .flag(true), .text, .parts: true
        }
    }

    /// What the tag's name finds, innermost first: the first value that has a part of that name with a value.
    private func value(_ tag: TemplateTag) -> TemplateValue? {
        guard let found = find(tag) else { return nil }
        guard tag.transform != nil else { return found }
        return switch found {
        case .list(let values): .flag(values.isEmpty)
        case .text(let text): .flag(text.isEmpty)
        case .flag, .parts: nil
        }
    }

    private func find(_ tag: TemplateTag) -> TemplateValue? {
        guard let name = tag.path.first else { return stack.last }
        for value in stack.reversed() {
            if case .parts(let parts) = value, let first = parts.part(name) {
                return tag.path.dropFirst().reduce(first as TemplateValue?) { holder, name in
                    guard case .parts(let parts) = holder else { return nil }
                    return parts.part(name)
                }
            }
            if tag.isInnermost { return nil }
        }
        return nil
    }
}

extension String {
    /// Whether a Thai consonant stands in it: a Thai digit or the sign of the baht alone makes no Thai text.
    fileprivate var hasThaiLetters: Bool {
        unicodeScalars.contains { (0x0E01...0x0E2E).contains($0.value) }
    }
}
