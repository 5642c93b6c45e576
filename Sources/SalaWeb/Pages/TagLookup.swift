/// What a tag's name finds in a stack of values, by mustache's rules.
enum TagLookup {
    case unknown
    /// There is such a property and it is nil.
    case empty
    case value(Any)
    /// The property may be nil, and then the renderer climbs to an outer one of the same name.
    case shadowing

    init(_ name: String, in stack: [Any]) {
        guard name != "." else {
            self = stack.last.map(TagLookup.value) ?? .unknown
            return
        }
        let parts = name.split(separator: ".").map(String.init)
        let levels = name.hasPrefix(".") ? Array(stack.suffix(1)) : stack
        let holders = levels.reversed().filter { Self.property(parts[0], of: $0) != nil }
        guard let holder = holders.first, let first = Self.property(parts[0], of: holder) else {
            self = .unknown
            return
        }
        if holders.count > 1, Mirror(reflecting: first).displayStyle == .optional {
            self = .shadowing
        } else {
            self = Self.descend(parts.dropFirst(), from: first)
        }
    }

    private static func descend(_ parts: ArraySlice<String>, from object: Any) -> TagLookup {
        guard let value = unwrap(object) else { return .empty }
        guard let name = parts.first else { return .value(value) }
        guard let next = property(name, of: value) else { return .unknown }
        return descend(parts.dropFirst(), from: next)
    }

    private static func property(_ name: String, of object: Any) -> Any? {
        Mirror(reflecting: object).children.first { $0.label == name }?.value
    }

    private static func unwrap(_ object: Any) -> Any? {
        let mirror = Mirror(reflecting: object)
        guard mirror.displayStyle == .optional else { return object }
        return mirror.children.first?.value
    }
}
