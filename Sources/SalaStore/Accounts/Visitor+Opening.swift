public import SalaEngine

extension Visitor {
    /// The organisations in whose name the person may open a call of the programme, without one twice.
    public func offices(opening programme: Programme) -> [OrganisationID] {
        let offices = memberships.filter { membership in
            let role = programme.role(membership.role.rawValue)
            return role?.granting == .organisation && role?.may.contains(.manageCall) == true
        }.map(\.organisation)
        return offices.enumerated().filter { offices.firstIndex(of: $1) == $0 }.map(\.element)
    }
}
