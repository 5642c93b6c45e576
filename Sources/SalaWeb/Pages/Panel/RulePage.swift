import SalaEngine
import SalaStore
import SalaThai

/// The rules by which a round can be reckoned, what each is for and where it is weak, and the one that holds.
struct RulePage: Page {
    static let template = "pages/rule"

    struct Choice: Sendable {
        let name: String
        let purpose: String
        let weakness: String
        let isCurrent: Bool
    }

    /// Where another rule is declared.
    struct Form: Sendable {
        let url: String
        let fields: [FieldView]
        let errors: ErrorSummaryView?
    }

    let chrome: Chrome
    let call: String
    let panelURL: String
    let round: String
    /// The rule that holds, in words.
    let current: String
    /// Who declared it and when, or that nobody has.
    let declared: String
    /// That it stands, and since when it does.
    let settled: NoticeView?
    let criteriaURL: String
    let choices: [Choice]
    let form: Form?

    init(
        _ site: Site, _ context: SalaContext, _ rule: RoundRule, typed: RuleDraft? = nil,
        mistakes: [CallDraft.Mistake] = []
    ) {
        let language = context.visit.language
        let handle = rule.view.call.handle
        call = rule.view.call.title(language)
        panelURL = Paths.panel(rule.round.name, of: handle)
        round = rule.view.programme.texts["round.\(rule.round.name)", language]
        chrome = site.chrome("\(site.say("rule.title", context)) – \(round)", context)
        current = site.sentence(rule.rule, context)
        declared = RulePage.declared(site, context, rule)
        settled = rule.isSettled ? NoticeView(.warning, site.say("rule.settled", context)) : nil
        criteriaURL = Paths.criteria(of: handle)
        choices = TallyRule.Kind.offered(in: rule.round).map { kind in
            Choice(
                name: site.say("rule.name.\(kind.rawValue)", context),
                purpose: site.say("rule.purpose.\(kind.rawValue)", context),
                weakness: site.say("rule.weakness.\(kind.rawValue)", context),
                isCurrent: kind == rule.rule.kind)
        }
        form = rule.mayDeclare ? Form(site, context, rule, typed: typed, mistakes: mistakes) : nil
    }

    private static func declared(_ site: Site, _ context: SalaContext, _ rule: RoundRule) -> String {
        guard let declared = rule.declared else { return site.say("rule.undeclared", context) }
        return site.say(
            "rule.declared", context,
            [
                "name": rule.declarer ?? "–",
                "time": declared.at.text(.long, thai: context.visit.isThai),
            ])
    }
}

extension TallyRule.Kind {
    /// Those that can be declared for the round: of two reviews nothing can be left out at either end.
    static func offered(in round: Round) -> [TallyRule.Kind] {
        allCases.filter { $0 != .trimmedMean || TallyRule.mostDropped(of: round.reviews) > 0 }
    }
}

extension RulePage.Form {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ rule: RoundRule, typed: RuleDraft?,
        mistakes: [CallDraft.Mistake]
    ) {
        func value(_ field: String, _ standing: String) -> String { typed?[field] ?? standing }
        func field(
            _ name: String, hint: String? = nil, _ control: FieldControl
        ) -> FieldView {
            FieldView(
                name: name, label: site.say("rule.field-\(name)", context), hint: hint,
                error: mistakes.first { $0.field == name }.map {
                    site.say("settings.mistake.\($0.key)", context, $0.values)
                }, control: control)
        }
        let most = TallyRule.mostDropped(of: rule.round.reviews)
        let number = { (value: String) in
            FieldControl.text(
                TextControl(value: value, inputMode: "numeric", width: "short", autocomplete: "off"))
        }
        let kind = value(RuleDraft.rule, rule.rule.kind.rawValue)
        let rounding = value(RuleDraft.rounding, rule.rule.rounding.rawValue)
        let dropped = field(
            RuleDraft.dropped,
            hint: site.say("rule.dropped-hint", context, ["count": String(most)]),
            number(value(RuleDraft.dropped, String(rule.rule.dropped))))
        url = Paths.rule(rule.round.name, of: rule.view.call.handle)
        let rules = TallyRule.Kind.offered(in: rule.round).map { offered in
            ChoiceView(
                value: offered.rawValue, label: site.say("rule.name.\(offered.rawValue)", context),
                isChosen: offered.rawValue == kind)
        }
        let roundings = TallyRule.Rounding.allCases.map { offered in
            ChoiceView(
                value: offered.rawValue, label: site.say("rule.\(offered.rawValue)", context),
                isChosen: offered.rawValue == rounding)
        }
        var fields = [field(RuleDraft.rule, .radios(ChoicesControl(choices: rules)))]
        if most > 0 { fields.append(dropped) }
        fields.append(
            field(
                RuleDraft.decimals, hint: site.say("rule.decimals-hint", context),
                number(value(RuleDraft.decimals, String(rule.rule.decimals)))))
        fields.append(field(RuleDraft.rounding, .radios(ChoicesControl(choices: roundings))))
        self.fields = fields
        errors = ErrorSummaryView(of: fields)
    }
}

extension Site {
    /// A rule in one sentence, with its rounding.
    func sentence(_ rule: TallyRule, _ context: SalaContext) -> String {
        [
            say("criteria.tally.\(rule.kind.rawValue)", context, ["count": String(rule.dropped)]),
            say("criteria.decimals", context, ["count": String(rule.decimals)]),
            say("rule.\(rule.rounding.rawValue)", context),
        ].joined(separator: " · ")
    }
}
