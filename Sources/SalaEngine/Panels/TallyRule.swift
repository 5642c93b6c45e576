public import SalaThai

/// How the reviews of a round become scores, in exact decimals.
public struct TallyRule: Hashable, Codable, Sendable {
    /// What a score is made of the judges' scores by.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case mean, median
        /// The mean without so many of the highest and as many of the lowest.
        case trimmedMean = "trimmed-mean"
        /// The mean distance from each judge's own mean, in that judge's standard deviations.
        case zScore = "z-score"
        /// What a judge of average harshness would be expected to give.
        case calibrated
        /// How many others the judges prefer it to.
        case copeland
        /// How strong it is in the judges' preferences.
        case bradleyTerry = "bradley-terry"

        /// A score rests on the reviews of other entries too.
        public var compares: Bool {
            switch self {
            case .mean, .median, .trimmedMean: false
            case .zScore, .calibrated, .copeland, .bradleyTerry: true
            }
        }

        /// Nothing is ranked across parts of the round that no chain of reviews connects.
        public var needsConnection: Bool { compares && self != .zScore }

        /// A score is in per cent of what can be reached.
        public var isPercent: Bool { !compares || self == .calibrated }
    }

    /// What becomes of a value half way between two decimals.
    public enum Rounding: String, CaseIterable, Codable, Sendable {
        /// Away from zero.
        case halfUp = "half-up"
        /// To the even neighbour.
        case halfEven = "half-even"
    }

    public var kind: Kind
    /// Digits after the decimal point that the score is rounded to, once.
    public var decimals: Int
    /// How many scores a trimmed mean leaves out at each end.
    public var dropped: Int
    public var rounding: Rounding

    public init(kind: Kind, decimals: Int, dropped: Int = 1, rounding: Rounding = .halfUp) {
        self.kind = kind
        self.decimals = decimals
        self.dropped = dropped
        self.rounding = rounding
    }

    /// The digits that a score may have.
    public static let allowedDecimals = 0...6

    /// The most that a trimmed mean leaves out at each end, so that a score of that many reviews rests on
    /// one at least; none where a trimmed mean is none.
    public static func mostDropped(of reviews: Int) -> Int { max(0, (reviews - 1) / 2) }

    /// As it is written in a definition, such as `trimmed-mean:2`.
    public var name: String {
        kind == .trimmedMean ? "\(kind.rawValue):\(dropped)" : kind.rawValue
    }
}

/// A rule that an officer declared for a round of a call.
public struct DeclaredRule: Hashable, Codable, Sendable {
    public var rule: TallyRule
    public var by: PersonID?
    public var at: Instant

    public init(rule: TallyRule, by: PersonID?, at: Instant) {
        self.rule = rule
        self.by = by
        self.at = at
    }
}

extension Call {
    /// The rule by which the call's round is reckoned: the one declared for it, else the programme's.
    public func rule(of round: Round) -> TallyRule { declaredRules?[round.name]?.rule ?? round.tally }

    /// What must be mended before a rule can be declared for the round.
    static func mistakes(in rule: TallyRule, of round: Round) -> [CallMistake] {
        var mistakes: [CallMistake] = []
        func demand(_ value: Int, in bounds: ClosedRange<Int>, _ field: CallMistake.Field) {
            guard !bounds.contains(value) else { return }
            mistakes.append(
                CallMistake(field, .outOfBounds(minimum: bounds.lowerBound, maximum: bounds.upperBound)))
        }
        let most = TallyRule.mostDropped(of: round.reviews)
        if rule.kind == .trimmedMean {
            if most > 0 {
                demand(rule.dropped, in: 1...most, .dropped)
            } else {
                mistakes.append(CallMistake(.rule, .unknown))
            }
        }
        demand(rule.decimals, in: TallyRule.allowedDecimals, .decimals)
        return mistakes
    }

    /// A rule is declared for a round that nobody has been asked to judge in yet.
    func decideRule(
        _ name: String, _ rule: TallyRule, _ programme: Programme, opened: Set<String>
    ) throws(Refusal) -> [CallEvent] {
        guard let round = programme.round(name) else { throw .notFound }
        guard !opened.contains(name) else { throw .ruleSettled }
        let mistakes = Call.mistakes(in: rule, of: round)
        guard mistakes.isEmpty else { throw .mistakenCall(mistakes) }
        var plain = rule
        // What the rule does not ask for says nothing.
        if rule.kind != .trimmedMean { plain.dropped = 1 }
        return declaredRules?[name]?.rule == plain ? [] : [.ruleDeclared(round: name, rule: plain)]
    }
}
