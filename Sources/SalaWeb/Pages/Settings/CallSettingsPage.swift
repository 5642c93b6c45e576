import SalaEngine
import SalaStore
import SalaThai

/// A call behind the counter: its settings while it is a draft, its ways on, and what happened to it.
struct CallSettingsPage: Page {
    static let template = "pages/call-settings"

    let chrome: Chrome
    let call: String
    let callURL: String
    /// `draft` or `published` as a badge.
    let badge: StageBadgeView
    /// The one thing to do next.
    let next: LinkView?
    let links: [LinkView]
    /// Why the end stays where it is, where a published call has one that may not move.
    let fixedEnd: String?
    let facts: [FactView]
    let form: Form?
    let timeline: TimelineView

    /// The settings while they may be changed.
    struct Form: Sendable {
        let url: String
        /// What the page shows of the call, whatever stands in its fields.
        let shown: String
        let sections: [CallFormView.Section]
        let errors: ErrorSummaryView?
    }

    init(
        _ site: Site, _ context: SalaContext, _ history: CallHistory, draft: CallDraft? = nil,
        mistakes: [CallDraft.Mistake] = []
    ) {
        let view = history.view
        let handle = view.call.handle
        let isDraft = view.call.state == .draft
        func link(_ key: String, _ url: String) -> LinkView {
            LinkView(label: site.say("settings.\(key)", context), url: url)
        }
        call = view.call.title(context.visit.language)
        callURL = Paths.call(handle)
        chrome = site.chrome("\(site.say("settings.title", context)) – \(call)", context)
        badge = StageBadgeView(
            site.say("settings.state-\(view.call.state.rawValue)", context), tone: isDraft ? .draft : .success
        )
        next = isDraft ? link("publish", Paths.publication(of: handle)) : nil
        let mayGrant = view.actor.may(.grantRoles, in: view.programme)
        let refusal = view.call.refusalToExtend(holds: history.holds)
        fixedEnd = isDraft ? nil : refusal.map { site.sentence($0, context) }
        links = [
            link("preview", Paths.preview(of: handle)),
            mayGrant ? link("people", Paths.people(of: handle)) : nil,
            isDraft ? nil : link("letters", Paths.letters(of: handle)),
            refusal == nil ? link(view.call.endDeed, Paths.extensions(of: handle)) : nil,
            isDraft ? nil : link("exports", Paths.exports(of: handle)),
            isDraft ? nil : link("late-access", Paths.lateAccess(of: handle)),
            isDraft
                ? link("discard", Paths.deletion(of: handle))
                : link("change-contact", Paths.contact(of: handle)),
        ].compactMap(\.self)
        facts = CallSettingsPage.facts(site, context, view)
        timeline = TimelineView(site, context, history)
        guard isDraft else {
            form = nil
            return
        }
        let saved = CallDraft(view.call, of: view.programme, thai: context.visit.isThai)
        let fields = CallFormView(
            site, context, draft ?? saved, of: view.programme, isNew: false, mistakes: mistakes)
        form = Form(
            url: Paths.settings(of: handle), shown: saved.shown(of: view.programme).text,
            sections: fields.sections, errors: fields.errors)
    }

    private static func facts(_ site: Site, _ context: SalaContext, _ view: CallView) -> [FactView] {
        let language = context.visit.language
        let texts = view.programme.texts
        func fact(_ key: String, _ detail: String) -> FactView {
            FactView(term: site.say("settings.fact-\(key)", context), detail: detail)
        }
        var facts = [
            fact("programme", texts["programme.name", language]),
            fact("office", view.office?.name(language) ?? "–"),
            fact("handle", view.call.handle),
            fact("number", numbers(site, context, view)),
        ]
        guard view.call.state == .published else { return facts }
        facts.append(fact("period", site.words(view.call.period, context)))
        facts.append(
            FactView(
                term: site.say("settings.contact", context), detail: view.call.settings.contact ?? "–"))
        facts += view.programme.settings.map { setting in
            FactView(
                term: texts["setting.\(setting.name)", language],
                detail: Digits.grouped(view.call.settings.number(setting.name, of: view.programme)))
        }
        facts += view.programme.rounds.map { round in
            let weights = view.call.settings.weights(of: round)
            return FactView(
                term: site.say(
                    "settings.weights-section", context, ["round": texts["round.\(round.name)", language]]),
                detail: round.criteria.map { criterion in
                    "\(texts["criterion.\(criterion.name)", language]) \(weights[criterion.name] ?? 0)%"
                }.joined(separator: " · "))
        }
        return facts
    }

    /// How what is filed will be numbered, and which other calls may give the same numbers.
    private static func numbers(_ site: Site, _ context: SalaContext, _ view: CallView) -> String {
        let (call, filing) = (view.call, view.programme.filing)
        let first = filing.number(1, in: call)
        guard filing.tellsCallsApart else { return site.say("settings.numbers", context, ["first": first]) }
        guard call.state == .draft else {
            let key = call.series == nil ? "settings.numbers" : "settings.numbers-own"
            return site.say(key, context, ["first": first])
        }
        var second = call
        second.series = 2
        return site.say(
            "settings.numbers-draft", context, ["first": first, "second": filing.number(1, in: second)])
    }
}
