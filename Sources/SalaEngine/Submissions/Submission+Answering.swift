extension Submission {
    func decideDeny(
        _ round: String, _ words: String, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        let person = try judge(of: round, situation)
        guard let definition = situation.programme.round(round), awaitsAnswer(of: person, in: definition)
        else { throw .alreadyDone }
        return [.conflictDenied(round: round, judge: person, words: words)]
    }

    func decideDeclare(
        _ round: String, _ reason: String, _ words: String?, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        let person = try judge(of: round, situation)
        return [
            .conflictDeclared(round: round, judge: person, reason: try given(reason), words: words)
        ]
    }

    func decideRecuse(
        _ round: String, _ judge: PersonID, _ reason: String, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard situation.programme.round(round) != nil else { throw .notFound }
        guard situation.actor.asksFurther(round, in: situation.programme) else { throw .notAllowed }
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        guard reviews[round]?[judge]?.isActive == true else { throw .notAssigned }
        guard held == nil else { throw .alreadyHeld }
        guard !situation.closedRounds.contains(round) else { throw .scoringClosed }
        return [.recused(round: round, judge: judge, reason: try given(reason))]
    }

    /// What was given stays once anything is decided: it was given before there was a conflict. What is not
    /// given goes even then: were the decision taken back, somebody in conflict would count as a judge.
    func decideTakeOffConflicted(
        _ round: String, _ judge: Actor, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor == .clock else { throw .notAllowed }
        guard let definition = situation.programme.round(round), let person = judge.person,
            let review = reviews[round]?[person], review.isActive,
            let ground = conflict(of: judge, in: definition, province: situation.province)
        else { throw .notAssigned }
        let isDecided =
            held != nil || situation.closedRounds.contains(round)
            || situation.programme.workflow.stage(stage)?.round != round
        guard review.state != .final || !isDecided else { throw .scoringClosed }
        return [.conflictFound(round: round, judge: person, ground: ground)]
    }
}
