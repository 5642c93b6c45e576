import Crypto
import Foundation
public import SalaEngine
public import SalaThai

extension RoundRanking {
    /// Whether something is still to be decided about what rests in the round.
    public var isUndecided: Bool {
        !waiting.isEmpty && view.isUndecided(round, resting: resting)
    }

    /// What still rests in the round, best first.
    public var waiting: [RankedEntry] {
        let stages = stages
        return entries.filter { stages.contains($0.submission.stage) }
    }

    /// The decisions that follow from the ranking for what still rests in the round, best first: the entry,
    /// the held action, and whether it selects.
    public var decisions: [(entry: RankedEntry, action: String, selects: Bool)] {
        var free = view.freePlaces(in: round, resting: resting)
        return waiting.compactMap { entry in
            let selects = free > 0 && entry.rank != nil
            if selects { free -= 1 }
            let action = selects ? round.selection.selected : round.selection.others
            return action.map { (entry, $0, selects) }
        }
    }

    /// Another one as soon as the ranking says another decision about anything, ranks it otherwise, or awaits
    /// other reviews.
    public var fingerprint: String {
        var digest = SHA256()
        for (entry, action, _) in decisions {
            let decision = [
                entry.submission.id.description, action, entry.rank.map(String.init) ?? "",
                open[entry.submission.id].map(String.init) ?? "",
            ]
            digest.update(data: Data((decision.joined(separator: " ") + "\n").utf8))
        }
        return Hexadecimal.text(digest.finalize())
    }

    /// Why nothing may be decided by rank yet: the call takes in till its end, and what was filed is first to
    /// come to the round.
    public func obstacle(at now: Instant) -> Refusal? {
        guard let closes = view.call.lastClosing(at: now) else { return .callWithoutEnd }
        guard now >= closes.adding(seconds: 1) else { return .callStillOpen(closes: closes) }
        let count = before.map(\.count).reduce(0, +)
        return count == 0 ? nil : .entriesBefore(count)
    }

    /// Whether decisions are held that the ranking does not say any more: something has been passed over that
    /// ranks above what is selected, or that a place is free for. What shares the rank of the cut is for
    /// people to decide about; nothing of the person's own is told.
    var contradictsHeld: Bool {
        let ranked = waiting.filter { $0.rank != nil && !tied.contains($0.submission.id) }
        guard waiting.contains(where: { round.selection.actions.contains($0.submission.held ?? "") }),
            !waiting.contains(where: \.isOwn)
        else { return false }
        let isSelected = { (entry: RankedEntry) in entry.submission.held == round.selection.selected }
        guard let passed = ranked.filter({ !isSelected($0) }).compactMap(\.rank).min() else { return false }
        let last = ranked.filter(isSelected).compactMap(\.rank).max() ?? 0
        return passed < last
            || waiting.count(where: isSelected) < view.freePlaces(in: round, resting: resting)
    }

    private func resting(in stages: Set<String>) -> Int {
        entries.count { stages.contains($0.submission.stage) }
    }
}
