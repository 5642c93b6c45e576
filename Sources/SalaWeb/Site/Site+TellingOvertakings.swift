import SalaEngine
import SalaThai

extension Site {
    /// What others did meanwhile, each in a line: to which submission, what, who and when.
    ///
    /// - Parameters:
    ///   - programme: whose words actions have; without it they are left out.
    ///   - limit: how many are told at most; a last line says how many more there are.
    func lines(
        _ overtakings: [Overtaking], of programme: Programme?, _ context: SalaContext, upTo limit: Int = 20
    ) -> [String] {
        let rest = overtakings.count - limit
        let told = overtakings.prefix(limit).map { overtaking in
            [
                overtaking.number, words(overtaking.deed, of: programme, context), overtaking.name,
                overtaking.at.text(thai: context.visit.isThai),
            ].compactMap(\.self).joined(separator: " · ")
        }
        guard rest > 0 else { return told }
        return told + [say("failure.more-changes", context, ["count": Digits.grouped(rest)])]
    }

    private func words(
        _ deed: Overtaking.Deed, of programme: Programme?, _ context: SalaContext
    ) -> String? {
        func action(_ key: String) -> String? { programme?.texts[key, context.visit.language] }
        switch deed {
        case .acted(let name):
            return action("action.\(name).done")
        case .held(let name):
            return action("action.\(name)").map { say("timeline.held", context, ["action": $0]) }
        case .takenBack(let name):
            return action("action.\(name)").map { say("timeline.taken-back", context, ["action": $0]) }
        case .released(let count):
            return say("settings.event.released", context, ["count": Digits.grouped(count)])
        case .scored: return say("ranking.scored", context)
        case .reviewEnded: return say("ranking.review-ended", context)
        }
    }
}
