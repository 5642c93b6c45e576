/// What a round makes of conflicts of interest between its judges and those who entered.
public struct ConflictRule: Equatable, Sendable {
    /// Judges say whether they have a conflict before they may read anything.
    public var asks: Bool
    /// A judge whose organisation lies in the filer's province is in conflict.
    public var sameProvince: Bool

    public init(asks: Bool = true, sameProvince: Bool = false) {
        self.asks = asks
        self.sameProvince = sameProvince
    }
}

/// What a round hides from its judges so that they do not learn who entered.
public struct Blinding: Equatable, Sendable {
    /// The questions whose answers say who entered.
    public var hides: [String]

    public init(hides: [String]) {
        self.hides = hides
    }
}

/// A conflict of interest that the record shows, so that nobody has to be asked.
public enum ConflictGround: String, CaseIterable, Codable, Sendable {
    /// The judge is in the organisation that filed, or began it.
    case ownOrganisation = "own-organisation"
    /// The judge was in the organisation that filed.
    case formerOrganisation = "former-organisation"
    /// The judge is in an organisation of the same province, where the round minds that.
    case sameProvince = "same-province"

    /// What an assignment is refused with.
    public var refusal: Refusal {
        switch self {
        case .ownOrganisation: .ownOrganisation
        case .formerOrganisation: .formerOrganisation
        case .sameProvince: .sameProvince
        }
    }
}

extension Submission {
    /// What the record shows between a judge and the submission; nil where it shows nothing.
    ///
    /// - Parameters:
    ///   - judge: with the organisations and provinces that count.
    ///   - province: of the organisation that filed.
    public func conflict(of judge: Actor, in round: Round, province: String?) -> ConflictGround? {
        if judge.hasStake(in: self) { return .ownOrganisation }
        if let organisation, judge.formerOrganisations.contains(organisation) { return .formerOrganisation }
        if round.conflicts.sameProvince, let province, judge.provinces.contains(province) {
            return .sameProvince
        }
        return nil
    }

    /// Whether the person has still to say in the round whether there is a conflict of interest. Who has
    /// begun or given a review has read what it is of.
    public func awaitsAnswer(of person: PersonID, in round: Round) -> Bool {
        guard round.conflicts.asks, let review = reviews[round.name]?[person] else { return false }
        return review.state == .assigned && review.cleared == nil
    }

    /// Whether the person judges in a round, and has said there, where asked, that there is no conflict.
    public func isOpen(to person: PersonID, of programme: Programme) -> Bool {
        !roundsOpen(to: person, of: programme).isEmpty
    }

    /// The rounds by which the person may read what is judged.
    public func roundsOpen(to person: PersonID, of programme: Programme) -> [Round] {
        programme.rounds.filter { round in
            reviews[round.name]?[person]?.isActive == true && !awaitsAnswer(of: person, in: round)
        }
    }
}

extension Programme {
    /// The roles of the actor's that show more than the actor is asked to judge.
    public func showsFilings(to actor: Actor) -> Bool {
        roles.contains { actor.roles.contains($0.name) && ($0.sees == .filed || $0.sees == .all) }
    }

    /// Whether who entered is hidden from the actor wherever the actor looks by a judge's role alone.
    public func blinds(_ actor: Actor) -> Bool {
        !showsFilings(to: actor) && rounds.contains { $0.blind != nil && actor.roles.contains($0.judges) }
    }

    /// The questions whose answers say who entered, in any round.
    public var identifying: Set<String> { Set(rounds.flatMap { $0.blind?.hides ?? [] }) }
}
