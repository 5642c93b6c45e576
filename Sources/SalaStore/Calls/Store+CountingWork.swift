import SalaDatabase
public import SalaEngine

/// What waits for a person in one call.
public struct WaitingWork: Equatable, Sendable {
    /// Reviews that the person is asked for and has not given.
    public var reviews = 0
    /// Filed submissions by the stage they rest in, where a role of the person's may move them from there;
    /// the person's own are not among them.
    public var stages: [String: Int] = [:]
    /// What waits in the rounds of judging that the person runs, by round.
    public var rounds: [String: WaitingRound] = [:]
    /// Decisions that wait for their release, by held action, where the person may release; those on the
    /// person's own are not among them.
    public var held: [String: Int] = [:]

    public init() {}

    /// Filed submissions that a role of the person's may move.
    public var decisions: Int { stages.values.reduce(0, +) }
}

/// What waits in a round of judging; the person's own are not among it.
public struct WaitingRound: Equatable, Sendable {
    /// Submissions that lack judges, where the person assigns them.
    public var short: Int
    /// Submissions that nothing is decided about, once all of the round have their reviews, where the person
    /// selects.
    public var reviewed: Int
    /// Submissions that lack reviews while others have all of theirs, where the person selects.
    public var awaited: Int

    public init(short: Int = 0, reviewed: Int = 0, awaited: Int = 0) {
        self.short = short
        self.reviewed = reviewed
        self.awaited = awaited
    }
}

extension Store {
    /// What waits for the person in each of the person's calls.
    public func waitingWork(in views: [CallView], of person: PersonID) async throws -> [CallID: WaitingWork] {
        guard let actor = views.first?.actor else { return [:] }
        return try await database.read { connection in
            let calls = views.map(\.call.id)
            let resting = try resting(in: calls, actor, connection)
            let judged = try judged(in: views.filter(\.runsRounds), actor, connection)
            let held = try held(
                in: views.filter { $0.actor.may(.release, in: $0.programme) }.map(\.call.id), actor,
                connection)
            let reviews = try connection.rows(
                """
                select review.call_id, review.round, submission.stage, count(*) as count
                from review join submission on submission.call_id = review.call_id
                    and submission.id = review.submission_id
                where review.judge_id = \(person) and review.call_id in \(list: calls)
                    and review.state in \(Review.State.open)
                group by review.call_id, review.round, submission.stage
                """)
            let open = Dictionary(grouping: reviews) { try? $0.id("call_id") as CallID }
            var work: [CallID: WaitingWork] = [:]
            for view in views {
                var waiting = WaitingWork()
                let stages = resting[view.call.id] ?? [:]
                let moved = view.programme.stages(movedBy: view.actor)
                waiting.stages = stages.filter { moved.contains($0.key) && $0.value.waiting > 0 }
                    .mapValues(\.waiting)
                waiting.rounds = view.waitingRounds(stages, judged[view.call.id] ?? [])
                waiting.held = held[view.call.id] ?? [:]
                waiting.reviews = try (open[view.call.id] ?? []).filter {
                    try view.isJudged($0.get("round"), at: $0.get("stage"), stages)
                }.reduce(0) { try $0 + $1.get("count") }
                work[view.call.id] = waiting
            }
            return work
        }
    }

    /// How many submissions rest in each stage of each call.
    private func resting(
        in calls: [CallID], _ actor: Actor, _ connection: Connection
    ) throws -> [CallID: [String: Resting]] {
        // What is pending moves only when it is released, and one's own is for others to move.
        let rows = try connection.rows(
            """
            select call_id, stage, sum(waiting) as waiting, sum(filed) as filed, sum(pending) as pending
            from (
                select call_id, stage, count as waiting, count as filed, 0 as pending from filed_count
                where call_id in \(list: calls) and name = ''
                union all
                select call_id, stage, -count(*) as waiting, 0 as filed, count(*) as pending from submission
                where call_id in \(list: calls) and held is not null group by call_id, stage
                union all
                select call_id, stage, -1 as waiting, 0 as filed, 0 as pending from submission
                where call_id in \(list: calls) and filed_at is not null and held is null
                    and (\(Scope.stake(of: actor)))
            ) as counted
            group by call_id, stage
            """)
        return try rows.reduce(into: [:]) { calls, row in
            calls[try row.id("call_id"), default: [:]][try row.get("stage")] = Resting(
                waiting: try row.get("waiting"), filed: try row.get("filed"), held: try row.get("pending"))
        }
    }

    /// How many submissions nothing is decided about have so many reviews.
    private func judged(
        in views: [CallView], _ actor: Actor, _ connection: Connection
    ) throws -> [CallID: [Judged]] {
        guard !views.isEmpty else { return [:] }
        let stages = Set(
            views.flatMap { $0.programme.workflow.stages.filter { $0.round != nil }.map(\.name) })
        let rows = try connection.rows(
            """
            select call_id, stage, round, active, given, count(*) as count from (
                select submission.call_id, submission.stage, review.round, count(*) as active,
                    sum(case when review.state = 'final' then 1 else 0 end) as given
                from submission join review on review.call_id = submission.call_id
                    and review.submission_id = submission.id
                where submission.call_id in \(list: views.map(\.call.id))
                    and submission.stage in \(list: stages.sorted()) and submission.held is null
                    and review.state in \(Review.State.active) and \(Scope.foreign(to: actor))
                group by submission.call_id, submission.id, submission.stage, review.round
            ) as entry
            group by call_id, stage, round, active, given
            """)
        return try rows.reduce(into: [:]) { calls, row in
            calls[try row.id("call_id"), default: []].append(
                Judged(
                    stage: try row.get("stage"), round: try row.get("round"), active: try row.get("active"),
                    given: try row.get("given"), count: try row.get("count")))
        }
    }

    /// How many decisions of each kind are held, but for those on the person's own.
    private func held(
        in calls: [CallID], _ actor: Actor, _ connection: Connection
    ) throws -> [CallID: [String: Int]] {
        guard !calls.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            select call_id, held, count(*) as count from submission
            where call_id in \(list: calls) and held is not null and \(Scope.foreign(to: actor))
            group by call_id, held
            """)
        return try rows.reduce(into: [:]) { calls, row in
            calls[try row.id("call_id"), default: [:]][try row.get("held")] = try row.get("count")
        }
    }
}

/// Submissions of one stage.
private struct Resting {
    /// Without those that are held, and the person's own.
    let waiting: Int
    let filed: Int
    /// The person's own among them: what is decided about one closes the round for all.
    let held: Int
}

/// Submissions of one stage with so many reviews in a round.
private struct Judged {
    let stage: String
    let round: String
    /// Open or given.
    let active: Int
    let given: Int
    let count: Int
}

extension CallView {
    private var seesFilings: Bool { Scope(self).seesFilings }
    private var assigns: Bool { seesFilings && actor.may(.assignReviews, in: programme) }
    private var selects: Bool {
        seesFilings && actor.may(.select, in: programme) && actor.may(.readReviews, in: programme)
    }

    /// The person assigns judges, or selects by what they said.
    fileprivate var runsRounds: Bool { assigns || selects }

    /// What the person has to do in each round; a round in which nothing waits is absent.
    fileprivate func waitingRounds(_ stages: [String: Resting], _ judged: [Judged]) -> [String: WaitingRound]
    {
        func filed(in names: Set<String>) -> Int { stages.counting(\.filed, in: names) }
        var rounds: [String: WaitingRound] = [:]
        for round in runsRounds ? programme.rounds : [] {
            let own = programme.workflow.stages(of: round.name)
            let judged = judged.filter { $0.round == round.name && own.contains($0.stage) }
            let resting = own.compactMap { stages[$0]?.waiting }.reduce(0, +)
            let staffed = judged.filter { $0.active >= round.reviews }.map(\.count).reduce(0, +)
            let reviewed = judged.filter { $0.given >= round.reviews }.map(\.count).reduce(0, +)
            let isUndecided =
                stages.counting(\.held, in: Set(own)) == 0 && isUndecided(round, resting: filed)
            let waiting = WaitingRound(
                short: assigns && isUndecided ? max(0, resting - staffed) : 0,
                reviewed: selects && reviewed == resting && isUndecided ? reviewed : 0,
                awaited: selects && reviewed > 0 && isUndecided ? max(0, resting - reviewed) : 0)
            if waiting != WaitingRound() { rounds[round.name] = waiting }
        }
        return rounds
    }
}

extension CallView {
    /// Whether reviews in the round are still to be given of what rests in that stage.
    fileprivate func isJudged(_ name: String, at stage: String, _ stages: [String: Resting]) -> Bool {
        guard let round = programme.round(name) else { return false }
        let own = programme.workflow.stages(of: name)
        return own.contains(stage) && stages.counting(\.held, in: Set(own)) == 0
            && stages.counting(\.filed, in: programme.stages(decidedIn: round)) == 0
    }
}

extension [String: Resting] {
    fileprivate func counting(_ count: (Resting) -> Int, in names: Set<String>) -> Int {
        names.compactMap { self[$0].map(count) }.reduce(0, +)
    }
}

extension Programme {
    /// The stages from which a role of the actor's that sees what has been filed is to move submissions. In
    /// an open stage it may, but it is the filer's turn.
    func stages(movedBy actor: Actor) -> Set<String> {
        let seeing = roles.filter { $0.sees == .filed || $0.sees == .all }.map(\.name)
        let acting = actor.roles.intersection(seeing)
        let open = workflow.stages.filter(\.isOpen).map(\.name)
        return Set(
            workflow.actions.filter { !$0.isHeld && !acting.isDisjoint(with: $0.by) }.flatMap(\.from)
        ).subtracting(open)
    }
}
