/// What a rule that compares all entries of a round makes of their scores: one value for each, exactly where
/// the rule is exact, with one rounding at the end.
public struct PanelComparison<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// How entries are compared.
    public enum Rule: String, Sendable {
        case zScore, calibrated, copeland, bradleyTerry

        /// Values mean nothing across parts that no chain of scores connects.
        public var needsConnection: Bool { self != .zScore }
    }

    /// One entry's value.
    public struct Value: Hashable, Sendable {
        /// As it is printed and ranked.
        public let rounded: ExactDecimal
        /// To nine digits after the point.
        public let exact: ExactDecimal
    }

    public let rule: Rule
    /// By entry with a score; empty where the rule cannot compare the parts.
    public let values: [Entry: Value]
    /// Entries and judges that hang together, the largest first.
    public let parts: [JudgingGraph<Entry, Judge>.Part]
    /// Of the calibrated rule.
    public let calibration: Calibration<Entry, Judge>?
    /// Preferences had no likeliest strengths, and every entry was given a draw against one not shown.
    public let isRegularised: Bool

    /// The rule says nothing, because it was to compare parts that do not hang together.
    public var isRefused: Bool { rule.needsConnection && parts.count > 1 }

    /// - Parameter calibration: what was reckoned of the same scores before, where it was.
    public init(
        _ scores: [GivenScore<Entry, Judge>], rule: Rule, places: Int, rounding: Rounding,
        calibration known: Calibration<Entry, Judge>? = nil
    ) {
        self.rule = rule
        let parts = JudgingGraph(scores).parts
        self.parts = parts
        var calibration: Calibration<Entry, Judge>?
        var outcomes: [(Entry, PanelValue)] = []
        var isRegularised = false
        if parts.count == 1 || (parts.count > 1 && !rule.needsConnection) {
            if rule == .calibrated {
                // Values need no draws: those are for chances.
                calibration = known ?? (try? Calibration(scores, top: 1, draws: 1, seed: 1))
                outcomes = calibration?.entries.map { ($0.entry, PanelValue($0.calibrated)) } ?? []
            } else {
                let panel = PanelScores(scores)
                let outcome = PanelOutcome(panel, rule.panelRule)
                isRegularised = outcome.isRegularised
                outcomes = zip(panel.entries, outcome.values).compactMap { entry, value in
                    value.map { (entry, $0) }
                }
            }
        }
        self.calibration = calibration
        self.isRegularised = isRegularised
        values = Dictionary(
            uniqueKeysWithValues: outcomes.map { entry, value in
                let exact = value.rounded(places: 9, .halfEven)
                return (entry, Value(rounded: value.rounded(places: places, rounding), exact: exact))
            })
    }
}

extension PanelComparison.Rule {
    fileprivate var panelRule: PanelRule {
        switch self {
        case .zScore, .calibrated: .zScore(.population)
        case .copeland: .copeland
        case .bradleyTerry: .bradleyTerry
        }
    }
}
