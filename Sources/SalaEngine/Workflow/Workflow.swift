/// The graph that submissions walk: stages where they rest, actions that move them.
public struct Workflow: Sendable {
    /// In the order of the file; a submission starts in the first.
    public var stages: [Stage]
    public var actions: [Action]

    public init(stages: [Stage], actions: [Action]) {
        self.stages = stages
        self.actions = actions
    }

    public var first: Stage { stages[0] }
    /// The stage of that name.
    public func stage(_ name: String) -> Stage? { stages.first { $0.name == name } }
    /// The action of that name.
    public func action(_ name: String) -> Action? { actions.first { $0.name == name } }
    /// What may be done in that stage, in the order of the file.
    public func actions(from stage: String) -> [Action] { actions.filter { $0.from.contains(stage) } }

    /// Whether nobody can do anything that leads on once the action is done. What is held can be taken back
    /// until it is released.
    public func ends(with action: Action) -> Bool {
        !action.isHeld && actions(from: action.to).allSatisfy { $0.stays(in: action.to) }
    }

    /// Whether no action leads back to where the action is taken. Filing is none that a filer would undo so.
    public func leavesForGood(with action: Action) -> Bool {
        guard !action.isHeld, !action.files else { return false }
        return reached(from: [action.to], by: actions).isDisjoint(with: action.from)
    }

    /// The names of the stages in which that round of judging happens, in the order of the file.
    public func stages(of round: String) -> [String] {
        stages.filter { $0.round == round }.map(\.name)
    }

    /// The stages that one of the actions leads to, and all that can be reached from there.
    public func stages(beyond names: [String]) -> Set<String> {
        reached(from: names.compactMap { action($0)?.to }, by: actions)
    }

    /// The stages that can be reached though none of those actions is ever taken.
    public func stages(without names: [String]) -> Set<String> {
        reached(from: [first.name], by: actions.filter { !names.contains($0.name) })
    }

    private func reached(from stages: [String], by actions: [Action]) -> Set<String> {
        var waiting = stages
        var reached: Set<String> = []
        while let stage = waiting.popLast() {
            guard reached.insert(stage).inserted else { continue }
            waiting += actions.filter { $0.from.contains(stage) }.map(\.to)
        }
        return reached
    }
}

/// Where a submission rests.
public struct Stage: Equatable, Sendable {
    public var name: String
    /// The filer may change the answers here.
    public var isOpen: Bool
    /// Nothing is expected to happen any more.
    public var isFinal: Bool
    /// The submission stands in the public register here.
    public var isPublic: Bool
    /// What rests here was taken back by its filer, and counts no more against the limit of filings.
    public var isWithdrawn: Bool
    /// The round of judging that happens here.
    public var round: String?
    public var clock: Clock?

    public init(
        name: String, isOpen: Bool, isFinal: Bool, isPublic: Bool, isWithdrawn: Bool = false, round: String?,
        clock: Clock?
    ) {
        self.name = name
        self.isOpen = isOpen
        self.isFinal = isFinal
        self.isPublic = isPublic
        self.isWithdrawn = isWithdrawn
        self.round = round
        self.clock = clock
    }
}

/// How long a stage may take, and what follows when the time has passed.
public struct Clock: Equatable, Sendable {
    /// How long, in time of the office or until a day.
    public enum Limit: Equatable, Sendable {
        /// Working days of the office, counted from the day after the stage was reached.
        case workingDays(Int)
        /// Until the end of the day that the leading action's input gives under this question.
        case untilAnswer(String)
    }

    /// What follows when nobody has acted.
    public enum Consequence: Equatable, Sendable {
        /// The letter `reminder` goes out, once.
        case remind
        /// This action is taken; it must name `clock` among those it is by.
        case action(String)
    }

    public var within: Limit
    public var then: Consequence

    public init(within: Limit, then: Consequence) {
        self.within = within
        self.then = then
    }
}

/// What a role may do to a submission.
public struct Action: Sendable {
    /// The actor of an action that time takes, not a person.
    public static let clockRole = "clock"

    public var name: String
    public var by: [String]
    public var from: [String]
    public var to: String
    public var when: [Guard]
    /// The small form that the actor fills in, if any.
    public var asks: Form?
    /// The letter to the filer.
    public var letter: String?
    /// It counts as the filing: the submission gets its number, its time and its receipt.
    public var files: Bool
    /// Many submissions may be chosen and moved at once.
    public var isBulk: Bool
    /// The decision stays pending, unseen by the filer, until the call's results are released.
    public var isHeld: Bool

    public init(
        name: String, by: [String], from: [String], to: String, when: [Guard], asks: Form?, letter: String?,
        files: Bool, isBulk: Bool, isHeld: Bool
    ) {
        self.name = name
        self.by = by
        self.from = from
        self.to = to
        self.when = when
        self.asks = asks
        self.letter = letter
        self.files = files
        self.isBulk = isBulk
        self.isHeld = isHeld
    }

    /// Whether what rests in that stage stays there.
    public func stays(in stage: String) -> Bool { to == stage }
}

/// A condition that an action waits for, named in `workflow.yaml`.
public enum Guard: String, CaseIterable, Sendable {
    /// The call is published and the server's clock is inside its period.
    case windowOpen = "window-open"
    /// Every relevant question is answered without a mistake.
    case formComplete = "form-complete"
    /// The stage's clock has not run out.
    case beforeDue = "before-due"
    /// The round of the stage has the number of final reviews that it asks for.
    case reviewsComplete = "reviews-complete"
}
