extension SubmissionEvent {
    /// The judge whose review the event is about; nil where it is about none.
    public var judge: PersonID? {
        switch self {
        case .assigned(_, let judge), .assignedAgain(_, let judge, _), .furtherAsked(_, let judge, _),
            .reopened(_, let judge, _), .unassigned(_, let judge, _), .roleTakenBack(_, let judge, _),
            .conflictDenied(_, let judge, _), .conflictDeclared(_, let judge, _, _),
            .recused(_, let judge, _), .conflictFound(_, let judge, _), .abstained(_, let judge, _),
            .reviewed(_, let judge, _):
            judge
        case .started, .answered, .attached, .detached, .setAside, .invited, .invitationWithdrawn, .joined,
            .parted, .acted, .held, .takenBack, .reminded, .clockRefused:
            nil
        }
    }
}
