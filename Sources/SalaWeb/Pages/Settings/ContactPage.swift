import SalaEngine
import SalaStore
import SalaThai

/// Where the contact of a published call is changed.
struct ContactPage: Page {
    static let template = "pages/contact"

    let chrome: Chrome
    let call: String
    let settingsURL: String
    let url: String
    let field: FieldView
    let errors: ErrorSummaryView?

    /// - Parameter typed: nil shows the contact as it stands.
    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, typed: String? = nil,
        mistakes: [CallDraft.Mistake] = []
    ) {
        let handle = view.call.handle
        call = view.call.title(context.visit.language)
        settingsURL = Paths.settings(of: handle)
        url = Paths.contact(of: handle)
        chrome = site.chrome("\(site.say("settings.change-contact", context)) – \(call)", context)
        let label = site.say("settings.contact", context)
        let error = mistakes.first.map { site.say("settings.mistake.\($0.key)", context, $0.values) }
        let field = FieldView(
            name: CallDraft.contact, label: label,
            hint: site.say("settings.contact-hint", context), error: error,
            control: .text(
                TextControl(
                    value: typed ?? view.call.settings.contact ?? "", maximumLength: Call.maximumContact)))
        self.field = field
        errors = ErrorSummaryView(of: [field])
    }
}
