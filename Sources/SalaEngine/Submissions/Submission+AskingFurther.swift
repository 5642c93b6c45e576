extension Actor {
    /// Whether the person leads the round: has the role that the round names as its chair.
    public func leads(_ round: String, in programme: Programme) -> Bool {
        programme.round(round)?.chair.map(roles.contains) ?? false
    }

    /// Whether the person reads the chair's page of the round and asks for further reviews there.
    public func asksFurther(_ round: String, in programme: Programme) -> Bool {
        may(.assignReviews, in: programme) || leads(round, in: programme)
    }
}

extension Submission {
    /// One more judge, after scores are known: with a reason, and only where somebody has given a review.
    func decideAskFurther(
        _ round: String, _ judge: Actor, _ reason: String, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        let person = try self.judge(judge, askedFor: round, isFurther: true, situation)
        let review = reviews[round]?[person]
        if let state = review?.state {
            if state.isActive { throw .alreadyDone }
            // Who left the review, or was taken off it, is not asked in passing.
            throw state.refusal ?? .notAssigned
        }
        guard reviews[round, default: [:]].values.contains(where: { $0.state == .final }) else {
            throw .reviewsMissing(wanted: 1, given: 0)
        }
        return [.furtherAsked(round: round, judge: person, reason: try given(reason))]
    }

    /// A review that was given may be changed again, until a decision closes the round.
    func decideReopen(
        _ round: String, _ judge: Actor, _ reason: String, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.asksFurther(round, in: situation.programme) else { throw .notAllowed }
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        guard let person = judge.person, let review = reviews[round]?[person], review.isActive else {
            throw .notAssigned
        }
        guard situation.programme.workflow.stage(stage)?.round == round else { throw .wrongStage(stage) }
        guard held == nil, !situation.closedRounds.contains(round) else { throw .scoringClosed }
        guard review.state == .final else { throw .alreadyDone }
        // Nobody else could give it again.
        guard situation.programme.round(round).map({ judge.roles.contains($0.judges) }) == true else {
            throw .unfit("judge")
        }
        return [.reopened(round: round, judge: person, reason: try given(reason))]
    }
}
