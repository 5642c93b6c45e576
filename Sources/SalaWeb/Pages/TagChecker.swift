/// Walks a template's tree over a sample as the renderer would, and notes the names that nothing answers.
struct TagChecker {
    /// What mustache sees, innermost last.
    private typealias Stack = [Any]
    /// What replaces a block, with the template it stands in.
    private typealias Blocks = [String: (template: String, nodes: [TemplateNode])]

    let trees: [String: [TemplateNode]]
    private var unknown: [String] = []
    /// Tags that had no value on one way through the templates, and those that had one on some way.
    private var empty: [String] = []
    private var filled: Set<String> = []
    private var path: [String] = []

    init(trees: [String: [TemplateNode]]) {
        self.trees = trees
    }

    var findings: [String] { unknown + empty.filter { !filled.contains($0) } }

    mutating func check(_ template: String, _ sample: Any) {
        enter(template, [[sample]], [:])
    }

    private mutating func enter(_ template: String, _ stacks: [Stack], _ blocks: Blocks) {
        guard !path.contains(template) else { return }
        guard let tree = trees[template] else {
            return unknown.append("there is no template `\(template)`")
        }
        path.append(template)
        walk(tree, stacks, blocks)
        path.removeLast()
    }

    private mutating func walk(_ nodes: [TemplateNode], _ stacks: [Stack], _ blocks: Blocks) {
        for node in nodes {
            switch node {
            case .text: continue
            case .variable(let tag):
                _ = values(tag, stacks)
            case .inverted(let tag, let inside):
                _ = values(tag, stacks)
                walk(inside, stacks, blocks)
            case .section(let tag, let inside):
                walkSection(tag, inside, stacks, blocks)
            case .partial(let tag):
                enter(tag.name, stacks, blocks)
            case .parent(let tag, let replacing):
                let own = replacing.mapValues { (template: path.last ?? "", nodes: $0) }
                enter(tag.name, stacks, blocks.merging(own) { outer, _ in outer })
            case .block(let tag, let standard):
                let content = blocks[tag.name] ?? (path.last ?? "", standard)
                path.append(content.template)
                walk(content.nodes, stacks, blocks)
                path.removeLast()
            }
        }
    }

    private mutating func walkSection(
        _ tag: TemplateTag, _ inside: [TemplateNode], _ stacks: [Stack], _ blocks: Blocks
    ) {
        let found = values(tag, stacks)
        guard !found.isEmpty else { return }
        let inner = found.flatMap { stack, value -> [Stack] in
            let mirror = Mirror(reflecting: value)
            if value is Bool { return [stack] }
            if mirror.displayStyle == .collection { return mirror.children.map { stack + [$0.value] } }
            return [stack + [value]]
        }
        walk(inside, inner, blocks)
    }

    /// The values of a tag in the stacks that answer it.
    private mutating func values(_ tag: TemplateTag, _ stacks: [Stack]) -> [(Stack, Any)] {
        guard !stacks.isEmpty, !tag.name.isEmpty else { return [] }
        var isKnown = false
        var found: [(Stack, Any)] = []
        for stack in stacks {
            switch TagLookup(tag.name, in: stack) {
            case .unknown: continue
            case .empty: isKnown = true
            case .value(let value): found.append((stack, value))
            case .shadowing:
                report(
                    "{{\(tag.name)}} may be nil and then shows an outer one; write {{.\(tag.name)}}", tag)
                return []
            }
        }
        if !found.isEmpty || isKnown {
            settle(tag, isFilled: found.contains { (_, value) in !isEmptyList(value) })
        } else {
            report("{{\(tag.name)}} is answered by no property", tag)
        }
        return found
    }

    private func isEmptyList(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .collection && mirror.children.isEmpty
    }

    private mutating func settle(_ tag: TemplateTag, isFilled: Bool) {
        let finding = "\(place(tag)): {{\(tag.name)}} has no value in the sample"
        if isFilled {
            filled.insert(finding)
        } else if !empty.contains(finding) {
            empty.append(finding)
        }
    }

    private mutating func report(_ message: String, _ tag: TemplateTag) {
        let finding = "\(place(tag)): \(message)"
        if !unknown.contains(finding) { unknown.append(finding) }
    }

    private func place(_ tag: TemplateTag) -> String {
        "Templates/\(path.last ?? "").mustache:\(tag.line)"
    }
}
