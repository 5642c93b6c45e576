import SalaEngine
import SalaThai

/// What was typed as the rule of a round.
struct RuleDraft: Sendable {
    static let rule = "rule"
    static let dropped = "dropped"
    static let decimals = "decimals"
    static let rounding = "rounding"

    private var typed: CallDraft

    init(_ posting: Posting) {
        typed = CallDraft(posting)
    }

    subscript(field: String) -> String { typed[field] }

    /// The rule that it says, or what must be mended before it says one.
    func reading() -> (TallyRule?, [CallDraft.Mistake]) {
        var mistakes: [CallDraft.Mistake] = []
        func number(_ field: String) -> Int? {
            if let number = Digits.integer(typed: self[field]).flatMap(Int.init) { return number }
            mistakes.append(CallDraft.Mistake(field: field, key: "number"))
            return nil
        }
        let kind = TallyRule.Kind(rawValue: self[Self.rule])
        if kind == nil { mistakes.append(CallDraft.Mistake(field: Self.rule, key: "missing")) }
        let dropped = kind == .trimmedMean ? number(Self.dropped) : 1
        let decimals = number(Self.decimals)
        guard let kind, let dropped, let decimals else { return (nil, mistakes) }
        let rounding = TallyRule.Rounding(rawValue: self[Self.rounding]) ?? .halfUp
        return (TallyRule(kind: kind, decimals: decimals, dropped: dropped, rounding: rounding), [])
    }
}
