public import SalaEngine

/// The signed-in person whom a page is for.
public struct Visitor: Equatable, Sendable {
    /// An approved place in an organisation.
    public struct Membership: Hashable, Sendable {
        public var organisation: OrganisationID
        public var role: MembershipRole

        public init(organisation: OrganisationID, role: MembershipRole) {
            self.organisation = organisation
            self.role = role
        }
    }

    public var person: PersonID
    public var name: String
    public var email: String
    public var language: Language
    /// What each form of the session carries.
    public var csrf: String
    public var memberships: [Membership]
    /// A role in some call was given to the person.
    public var hasCallRole: Bool
    /// Names the session among the person's own; not the secret of its cookie.
    public var session: String

    public init(
        person: PersonID, name: String, email: String, language: Language, csrf: String,
        memberships: [Membership], hasCallRole: Bool = false, session: String
    ) {
        self.person = person
        self.name = name
        self.email = email
        self.language = language
        self.csrf = csrf
        self.memberships = memberships
        self.hasCallRole = hasCallRole
        self.session = session
    }

    /// The person has work at a desk, or may come to have some: a role in a call, or one in an office.
    public var hasDesk: Bool { hasCallRole || memberships.contains { $0.role != .member } }

    /// Whether a form came from a page of this session.
    public func accepts(csrf: String) -> Bool {
        SecretToken.isEqual(csrf, self.csrf)
    }

    /// The person's roles in the organisation.
    public func roles(in organisation: OrganisationID) -> Set<MembershipRole> {
        Set(memberships.filter { $0.organisation == organisation }.map(\.role))
    }
}
