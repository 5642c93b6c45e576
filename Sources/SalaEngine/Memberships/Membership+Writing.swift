/// A letter that follows from what happened to a membership.
public enum MembershipLetter: Equatable, Sendable {
    /// To the person: the claim has come in and waits.
    case claimReceived
    /// To those who may decide: a claim waits for them.
    case claimWaits
    /// To the person.
    case approved
    /// To the person, with the reason.
    case refused(reason: String)
    /// To the person, whom somebody else took out of the organisation, with the reason.
    case ended(reason: String)
}

extension Membership {
    /// The letters that follow from an event that has just been folded in.
    public func letters(after event: Recorded<MembershipEvent>) -> [MembershipLetter] {
        switch event.body {
        case .claimed: approversToldAt == event.at ? [.claimReceived, .claimWaits] : [.claimReceived]
        case .approved: [.approved]
        case .refused(let reason): [.refused(reason: reason)]
        case .ended(let reason): event.actor == person ? [] : [.ended(reason: reason)]
        case .carriedOver, .withdrawn, .granted: []
        }
    }
}
