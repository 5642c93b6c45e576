import SalaEngine
import SalaStore
import SalaThai

/// Says what an extension of a call's period does, and whom it concerns, before it is done.
struct ExtensionConfirmationPage: Page {
    static let template = "pages/extension-confirmation"
    let chrome: Chrome
    let call: String
    let settingsURL: String
    let confirm: ConfirmView

    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ draft: CallDraft, end: Instant,
        _ outlook: ExtensionOutlook
    ) {
        let (handle, now) = (view.call.handle, context.visit.now)
        let isThai = context.visit.isThai
        call = view.call.title(context.visit.language)
        settingsURL = Paths.settings(of: handle)
        chrome = site.chrome("\(site.say("settings.extend", context)) – \(call)", context)
        var values = [
            "present": view.call.period.closes?.text(.long, thai: isThai) ?? "",
            "closes": end.text(.long, thai: isThai), "second": Digits.padded(end.localTime.second, to: 2),
            "reason": draft[ExtensionPage.reason], "filed": Digits.grouped(view.filed),
            "people": Digits.grouped(outlook.people), "count": Digits.grouped(outlook.drafts),
        ]
        func say(_ key: String) -> String { site.say("settings.extend-\(key)", context, values) }
        let drafts = say(outlook.drafts == 0 ? "no-drafts" : "drafts")
        values["count"] = values["people"]
        let letters = say(outlook.people == 0 ? "no-letters" : "letters")
        let isClosed = CallMoment(view.call.period, at: now) == .closed
        let typed = [CallDraft.closesDate, CallDraft.closesTime, ExtensionPage.reason].map {
            HiddenFieldView(name: $0, value: draft[$0])
        }
        confirm = ConfirmView(
            title: say("title"), text: say("text"),
            consequences: [
                say("end"), isClosed ? say("again") : nil, drafts, letters, say("filed"), say("public"),
                say("final"),
            ].compactMap(\.self),
            url: Paths.extensions(of: handle), fields: typed, label: site.say("settings.extend", context),
            cancelURL: Paths.adding(
                typed.map { ($0.name, $0.value) } + [(ExtensionPage.change, "1")],
                to: Paths.extensions(of: handle)))
    }
}
