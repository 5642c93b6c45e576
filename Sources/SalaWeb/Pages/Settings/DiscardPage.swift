import SalaEngine
import SalaStore
import SalaThai

/// Asks once more before a draft is thrown away, and says what is lost with it.
struct DiscardPage: Page {
    static let template = "pages/discard"
    let chrome: Chrome
    let call: String
    let settingsURL: String
    let confirm: ConfirmView

    init(_ site: Site, _ context: SalaContext, _ history: CallHistory) {
        let (view, isThai) = (history.view, context.visit.isThai)
        let handle = view.call.handle
        call = view.call.title(context.visit.language)
        settingsURL = Paths.settings(of: handle)
        chrome = site.chrome("\(site.say("settings.discard", context)) – \(call)", context)
        let first = history.events.first
        let people = history.holders
        let values = [
            "call": call, "handle": handle, "count": Digits.grouped(people),
            "name": first?.actor.flatMap { history.names[$0] } ?? "–",
            "time": first?.at.text(.long, thai: isThai) ?? "–",
        ]
        func say(_ key: String) -> String { site.say("settings.discard-\(key)", context, values) }
        confirm = ConfirmView(
            title: say("title"), text: say("text"),
            consequences: [
                say("settings"), people > 0 ? say("people") : nil, say("nothing-filed"), say("handle"),
                say("history"),
            ].compactMap(\.self),
            url: Paths.deletion(of: handle), label: site.say("settings.discard", context),
            cancelURL: settingsURL, isDangerous: true)
    }
}
