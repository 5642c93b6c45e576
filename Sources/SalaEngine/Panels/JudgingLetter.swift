/// A letter about judging that follows from an event of a submission, in the house's words: no programme
/// writes it.
public enum JudgingLetter: Equatable, Sendable {
    /// To a judge who is newly asked for a review; who is asked for many in one act gets one letter.
    case asked(judge: PersonID, round: String)
    /// To whoever has one of the roles: the submission has lost a judge and lacks so many.
    case judgesMissing(round: String, missing: Int, roles: [String])
}

extension Submission {
    /// The letters about judging that follow from an event that has just been folded in.
    ///
    /// - Parameter closed: the rounds in which nobody judges any more.
    public func judgingLetters(
        after event: SubmissionEvent, of programme: Programme, closedRounds closed: Set<String> = []
    ) -> [JudgingLetter] {
        switch event {
        case .assigned(let round, let judge), .assignedAgain(let round, let judge, _):
            return [.asked(judge: judge, round: round)]
        case .conflictDeclared(let name, _, _), .abstained(let name, _, _), .unassigned(let name, _, _),
            .roleTakenBack(let name, _, _):
            let active = reviews[name, default: [:]].values.count(where: \.isActive)
            let missing = (programme.round(name)?.reviews ?? 0) - active
            // What has left the round, or is decided, asks for nobody more.
            guard missing > 0, held == nil, !closed.contains(name),
                programme.workflow.stage(stage)?.round == name
            else { return [] }
            let roles = programme.roles.filter { $0.may.contains(.assignReviews) }.map(\.name)
            return [.judgesMissing(round: name, missing: missing, roles: roles)]
        default:
            return []
        }
    }
}
