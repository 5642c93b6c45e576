import Foundation
import SalaEngine
public import SalaStore

extension PublishedResult {
    /// What a judge is called.
    public static func name(ofJudge number: Int) -> String { "J\(number)" }

    /// Every score, as `sala tally --scores` reads it: `entry,judge,score`.
    public var csv: String {
        let lines = entries.flatMap { entry in
            entry.scores.sorted { $0.key < $1.key }.map { judge, score in
                CSVLine.written(
                    [.text(entry.number), .text(Self.name(ofJudge: judge)), .value(score)])
            }
        }
        return CSVLine.written([.text("entry"), .text("judge"), .text("score")]) + lines.joined()
    }

    /// The same with the rule, the weights and what follows from them.
    public func json() throws -> String {
        let weights = view.call.settings.weights(of: round)
        let document = Document(
            call: view.call.handle, round: round.name, rule: rule.name, decimals: rule.decimals,
            rounding: rule.rounding.rawValue, places: places, judges: judges, reviews: reviews, range: range,
            deviation: deviation,
            ties: round.ties.map { tie in
                switch tie {
                case .criterion(let name): "criterion:\(name)"
                case .earliestFiling: "earliest"
                }
            },
            criteria: round.criteria.map { criterion in
                Criterion(
                    name: criterion.name, weight: weights[criterion.name] ?? 0, levels: criterion.levels)
            },
            entries: entries.map { entry in
                Document.Entry(
                    entry: entry.number, title: entry.title, rank: entry.rank, score: entry.score,
                    decidedBy: entry.decidedBy, selected: entry.isSelected, range: entry.range,
                    deviation: entry.deviation,
                    scores: Dictionary(
                        uniqueKeysWithValues: entry.scores.map { (Self.name(ofJudge: $0), $1) }))
            })
        return try JSONText.encode(document) + "\n"
    }
}

private struct Document: Encodable {
    struct Entry: Encodable {
        var entry: String
        var title: String?
        var rank: Int?
        var score: String?
        var decidedBy: String
        var selected: Bool
        var range: String?
        var deviation: String?
        var scores: [String: String]
    }

    var call: String
    var round: String
    var rule: String
    var decimals: Int
    var rounding: String
    var places: Int
    var judges: Int
    var reviews: Int
    var range: String?
    var deviation: String?
    var ties: [String]
    var criteria: [Criterion]
    var entries: [Entry]
}

private struct Criterion: Encodable {
    var name: String
    var weight: Int
    var levels: [Int]
}
