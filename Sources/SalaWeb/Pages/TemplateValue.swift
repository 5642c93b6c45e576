/// A value of a page as templates see it: a text, a yes or no, a list, or parts with names.
enum TemplateValue {
    case text(String)
    case flag(Bool)
    case list([TemplateValue])
    case parts(TemplateParts)

    /// Reads a value; nil for an optional that has none. What is neither text nor has parts is its
    /// description.
    init?(_ value: Any) {
        if let text = value as? String {
            self = .text(text)
            return
        }
        if let flag = value as? Bool {
            self = .flag(flag)
            return
        }
        if let telling = value as? any PartTelling {
            self = .parts(TemplateParts(telling))
            return
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard let wrapped = mirror.children.first, let inner = TemplateValue(wrapped.value) else {
                return nil
            }
            self = inner
        case .collection:
            self = .list(mirror.children.compactMap { TemplateValue($0.value) })
        default:
            self = mirror.children.isEmpty ? .text(String(describing: value)) : .parts(TemplateParts(mirror))
        }
    }
}

/// The named parts of a value, each read when a template first asks for it: a page is asked for the same part
/// many times, and reflection is slow.
final class TemplateParts {
    private struct Part {
        let name: String
        let raw: Any
        /// Outer nil: not read yet.
        var value: TemplateValue??
    }

    private let mirror: Mirror?
    private lazy var parts =
        mirror?.children.compactMap { child in
            child.label.map { Part(name: $0, raw: child.value) }
        } ?? []

    init(_ mirror: Mirror) {
        self.mirror = mirror
    }

    init(_ value: any PartTelling) {
        mirror = nil
        parts = value.parts.map { Part(name: $0, raw: (), value: .some($1)) }
    }

    /// The part of that name; nil where there is none or it has no value.
    func part(_ name: String) -> TemplateValue? {
        guard let place = parts.firstIndex(where: { $0.name == name }) else { return nil }
        if let known = parts[place].value { return known }
        let value = TemplateValue(parts[place].raw)
        parts[place].value = .some(value)
        return value
    }
}
