import SalaEngine
import SalaStore
import SalaThai

/// Asks once more before a call is published, and says what follows.
struct PublicationPage: Page {
    static let template = "pages/publication"
    /// In the form: the newest event of the call that the page shows.
    static let expected = "expected"
    let chrome: Chrome
    let call: String
    let settingsURL: String
    /// What was done to the call since the page was shown before.
    let changed: WarningView?
    let facts: [FactView]
    /// What stays as it is once the call is published.
    let fixed: [FactView]
    let rounds: [RoundView]
    let confirm: ConfirmView

    init(
        _ site: Site, _ context: SalaContext, _ view: CallView,
        version: (number: Int, publishedAt: Instant), changes: TimelineView? = nil
    ) {
        let handle = view.call.handle
        call = view.call.title(context.visit.language)
        settingsURL = Paths.settings(of: handle)
        chrome = site.chrome("\(site.say("settings.publish", context)) – \(call)", context)
        changed = changes.map {
            WarningView(site.say("settings.publish-changed", context), lines: $0.entries.flatMap(\.lines))
        }
        let period = site.words(view.call.period, context)
        facts = [
            FactView(term: site.say("settings.fact-period", context), detail: period),
            FactView(
                term: site.say("settings.fact-address", context),
                detail: site.settings.address + Paths.call(handle), url: Paths.call(handle)),
        ]
        fixed = PublicationPage.fixed(site, context, view, version)
        rounds = view.programme.rounds.map { RoundView(site, context, $0, of: view) }
        let isNameless = view.call.settings.contact == nil
        let consequences = [
            PublicationPage.lateness(CallMoment(view.call.period, at: context.visit.now)), "visible", "fixed",
            "end", isNameless ? "contact" : nil,
        ].compactMap(\.self).map { site.say("settings.publish-\($0)", context) }
        confirm = ConfirmView(
            title: site.say("settings.publish-title", context),
            text: site.say("settings.publish-text", context),
            consequences: consequences, url: Paths.publication(of: handle),
            fields: [HiddenFieldView(name: PublicationPage.expected, value: String(view.call.sequence))],
            label: site.say("settings.publish", context), cancelURL: settingsURL)
    }

    /// What is said of a period that has begun or ended before anybody could know of it.
    private static func lateness(_ moment: CallMoment) -> String? {
        switch moment {
        case .upcoming: nil
        case .open: "open"
        case .closed: "closed"
        }
    }

    private static func fixed(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ version: (number: Int, publishedAt: Instant)
    ) -> [FactView] {
        let (language, programme) = (context.visit.language, view.programme)
        func fact(_ key: String, _ detail: String) -> FactView {
            FactView(term: site.say(key, context), detail: detail)
        }
        let limit = programme.filing.limit.map { site.say("call.limit", context, ["limit": String($0)]) }
        let filer = site.say("call.filer-\(programme.filing.by.rawValue)", context)
        let number = site.say(
            "settings.version", context,
            [
                "number": Digits.grouped(version.number),
                "time": version.publishedAt.text(thai: context.visit.isThai),
            ])
        let questions = programme.form.questions.count { $0.kind != .note && $0.kind != .calculate }
        return [
            fact("settings.fact-title", view.call.title(language)),
            fact("settings.fact-programme", programme.texts["programme.name", language]),
            fact("settings.fact-version", number),
            fact("call.filer", [filer, limit].compactMap(\.self).joined(separator: " · ")),
            fact(
                "settings.fact-form",
                site.say(
                    "settings.form", context,
                    ["pages": String(programme.form.pages.count), "questions": Digits.grouped(questions)])),
        ]
            + programme.settings.map { setting in
                FactView(
                    term: programme.texts["setting.\(setting.name)", language],
                    detail: Digits.grouped(view.call.settings.number(setting.name, of: programme)))
            }
    }
}

extension TimelineEntryView {
    /// What, who and when in one line, and below it what the entry says more.
    fileprivate var lines: [String] {
        [[title, actor, time].compactMap(\.self).joined(separator: " · ")]
            + (note?.split(separator: "\n").map(String.init) ?? [])
    }
}
