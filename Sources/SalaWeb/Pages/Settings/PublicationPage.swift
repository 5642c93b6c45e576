import SalaEngine
import SalaStore
import SalaThai

/// Asks once more before a call is published, and says what follows.
struct PublicationPage: Page {
    static let template = "pages/publication"
    let chrome: Chrome
    let call: String
    let settingsURL: String
    let facts: [FactView]
    let confirm: ConfirmView

    init(_ site: Site, _ context: SalaContext, _ view: CallView) {
        let handle = view.call.handle
        call = view.call.title(context.visit.language)
        settingsURL = Paths.settings(of: handle)
        chrome = site.chrome("\(site.say("settings.publish", context)) – \(call)", context)
        let period = site.words(view.call.period, context)
        facts = [
            FactView(term: site.say("settings.fact-period", context), detail: period),
            FactView(
                term: site.say("settings.fact-address", context),
                detail: site.settings.address + Paths.call(handle), url: Paths.call(handle)),
        ]
        var consequences = ["visible", "fixed", "end"].map { site.say("settings.publish-\($0)", context) }
        if CallMoment(view.call.period, at: context.visit.now) == .closed {
            consequences.insert(site.say("settings.publish-closed", context), at: 0)
        }
        confirm = ConfirmView(
            title: site.say("settings.publish-title", context),
            text: site.say("settings.publish-text", context),
            consequences: consequences, url: Paths.publication(of: handle),
            label: site.say("settings.publish", context), cancelURL: settingsURL)
    }
}
