/// A page that a template shows: its stored properties are the template's tags.
public protocol Page: Sendable {
    /// The template's path under `Templates`, without its extension, such as `pages/call`.
    static var template: String { get }
    var chrome: Chrome { get }
}
