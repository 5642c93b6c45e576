import SalaEngine
import SalaStore
import SalaThai

/// Says what an extension of a call's period does, and whom it concerns, before it is done.
struct ExtensionConfirmationPage: Page {
    static let template = "pages/extension-confirmation"
    let chrome: Chrome
    let call: String
    let settingsURL: String
    let title: String
    let confirm: ConfirmView

    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ draft: CallDraft, end: Instant,
        _ outlook: ExtensionOutlook
    ) {
        let (handle, now) = (view.call.handle, context.visit.now)
        let isThai = context.visit.isThai
        call = view.call.title(context.visit.language)
        settingsURL = Paths.settings(of: handle)
        let deed = view.call.endDeed
        title = site.say("settings.\(deed)", context)
        chrome = site.chrome("\(title) – \(call)", context)
        var values = [
            "present": view.call.period.closes?.text(.long, thai: isThai) ?? "",
            "closes": end.text(.long, thai: isThai), "second": Digits.padded(end.localTime.second, to: 2),
            "reason": draft[ExtensionPage.reason], "filed": Digits.grouped(view.filed),
            "people": Digits.grouped(outlook.people), "count": Digits.grouped(outlook.drafts),
        ]
        func say(_ key: String, of deed: String = "extend") -> String {
            site.say("settings.\(deed)-\(key)", context, values)
        }
        let drafts = outlook.drafts == 0 ? say("no-drafts") : say("drafts", of: deed)
        values["count"] = values["people"]
        let letters = say(outlook.people == 0 ? "no-letters" : "letters")
        let isClosed = CallMoment(view.call.period, at: now) == .closed
        let typed = [CallDraft.closesDate, CallDraft.closesTime, ExtensionPage.reason].map {
            HiddenFieldView(name: $0, value: draft[$0])
        }
        confirm = ConfirmView(
            title: say("title", of: deed), text: say("text"),
            consequences: [
                say("end", of: deed), isClosed ? say("again") : nil, drafts, letters, say("filed"),
                say("public", of: deed), say("final"),
            ].compactMap(\.self),
            url: Paths.extensions(of: handle), fields: typed, label: title,
            cancelURL: Paths.adding(
                typed.map { ($0.name, $0.value) } + [(ExtensionPage.change, "1")],
                to: Paths.extensions(of: handle)))
    }
}
