/// Organisations for what somebody typed.
public struct OrganisationSuggestions: Equatable, Sendable {
    public var entries: [OrganisationEntry]
    /// None is called what was typed: these are called nearly so.
    public var areNear: Bool
}
