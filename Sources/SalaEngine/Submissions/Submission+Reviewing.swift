extension Submission {
    /// The review that the actor is asked for in the round, however far it is; refuses who is not asked, or
    /// no more.
    public func review(_ round: String, askedOf actor: Actor) throws(Refusal) -> Review {
        guard let person = actor.person, let review = reviews[round]?[person] else { throw .notAssigned }
        if let refusal = review.state.refusal { throw refusal }
        return review
    }

    /// Whether the actor's review may still be written.
    public func mayReview(_ round: String, in situation: Situation) -> Bool {
        (try? judging(round, situation)) != nil
    }

    /// The person whose review in the round may still be written: the round's stage is now, nothing is
    /// decided in the round, here or about another submission, and the person has said that there is no
    /// conflict of interest.
    func judging(_ round: String, _ situation: Situation) throws(Refusal) -> PersonID {
        let person = try judge(of: round, situation)
        if let definition = situation.programme.round(round), awaitsAnswer(of: person, in: definition) {
            throw .conflictUnanswered
        }
        return person
    }

    /// The same of who may not have said that yet.
    func judge(of round: String, _ situation: Situation) throws(Refusal) -> PersonID {
        _ = try review(round, askedOf: situation.actor)
        guard let definition = situation.programme.round(round),
            situation.actor.roles.contains(definition.judges)
        else { throw .notAllowed }
        guard situation.programme.workflow.stage(stage)?.round == round else { throw .wrongStage(stage) }
        guard held == nil, !situation.closedRounds.contains(round) else { throw .scoringClosed }
        guard let person = situation.actor.person else { throw .notAssigned }
        return person
    }

    func decideAssign(_ round: String, _ judge: Actor, _ situation: Situation) throws(Refusal)
        -> [SubmissionEvent]
    {
        let person = try self.judge(judge, askedFor: round, situation)
        let state = reviews[round]?[person]?.state
        // Only with a reason is anybody asked anew who has declared something.
        if let state, state.needsReason, let refusal = state.refusal { throw refusal }
        guard state?.isActive != true else { throw .alreadyDone }
        return [.assigned(round: round, judge: person)]
    }

    /// Who declared a conflict or abstained may have done so by mistake: one who assigns sets it aside.
    func decideAssignAgain(
        _ round: String, _ judge: Actor, _ reason: String, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        let person = try self.judge(judge, askedFor: round, situation)
        let review = reviews[round]?[person]
        guard review?.isActive != true else { throw .alreadyDone }
        guard review?.state.needsReason == true else { throw .notAssigned }
        return [.assignedAgain(round: round, judge: person, reason: try given(reason))]
    }

    /// The judge, when the actor may ask that judge for a review in the round now.
    ///
    /// - Parameter isFurther: who leads the round may ask as well.
    func judge(
        _ judge: Actor, askedFor round: String, isFurther: Bool = false, _ situation: Situation
    ) throws(Refusal) -> PersonID {
        guard
            situation.actor.may(.assignReviews, in: situation.programme)
                || isFurther && situation.actor.leads(round, in: situation.programme)
        else { throw .notAllowed }
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        guard let definition = situation.programme.round(round) else { throw .notFound }
        guard situation.programme.workflow.stage(stage)?.round == round else { throw .wrongStage(stage) }
        guard held == nil else { throw .alreadyHeld }
        guard !situation.closedRounds.contains(round) else { throw .scoringClosed }
        guard let person = judge.person, judge.roles.contains(definition.judges) else {
            throw .unfit("judge")
        }
        if let ground = conflict(of: judge, in: definition, province: situation.province) {
            throw ground.refusal
        }
        if definition.blind != nil, situation.programme.showsFilings(to: judge) { throw .knowsEntrants }
        return person
    }

    func decideUnassign(
        _ round: String, _ judge: PersonID, _ reason: String, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.may(.assignReviews, in: situation.programme) else { throw .notAllowed }
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        guard reviews[round]?[judge]?.isActive == true else { throw .notAssigned }
        guard held == nil else { throw .alreadyHeld }
        guard !situation.closedRounds.contains(round) else { throw .scoringClosed }
        return [.unassigned(round: round, judge: judge, reason: try given(reason))]
    }

    /// Also where a decision is held: were it taken back, somebody who is no judge would count as one.
    func decideTakeOff(
        _ round: String, _ judge: PersonID, _ role: String, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.may(.grantRoles, in: situation.programme) else { throw .notAllowed }
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        guard let review = reviews[round]?[judge], review.isActive, review.state != .final,
            situation.programme.round(round)?.judges == role
        else { throw .notAssigned }
        return [.roleTakenBack(round: round, judge: judge, role: role)]
    }

    func decideReview(
        _ round: String, _ scoring: Scoring, _ shown: ShownReview?, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        let judge = try judging(round, situation)
        guard let definition = situation.programme.round(round) else { throw .notFound }
        let review = reviews[round]?[judge] ?? Review(state: .assigned)
        try shown?.demand(review, before: scoring)
        if review.state == .final, !scoring.isFinal { throw .alreadyDone }
        let mistakes = definition.mistakes(in: scoring)
        guard mistakes.isEmpty else { throw .mistaken(mistakes) }
        return [.reviewed(round: round, judge: judge, scoring)]
    }

    /// What a judge has written and not handed in, as it may be kept beside the review: levels that there
    /// are, and the comments whatever their length. Nil when the review says the same already; refuses who
    /// may not write the review now, and with `overtaken` where the review is another than was shown.
    public func draft(
        of round: String, _ scoring: Scoring, shown: ShownReview? = nil, in situation: Situation
    ) throws(Refusal) -> Scoring? {
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        let judge = try judging(round, situation)
        guard let definition = situation.programme.round(round) else { throw .notFound }
        var draft = scoring
        draft.isFinal = false
        draft.scores = scoring.scores.filter { name, level in
            definition.criterion(name)?.levels.contains(level) == true
        }
        let review = reviews[round]?[judge] ?? Review(state: .assigned)
        try shown?.demand(review, before: scoring)
        return draft.says(review) ? nil : draft
    }

    /// How long the reason of who does not review, or is taken off, may be, in UTF-16 code units, which is
    /// what browsers count.
    public static let maximumReason = Call.maximumReason

    /// The reason, which must not be empty: the committee and an auditor will ask for it.
    func given(_ reason: String) throws(Refusal) -> String {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .unfit("reason") }
        guard reason.utf16.count <= Submission.maximumReason else {
            throw .mistaken([
                Mistake(question: "reason", page: "reason", kind: .tooLong(Submission.maximumReason))
            ])
        }
        return reason
    }
}

extension Round {
    /// The name under which a mistake speaks of the comment to the committee.
    public static let committeeComment = "comment-to-committee"
    /// The name under which a mistake speaks of the comment to the filer.
    public static let filerComment = "comment-to-filer"

    /// What must be mended before the scoring can be kept, or given when it is final.
    func mistakes(in scoring: Scoring) -> [Mistake] {
        var mistakes: [Mistake] = []
        func add(_ question: String, _ kind: Mistake.Kind) {
            mistakes.append(Mistake(question: question, page: name, kind: kind))
        }
        for criterion in criteria {
            if let level = scoring.scores[criterion.name] {
                if !criterion.levels.contains(level) { add(criterion.name, .notAChoice) }
            } else if scoring.isFinal {
                add(criterion.name, .missing)
            }
        }
        for unknown in scoring.scores.keys.filter({ criterion($0) == nil }).sorted() {
            add(unknown, .notAChoice)
        }
        let comments = [
            (Round.committeeComment, commentToCommittee, scoring.commentToCommittee),
            (Round.filerComment, commentToFiler, scoring.commentToFiler),
        ]
        for (question, requirement, text) in comments {
            if scoring.isFinal, requirement == .required, text.isEmpty { add(question, .missing) }
            if text.utf16.count > 5000 { add(question, .tooLong(5000)) }
        }
        return mistakes
    }
}
