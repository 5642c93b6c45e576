/// A part that a person plays in an organisation, whatever the call: to belong to it, or what programmes let
/// the people of an office do. The one place that knows how such roles are written.
public struct MembershipRole: RawRepresentable, Hashable, Codable, Sendable {
    /// As the database, the command line and `programme.yaml` write it.
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Belongs to the organisation: files for it, and says who else belongs. What a claim asks for.
    public static let member = MembershipRole(rawValue: "member")
    /// Runs calls for the organisation, where a programme grants a role of that name.
    public static let officer = MembershipRole(rawValue: "officer")
    /// What every installation knows before a programme is published.
    public static let standard: Set<MembershipRole> = [.member, .officer]
}

extension Programme {
    /// The roles that hold in the offices that open calls of the programme.
    public var membershipRoles: Set<MembershipRole> {
        Set(roles.filter { $0.granting == .organisation }.map { MembershipRole(rawValue: $0.name) })
    }
}
