import SalaEngine
import SalaStore

/// One round of judging of a call, in words that anybody can follow.
struct RoundView: Sendable {
    struct Level: Sendable {
        let level: String
        let words: String
    }

    struct CriterionView: Sendable {
        let name: String
        let weight: String
        let hint: String?
        let levels: [Level]
    }

    let title: String
    let criteria: [CriterionView]
    /// The weights as bars.
    let shares: [ShareView]
    /// Who judges and how the score comes about, step by step.
    let rules: [String]
    /// What decides between equal scores, in order.
    let ties: [String]
    let selects: String

    init(_ site: Site, _ context: SalaContext, _ round: Round, of view: CallView) {
        let programme = view.programme
        let language = context.visit.language
        let texts = programme.texts
        let weights = view.call.settings.weights(of: round)
        func name(_ criterion: String) -> String { texts["criterion.\(criterion)", language] }
        title = texts["round.\(round.name)", language]
        criteria = round.criteria.map { criterion in
            CriterionView(
                name: name(criterion.name), weight: "\(weights[criterion.name] ?? 0)%",
                hint: texts.find("criterion.\(criterion.name).hint", language),
                levels: criterion.levels.map { level in
                    Level(
                        level: String(level),
                        words: texts["criterion.\(criterion.name).level.\(level)", language])
                })
        }
        shares = round.criteria.map { criterion in
            let weight = min(100, max(0, weights[criterion.name] ?? 0))
            return ShareView(label: name(criterion.name), value: "\(weight)%", percent: weight)
        }
        let rule = view.call.rule(of: round)
        let judges = texts["role.\(round.judges)", language]
        rules = [
            site.say("criteria.reviews", context, ["count": String(round.reviews), "judges": judges]),
            site.say("criteria.levels", context),
            site.say("criteria.tally.\(rule.kind.rawValue)", context, ["count": String(rule.dropped)]),
            site.say("criteria.decimals", context, ["count": String(rule.decimals)]),
            site.say("rule.\(rule.rounding.rawValue)", context),
        ]
        ties =
            round.ties.map { tie in
                switch tie {
                case .criterion(let criterion):
                    site.say("criteria.tie-criterion", context, ["name": name(criterion)])
                case .earliestFiling: site.say("criteria.tie-earliest", context)
                }
            } + [site.say("criteria.tie-shared", context)]
        selects = site.say(
            "criteria.selects", context,
            [
                "what": texts["setting.\(round.selection.count)", language],
                "count": String(view.call.settings.number(round.selection.count, of: programme)),
            ])
    }
}
