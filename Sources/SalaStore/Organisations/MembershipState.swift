public import SalaDatabase
public import SalaEngine

/// Where a person's role in an organisation, or the claim to it, stands, as the table `membership` says it.
public enum MembershipState: String, SQLBindable, SQLReadable, Sendable {
    case asked, approved, refused, withdrawn, ended
}

extension MembershipRole: SQLBindable, SQLReadable {}
