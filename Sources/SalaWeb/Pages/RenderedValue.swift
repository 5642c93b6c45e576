import Mustache

/// A value of a page as the renderer asks for it, with its properties read once: by itself the renderer looks
/// through all of them again for every tag that it meets.
final class RenderedValue: MustacheParent, CustomStringConvertible {
    private struct Property {
        let name: String
        var value: Any?
        /// The value is as the renderer takes it.
        var isReady = false
    }

    private let value: Any
    private let mirror: Mirror
    private var properties: [Property]?

    init(_ value: Any, _ mirror: Mirror) {
        self.value = value
        self.mirror = mirror
    }

    convenience init(_ value: Any) {
        self.init(value, Mirror(reflecting: value))
    }

    var description: String { String(describing: value) }

    func child(named name: String) -> Any? {
        var all =
            properties
            ?? mirror.children.compactMap { child in
                child.label.map { Property(name: $0, value: child.value) }
            }
        // The list is held in one place only while it changes, so that it is never copied.
        properties = nil
        defer { properties = all }
        guard let place = all.firstIndex(where: { $0.name == name }) else { return nil }
        if !all[place].isReady {
            all[place].value = all[place].value.flatMap(Self.ready)
            all[place].isReady = true
        }
        return all[place].value
    }

    /// The value as the renderer takes it: without an optional around it, its parts ready to be asked; nil
    /// where there is none.
    private static func ready(_ value: Any) -> Any? {
        if let text = value as? String { return text }
        if let flag = value as? Bool { return flag }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { ready($0.value) }
        case .collection: return mirror.children.compactMap { ready($0.value) }
        case .struct, .class, .enum, .tuple:
            return mirror.children.isEmpty ? value : RenderedValue(value, mirror)
        default: return value
        }
    }
}
