/// One round of judging: who reviews, against which criteria, and how the result is reckoned.
public struct Round: Equatable, Sendable {
    public var name: String
    /// The role whose holders review.
    public var judges: String
    /// Final reviews wanted for each submission.
    public var reviews: Int
    public var criteria: [Criterion]
    public var commentToCommittee: Requirement
    public var commentToFiler: Requirement
    /// What holds where the call declares no other.
    public var tally: TallyRule
    public var ties: [TieBreak]
    public var selection: Selection
    /// The role that leads the round: it reads the chair's page and asks for further reviews. Nil: only those
    /// who assign do.
    public var chair: String?
    /// The chances in per cent to be selected, between which an entry is in the grey zone.
    public var grey: ClosedRange<Int>
    public var conflicts: ConflictRule
    /// Nil: judges see who entered.
    public var blind: Blinding?

    public init(
        name: String, judges: String, reviews: Int, criteria: [Criterion], commentToCommittee: Requirement,
        commentToFiler: Requirement, tally: TallyRule, ties: [TieBreak], selection: Selection,
        chair: String? = nil, grey: ClosedRange<Int> = Round.standardGrey,
        conflicts: ConflictRule = ConflictRule(), blind: Blinding? = nil
    ) {
        self.name = name
        self.judges = judges
        self.reviews = reviews
        self.criteria = criteria
        self.commentToCommittee = commentToCommittee
        self.commentToFiler = commentToFiler
        self.tally = tally
        self.ties = ties
        self.selection = selection
        self.chair = chair
        self.grey = grey
        self.conflicts = conflicts
        self.blind = blind
    }

    /// The grey zone where the programme names none.
    public static let standardGrey = 10...90

    /// The criterion of that name.
    public func criterion(_ name: String) -> Criterion? { criteria.first { $0.name == name } }
}

/// What is judged, its weight in per cent of the whole, and the levels a judge chooses from.
public struct Criterion: Equatable, Sendable {
    public var name: String
    public var weight: Int
    /// Ascending; each level's words are the text `criterion.NAME.level.LEVEL`.
    public var levels: [Int]

    public init(name: String, weight: Int, levels: [Int]) {
        self.name = name
        self.weight = weight
        self.levels = levels
    }
}

/// Whether a field may be left out.
public enum Requirement: String, CaseIterable, Sendable {
    case none, optional, required
}

/// What decides between equal scores, in order; what none decides shares a rank.
public enum TieBreak: Equatable, Sendable {
    /// The higher mean under this criterion goes first.
    case criterion(String)
    /// The submission filed earlier goes first.
    case earliestFiling
}

/// How many a round selects, and the held actions that say so.
public struct Selection: Equatable, Sendable {
    /// The setting of the call that holds the number.
    public var count: String
    public var selected: String
    /// Nil: those not selected stay where they are.
    public var others: String?

    public init(count: String, selected: String, others: String?) {
        self.count = count
        self.selected = selected
        self.others = others
    }

    /// The held actions that decide the round.
    public var actions: [String] { [selected] + (others.map { [$0] } ?? []) }
}

extension Programme {
    /// The stages outside the round that nothing leads to but its decisions: what rests there was decided and
    /// released.
    public func stages(decidedIn round: Round) -> Set<String> {
        let decisions = round.selection.actions
        return workflow.stages(beyond: decisions).subtracting(workflow.stages(without: decisions))
            .subtracting(workflow.stages(of: round.name))
    }

    /// The stages from which a submission may still come to the round, in the order of the workflow.
    public func stages(before round: Round) -> [String] {
        let own = workflow.stages(of: round.name)
        let decided = stages(decidedIn: round)
        return workflow.stages.map(\.name).filter { stage in
            let onward = workflow.stages(beyond: workflow.actions(from: stage).map(\.name))
            return !own.contains(stage) && !decided.contains(stage) && !onward.isDisjoint(with: own)
        }
    }
}
