import Crypto
import Dispatch
import Foundation
import SalaAnalysis
import SalaEngine
import Synchronization

/// What the scores of rounds amount to, kept until they are others: a calibration of a large round takes a
/// second, and every look at a page asks for it.
///
/// It is known by the scores themselves, so that it is never another round's or an older one's.
final class ReckonedRounds: Sendable {
    typealias Score = GivenScore<SubmissionID, PersonID>
    typealias Comparison = PanelComparison<SubmissionID, PersonID>
    typealias Calibrated = Calibration<SubmissionID, PersonID>

    private struct Shelf {
        var comparisons: [String: Comparison] = [:]
        var calibrations: [String: Calibrated?] = [:]
        /// Oldest first.
        var keys: [String] = []
    }

    /// So many are kept: each holds a value for every entry of its round.
    private static let most = 16
    private let shelf = Mutex(Shelf())

    /// What the rule makes of the scores.
    func comparison(_ scores: [Score], _ kind: Comparison.Rule, _ rule: TallyRule) -> Comparison {
        let key = Self.key(
            scores, [kind.rawValue, String(rule.decimals), rule.rounding.rawValue].joined(separator: " "))
        if let known = shelf.withLock({ $0.comparisons[key] }) { return known }
        let made = Comparison(scores, rule: kind, places: rule.decimals, rounding: rule.halves)
        keep(key) { $0.comparisons[key] = made }
        return made
    }

    /// The scores without the judges' harshness, with each entry's chance to be among the best `top`; nil
    /// where there are none, or where they fall into parts that cannot be compared.
    ///
    /// Chances are drawn as often as a second allows: ten thousand times for a small round.
    func calibration(_ scores: [Score], top: Int) -> Calibrated? {
        guard !scores.isEmpty else { return nil }
        let key = Self.key(scores, "chances \(top)")
        if let known = shelf.withLock({ $0.calibrations[key] }) { return known }
        let draws = Self.draws(entries: Set(scores.map(\.entry)).count)
        let made = try? Calibrated(scores, top: max(1, top), draws: draws, seed: 1)
        keep(key) { $0.calibrations[key] = .some(made) }
        return made
    }

    /// The same on a thread of its own kind: a large round takes a second, which no request is to wait for
    /// that asks for something else.
    func calibrating(_ scores: [Score], top: Int) async -> Calibrated? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(returning: self.calibration(scores, top: top))
            }
        }
    }

    /// How often chances are drawn for so many entries.
    static func draws(entries: Int) -> Int { max(1_000, min(10_000, 20_000_000 / max(1, entries))) }

    private func keep(_ key: String, _ put: (inout Shelf) -> Void) {
        shelf.withLock { shelf in
            put(&shelf)
            shelf.keys.append(key)
            while shelf.keys.count > Self.most {
                let oldest = shelf.keys.removeFirst()
                shelf.comparisons[oldest] = nil
                shelf.calibrations[oldest] = nil
            }
        }
    }

    private static func key(_ scores: [Score], _ rest: String) -> String {
        var digest = SHA256()
        for score in scores.sorted(by: { ($0.entry, $0.judge) < ($1.entry, $1.judge) }) {
            digest.update(data: Data("\(score.entry) \(score.judge) \(score.score)\n".utf8))
        }
        digest.update(data: Data(rest.utf8))
        return Hexadecimal.text(digest.finalize())
    }
}
