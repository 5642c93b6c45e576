import SalaEngine

extension PanelReader {
    /// The rule of a round, such as `{ rule: trimmed-mean:1, decimals: 2 }`.
    ///
    /// - Parameter reviews: how many the round wants; nil where that could not be read.
    func tally(_ entry: Entry?, reviews: Int?) -> TallyRule {
        let record = entry?.record(["rule", "decimals", "rounding"], required: ["rule", "decimals"])
        var rule = TallyRule(
            kind: .mean, decimals: record?["decimals"]?.integer(TallyRule.allowedDecimals) ?? 2,
            rounding: record?["rounding"]?.choice(TallyRule.Rounding.self) ?? .halfUp)
        guard let name = record?["rule"] else { return rule }
        let trimmed = "\(TallyRule.Kind.trimmedMean.rawValue):"
        if let text = name.scalar, text.hasPrefix(trimmed) {
            rule.kind = .trimmedMean
            guard let dropped = Int(text.dropFirst(trimmed.count)), (1...24).contains(dropped) else {
                name.fault(
                    "`\(name.path)` cannot be `\(text)`",
                    "write how many scores are left out at each end, such as `trimmed-mean:1`")
                return rule
            }
            rule.dropped = dropped
        } else {
            rule.kind = name.choice(TallyRule.Kind.self) ?? .mean
        }
        if rule.kind == .trimmedMean, let reviews, rule.dropped > TallyRule.mostDropped(of: reviews) {
            name.fault(
                "`\(name.path)` leaves none of \(reviews) reviews",
                "ask for at least \(2 * rule.dropped + 1) `reviews`, or write `mean`")
        }
        return rule
    }

    /// The role that leads a round; `PanelChecker` says which can.
    func chair(_ entry: Entry?) -> String? {
        entry.flatMap { folder.demand($0, "role", among: header?.roles.map(\.name)) }
    }

    /// The chances in per cent between which an entry is in the grey zone.
    func grey(_ entry: Entry?) -> ClosedRange<Int> {
        guard let entry else { return Round.standardGrey }
        let bounds = (entry.items() ?? []).compactMap { $0.integer(1...99) }
        guard bounds.count == 2, bounds[0] < bounds[1] else {
            entry.fault(
                "`\(entry.path)` are no two rising percentages", "write two numbers, such as `[10, 90]`")
            return Round.standardGrey
        }
        return bounds[0]...bounds[1]
    }
}
