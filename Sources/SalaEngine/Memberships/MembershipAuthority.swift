public import SalaThai

/// About whom a person decides: whoever belongs to an organisation says who else does, and the officers of
/// an office with a published call say it for the organisations that may file under the call. Nobody decides
/// about oneself.
public struct MembershipAuthority: Equatable, Sendable {
    public let person: PersonID
    /// Those that the person belongs to.
    public let organisations: Set<OrganisationID>
    /// Those whose calls let the person decide about every organisation but the office itself.
    public let offices: Set<OrganisationID>

    /// - Parameters:
    ///   - roles: the person's roles by organisation; an organisation with any is the person's own.
    ///   - calls: those of the person's organisations; others do not matter.
    public init(
        of person: PersonID, roles: [OrganisationID: Set<MembershipRole>], calls: [OfficeCall],
        at now: Instant
    ) {
        self.person = person
        organisations = Set(roles.filter { !$0.value.isEmpty }.keys)
        offices = Set(
            calls.filter { call in
                !roles[call.office, default: []].isDisjoint(with: call.deciders(at: now))
            }.map(\.office))
    }

    /// Whether the person decides who belongs to the organisation. The office that opens a call does not file
    /// under it, so that its officers decide about it only where they belong to it.
    public func decides(about organisation: OrganisationID) -> Bool {
        organisations.contains(organisation) || offices.contains { $0 != organisation }
    }
}
