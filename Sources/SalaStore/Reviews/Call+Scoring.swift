import SalaAnalysis
public import SalaEngine

extension Call {
    /// The score in per cent that one review's levels amount to under the call's weights, with the digits
    /// that the round declares; nil until every criterion has a level.
    public func score(of levels: [String: Int], in round: Round) -> String? {
        guard let tally = try? round.tally(weights: settings.weights(of: round)),
            let score = try? tally.score(of: levels)
        else { return nil }
        return score.rounded(places: round.tally.decimals).description
    }
}
