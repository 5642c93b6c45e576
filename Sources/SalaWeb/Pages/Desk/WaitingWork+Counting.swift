import SalaEngine
import SalaStore
import SalaThai

extension WaitingWork {
    /// What waits in rounds of judging and for release, each leading to the list that shows it.
    func roundStats(_ site: Site, _ context: SalaContext, _ view: CallView) -> [StatView] {
        let handle = view.call.handle
        func stat(
            _ count: Int, _ key: String, _ round: Round, _ url: String, isPressing: Bool = true
        ) -> StatView? {
            let name = view.programme.texts["round.\(round.name)", context.visit.language]
            return count == 0
                ? nil
                : StatView(
                    value: Digits.grouped(count), label: site.say("desks.\(key)", context, ["round": name]),
                    url: url, isPressing: isPressing)
        }
        let judging = view.programme.rounds.flatMap { round in
            let waiting = rounds[round.name] ?? WaitingRound()
            return [
                stat(waiting.short, "short", round, Paths.shortEntries(round.name, of: handle)),
                stat(waiting.reviewed, "reviewed", round, Paths.ranking(round.name, of: handle)),
                stat(
                    waiting.awaited, "awaited", round, Paths.ranking(round.name, of: handle),
                    isPressing: false),
            ].compactMap(\.self)
        }
        let releasing = view.programme.rounds.first { round in
            [round.selection.selected, round.selection.others].compactMap(\.self).contains { held[$0] != nil }
        }
        // What is held is released all at once, whatever round it was decided in.
        let total = held.values.reduce(0, +)
        return judging
            + [
                (releasing ?? view.programme.rounds.first).flatMap { round in
                    stat(total, "pending", round, Paths.release(round.name, of: handle))
                }
            ].compactMap(\.self)
    }
}
