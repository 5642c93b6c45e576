/// A letter about judging that follows from an event of a submission, in the house's words: no programme
/// writes it.
public enum JudgingLetter: Equatable, Sendable {
    /// To a judge who is newly asked for a review; who is asked for many in one act gets one letter.
    case asked(judge: PersonID, round: String)
    /// To a judge whose review was opened again, with the reason.
    case reopened(judge: PersonID, round: String, reason: String)
    /// To a judge who was taken off because of a conflict of interest that somebody else found.
    case takenOff(judge: PersonID, round: String, ground: ConflictGround?)
    /// To whoever has one of the roles: the record showed a conflict of a judge, who was taken off.
    case conflictFound(judge: PersonID, round: String, ground: ConflictGround, roles: [String])
    /// To whoever has one of the roles: the submission has lost a judge, or its decision was taken back, and
    /// lacks so many.
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
        case .assigned(let round, let judge), .assignedAgain(let round, let judge, _),
            .furtherAsked(let round, let judge, _):
            return [.asked(judge: judge, round: round)]
        case .reopened(let round, let judge, let reason):
            return [.reopened(judge: judge, round: round, reason: reason)]
        case .recused(let name, let judge, _):
            let missing = closed.contains(name) ? [] : judgesMissing(in: name, of: programme)
            return [.takenOff(judge: judge, round: name, ground: nil)] + missing
        case .conflictFound(let name, let judge, let ground):
            let missing = closed.contains(name) ? [] : judgesMissing(in: name, of: programme)
            let roles = programme.roles.filter { $0.may.contains(.assignReviews) }.map(\.name)
            return [
                .takenOff(judge: judge, round: name, ground: ground),
                .conflictFound(judge: judge, round: name, ground: ground, roles: roles),
            ] + missing
        case .conflictDeclared(let name, _, _, _), .abstained(let name, _, _), .unassigned(let name, _, _),
            .roleTakenBack(let name, _, _):
            return closed.contains(name) ? [] : judgesMissing(in: name, of: programme)
        case .takenBack:
            // Who lost the role while the decision was pending was asked for by nobody then. Decisions of a
            // round are taken back together: that others still wait to be, closes nothing here.
            guard let round = programme.workflow.stage(stage)?.round,
                reviews[round, default: [:]].values.contains(where: { $0.lostRole != nil })
            else { return [] }
            return judgesMissing(in: round, of: programme)
        default:
            return []
        }
    }

    private func judgesMissing(in name: String, of programme: Programme) -> [JudgingLetter] {
        let active = reviews[name, default: [:]].values.count(where: \.isActive)
        let missing = (programme.round(name)?.reviews ?? 0) - active
        // What has left the round, or is decided, asks for nobody more.
        guard missing > 0, held == nil, programme.workflow.stage(stage)?.round == name else { return [] }
        let roles = programme.roles.filter { $0.may.contains(.assignReviews) }.map(\.name)
        return [.judgesMissing(round: name, missing: missing, roles: roles)]
    }
}
