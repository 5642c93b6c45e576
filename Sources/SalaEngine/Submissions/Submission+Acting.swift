import SalaThai

extension Submission {
    /// Whether the action could be taken now by that role and in that stage, its input aside. Pages offer
    /// what this gives.
    public func mayAct(_ action: Action, in situation: Situation) -> Bool {
        (try? demandActing(action, situation)) != nil
    }

    /// The round of judging that the command, were it taken, would bring the submission into from outside.
    public func round(enteredBy command: Command, in workflow: Workflow) -> String? {
        let name: String? =
            switch command {
            case .act(let name, _, _): name
            case .fallDue: workflow.stage(stage)?.clock?.action
            default: nil
            }
        return name.flatMap(workflow.action).flatMap { round(enteredBy: $0, in: workflow) }
    }

    private func round(enteredBy action: Action, in workflow: Workflow) -> String? {
        let round = workflow.stage(action.to)?.round
        return round == workflow.stage(stage)?.round ? nil : round
    }

    func decideAct(
        _ name: String, _ input: Answers, _ shown: String?, _ situation: Situation
    ) throws(Refusal) -> [SubmissionEvent] {
        guard let action = situation.programme.workflow.action(name) else { throw .notFound }
        try demandActing(action, situation)
        if let round = round(enteredBy: action, in: situation.programme.workflow) {
            // Nobody could be asked to judge it there any more.
            guard !situation.closedRounds.contains(round) else { throw .roundClosed }
        }
        if action.files, let shown {
            guard shown == situation.programme.form.stamp(of: answers) else { throw .entryChanged }
        }
        if let asks = action.asks {
            let mistakes = asks.mistakes(in: input, at: situation.now)
            guard mistakes.isEmpty else { throw .mistaken(mistakes) }
        }
        for condition in action.when {
            try demand(condition, situation)
        }
        let kept = action.asks?.pruned(input, at: situation.now) ?? [:]
        guard !action.isHeld else { return [.held(action: name, input: kept)] }
        return [.acted(moved(by: action, kept, wasHeld: false, situation))]
    }

    private func demandActing(_ action: Action, _ situation: Situation) throws(Refusal) {
        let programme = situation.programme
        let actor = situation.actor
        let files = action.files && programme.filing.colleagues.mayFile && actor.writes(self)
        let byFiling = programme.roles.contains { $0.granting == .filing && action.by.contains($0.name) }
        guard files && byFiling || !actor.roles(towards: self, of: programme).isDisjoint(with: action.by)
        else { throw .notAllowed }
        guard action.from.contains(stage) else { throw .wrongStage(stage) }
        // Nobody decides on what is one's own, whatever other office one holds.
        guard byFiling && (actor.owns(self) || files) || !actor.hasStake(in: self) else {
            throw .ownOrganisation
        }
        if action.isHeld {
            guard actor.may(.select, in: programme) else { throw .notAllowed }
            guard held == nil else { throw .alreadyHeld }
            // What is still to come could not be judged beside the rest any more.
            let isJudged = programme.workflow.stage(stage)?.round != nil
            guard !isJudged || situation.call.period.closes != nil else { throw .callWithoutEnd }
        }
    }

    private func demand(_ condition: Guard, _ situation: Situation) throws(Refusal) {
        switch condition {
        case .windowOpen:
            try situation.demandOpenWindow(for: entrant)
        case .formComplete:
            let mistakes = situation.programme.form.mistakes(in: answers, at: situation.now)
            guard mistakes.isEmpty else { throw .incomplete(mistakes) }
        case .beforeDue:
            if let due, situation.now > due { throw .pastDue(due) }
        case .reviewsComplete:
            guard let name = situation.programme.workflow.stage(stage)?.round,
                let round = situation.programme.round(name)
            else { return }
            let given = reviews[name, default: [:]].values.filter { $0.state == .final }.count
            guard given >= round.reviews else { throw .reviewsMissing(wanted: round.reviews, given: given) }
        }
    }

    func moved(
        by action: Action, _ input: Answers, wasHeld: Bool, _ situation: Situation
    ) -> SubmissionEvent.Acted {
        let target = situation.programme.workflow.stage(action.to)
        return SubmissionEvent.Acted(
            action: action.name, from: stage, to: action.to, input: input,
            due: target?.clock?.due(after: situation.now, input: input, calendar: situation.calendar),
            number: action.files && number == nil ? situation.newNumber : nil, files: action.files,
            answers: action.files ? situation.programme.form.pruned(answers, at: situation.now) : nil,
            wasHeld: wasHeld)
    }

    func decideTakeBack(_ situation: Situation) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.may(.select, in: situation.programme) else { throw .notAllowed }
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        guard let held else { throw .nothingHeld }
        return [.takenBack(action: held.action)]
    }

    func decideRelease(_ situation: Situation) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.may(.release, in: situation.programme) else { throw .notAllowed }
        guard !situation.actor.hasStake(in: self) else { throw .ownOrganisation }
        guard let held else { throw .nothingHeld }
        guard let action = situation.programme.workflow.action(held.action) else { throw .notFound }
        guard action.from.contains(stage) else { throw .wrongStage(stage) }
        return [.acted(moved(by: action, held.input, wasHeld: true, situation))]
    }

    func decideFallDue(_ situation: Situation) throws(Refusal) -> [SubmissionEvent] {
        guard situation.actor.roles.contains(Action.clockRole) else { throw .notAllowed }
        guard let clock = situation.programme.workflow.stage(stage)?.clock, let due, !dueHandled,
            situation.now > due
        else { throw .alreadyDone }
        if let clockRefusal {
            guard let again = clockRefusal.again, situation.now >= again else { throw .alreadyDone }
        }
        switch clock.then {
        case .remind: return [.reminded]
        case .action(let name):
            do throws(Refusal) {
                return try decideAct(name, [:], nil, situation)
            } catch {
                // Nobody stands by to be told: what keeps the clock from acting is kept for those who can
                // mend it.
                return [.clockRefused(ClockRefusal(of: name, error, after: clockRefusal, at: situation.now))]
            }
        }
    }
}

extension Clock {
    /// The action that is taken when the time is over, if one is.
    fileprivate var action: String? {
        if case .action(let name) = then { name } else { nil }
    }

    /// The last instant of the time a stage may take, when it is reached now by an action with that input.
    func due(after now: Instant, input: Answers, calendar: WorkingCalendar) -> Instant? {
        switch within {
        case .workingDays(let days):
            calendar.adding(workingDays: days, to: now.localDate).endOfDay
        case .untilAnswer(let question):
            input[question].flatMap { LocalDate(iso: $0.string) }?.endOfDay
        }
    }
}

extension Situation {
    /// The number of the next filing, such as `DL-2564-0001`.
    var newNumber: String { programme.filing.number(nextNumber, in: call) }
}

extension Filing {
    /// The number of that filing under the call, such as `DL-2564-0001`, or `DL-2564-2-0001` under the second
    /// call of the year: where the numbering has the year, no other call that its office published of the
    /// programme since calls are counted gives the same. A call of another office may.
    public func number(_ number: Int, in call: Call) -> String {
        let year = String(call.period.opens.localDate.year + 543)
        let series = call.series ?? 1
        return
            numbering
            .replacing("{year}", with: series > 1 ? "\(year)-\(series)" : year)
            .replacing("{number}", with: Digits.padded(number, to: 4))
    }

    /// Whether its numbers tell the calls of one office and year apart.
    public var tellsCallsApart: Bool { numbering.contains("{year}") }
}
