public import SalaThai

/// A call as far as it lets the people of its office say who belongs to the organisations that file under it.
public struct OfficeCall: Sendable {
    /// So long after its end a call still counts: until its entries are judged, corrected and awarded, the
    /// people who look after them change.
    public static let daysAfterClosing = 180

    public var office: OrganisationID
    public var state: Call.State
    /// Nil for a call that never closes.
    public var closes: Instant?
    public var programme: Programme

    public init(office: OrganisationID, state: Call.State, closes: Instant?, programme: Programme) {
        self.office = office
        self.state = state
        self.closes = closes
        self.programme = programme
    }

    /// The roles in the office whose holders decide about claims because of this call: those that
    /// `grant-roles`, of a programme under which organisations file, while the call is published and has not
    /// ended long ago.
    public func deciders(at now: Instant) -> Set<MembershipRole> {
        guard state == .published, programme.filing.by == .organisation else { return [] }
        if let closes, closes < OfficeCall.earliestEnd(at: now) { return [] }
        let granting = programme.roles.filter { $0.may.contains(.grantRoles) }
        return programme.membershipRoles.intersection(granting.map { MembershipRole(rawValue: $0.name) })
    }

    /// The end before which a call no longer counts.
    public static func earliestEnd(at now: Instant) -> Instant {
        now.adding(seconds: Int64(-daysAfterClosing) * 86_400)
    }
}
