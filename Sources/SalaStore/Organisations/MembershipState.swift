public import SalaDatabase

/// Where the wish to belong to an organisation stands.
public enum MembershipState: String, SQLBindable, SQLReadable, Sendable {
    case asked, approved, refused
}
