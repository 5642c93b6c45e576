import SalaThai

extension Submission {
    /// What follows from a command, or why it is refused. Pure: the same input gives the same events.
    public func decide(_ command: Command, in situation: Situation) throws(Refusal) -> [SubmissionEvent] {
        switch command {
        case .answer(let page, let answers, let shown): try decideAnswer(page, answers, shown, situation)
        case .attach(let attachment, let shown): try decideAttach(attachment, shown, situation)
        case .detach(let id): try decideDetach(id, situation)
        case .setAside(let page, let typed): try decideSetAside(page, typed, situation)
        case .invite(let id, let address, let account): try decideInvite(id, address, account, situation)
        case .withdrawInvitation(let id): try decideWithdrawInvitation(id, situation)
        case .join(let id): try decideJoin(id, situation)
        case .part(let id): try decidePart(id, situation)
        case .act(let name, let input, let shown): try decideAct(name, input, shown, situation)
        case .takeBack: try decideTakeBack(situation)
        case .release: try decideRelease(situation)
        case .fallDue: try decideFallDue(situation)
        case .assign(let round, let judge): try decideAssign(round, judge, situation)
        case .assignAgain(let round, let judge, let reason):
            try decideAssignAgain(round, judge, reason, situation)
        case .askFurther(let round, let judge, let reason):
            try decideAskFurther(round, judge, reason, situation)
        case .reopen(let round, let judge, let reason):
            try decideReopen(round, judge, reason, situation)
        case .unassign(let round, let judge, let reason):
            try decideUnassign(round, judge, reason, situation)
        case .takeOff(let round, let judge, let role): try decideTakeOff(round, judge, role, situation)
        case .recuse(let round, let judge, let reason): try decideRecuse(round, judge, reason, situation)
        case .takeOffConflicted(let round, let judge):
            try decideTakeOffConflicted(round, judge, situation)
        case .denyConflict(let round, let words): try decideDeny(round, words, situation)
        case .declareConflict(let round, let reason, let words):
            try decideDeclare(round, reason, words, situation)
        case .abstain(let round, let reason):
            [.abstained(round: round, judge: try judge(of: round, situation), reason: try given(reason))]
        case .review(let round, let scoring, let shown):
            try decideReview(round, scoring, shown, situation)
        }
    }

    /// What follows from the commands, each taken where those before it have led: from all of them, or why
    /// from none. What is mistaken in several of them is told together.
    public func decide(_ commands: [Command], in situation: Situation) throws(Refusal) -> [SubmissionEvent] {
        let sifted = try sift(commands, in: situation)
        guard sifted.mistakes.isEmpty else { throw .mistaken(sifted.mistakes) }
        return sifted.events
    }

    /// The commands without those that are mistaken, with what is mistaken in these. What is no mistake is
    /// refused as ever.
    public func sift(_ commands: [Command], in situation: Situation) throws(Refusal) -> SiftedCommands {
        var submission = self
        var situation = situation
        var sifted = SiftedCommands()
        for command in commands {
            do throws(Refusal) {
                for event in try submission.decide(command, in: situation) {
                    submission.evolve(
                        Recorded(
                            sequence: submission.sequence + 1, at: situation.now,
                            actor: situation.actor.person, body: event))
                    if case .attached(let attachment) = event { situation.uploaded.count(attachment) }
                    sifted.events.append(event)
                }
                sifted.taken.append(command)
            } catch {
                guard case .mistaken(let found) = error else { throw error }
                sifted.mistakes += found
            }
        }
        return sifted
    }

    func demandWriting(_ situation: Situation) throws(Refusal) {
        guard situation.actor.writes(self) else { throw .notAllowed }
        guard situation.programme.workflow.stage(stage)?.isOpen == true else { throw .wrongStage(stage) }
    }

    private func decideAnswer(
        _ name: String, _ new: Answers, _ shown: ShownAnswers?, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        try demandWriting(situation)
        let form = situation.programme.form
        guard form.page(name) != nil else { throw .notFound }
        let merged = form.merging(
            new.filter { !$0.value.isEmpty }, page: name, into: answers, shown: shown, at: situation.now)
        guard merged.overtaken.isEmpty else {
            throw .mistaken(merged.overtaken.map { Mistake(question: $0, page: name, kind: .overtaken) })
        }
        guard merged.answers != answers else { return [] }
        let changed = form.calculating(merged.answers, at: situation.now)
        let set = changed.filter { $0.value != answers[$0.key] }
        let cleared = answers.keys.filter { changed[$0] == nil }.sorted()
        return set.isEmpty && cleared.isEmpty ? [] : [.answered(page: name, set: set, cleared: cleared)]
    }

    private func decideAttach(
        _ attachment: Attachment, _ shown: ShownAnswers?, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        try demandWriting(situation)
        let form = situation.programme.form
        guard let question = form.question(attachment.question),
            let page = form.pages.first(where: { $0.questions.contains { $0.name == question.name } })
        else { throw .notFound }
        let present = attachments.values.filter { $0.question == question.name && answers.names($0) }
            .sorted { $0.id < $1.id }
        let replaced = question.replacesFile ? present.map(\.id) : []
        let kind =
            question.mistake(in: attachment, besides: question.replacesFile ? [] : present)
            ?? question.overtaking(attachment, by: present, of: answers, shown: shown)
            ?? form.mistake(in: attachment, after: situation.uploaded)
        if let kind {
            throw .mistaken([Mistake(question: question.name, page: page.name, kind: kind)])
        }
        return replaced.map { .detached($0) } + [.attached(attachment)]
    }

    private func decideDetach(
        _ id: AttachmentID, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        try demandWriting(situation)
        guard let attachment = attachments[id], answers.names(attachment) else { throw .notFound }
        return [.detached(id)]
    }
}
