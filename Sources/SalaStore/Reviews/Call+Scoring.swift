import SalaAnalysis
public import SalaEngine

extension Call {
    /// The score in per cent that one review's levels amount to under the call's weights, with the digits
    /// that the round declares; nil until every criterion has a level.
    public func score(of levels: [String: Int], in round: Round) -> String? {
        let rule = rule(of: round)
        guard let tally = try? round.tally(rule, weights: settings.weights(of: round)),
            let score = try? tally.score(of: levels)
        else { return nil }
        return score.rounded(places: rule.decimals, rule.halves).description
    }

    /// What the levels chosen so far come to in per cent of the whole, criteria without a level counting
    /// nothing yet, and the weights of those that have one together.
    public func scoreSoFar(of levels: [String: Int], in round: Round) -> (score: String, weight: Int)? {
        let weights = settings.weights(of: round)
        var all = levels
        for criterion in round.criteria where levels[criterion.name] == nil {
            all[criterion.name] = criterion.levels.first
        }
        let chosen = round.criteria.filter { levels[$0.name] != nil }
        return score(of: all, in: round).map { ($0, chosen.map { weights[$0.name] ?? 0 }.reduce(0, +)) }
    }
}
