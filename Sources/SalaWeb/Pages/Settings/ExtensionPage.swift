import SalaEngine
import SalaStore
import SalaThai

/// Where the end of a published call is moved, with the reason that everybody will read.
struct ExtensionPage: Page {
    static let template = "pages/extension"
    static let reason = "reason"
    /// In the address: what it says is to be typed anew.
    static let change = "change"

    let chrome: Chrome
    let call: String
    let settingsURL: String
    let url: String
    let title: String
    /// What the button says.
    let check: String
    let present: String
    let fields: [FieldView]
    let errors: ErrorSummaryView?

    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, draft: CallDraft? = nil,
        mistakes: [CallDraft.Mistake] = []
    ) {
        let handle = view.call.handle
        call = view.call.title(context.visit.language)
        settingsURL = Paths.settings(of: handle)
        url = Paths.extensions(of: handle)
        title = site.say("settings.\(view.call.endDeed)", context)
        check = site.say("settings.\(view.call.endDeed)-check", context)
        chrome = site.chrome("\(title) – \(call)", context)
        present = site.words(view.call.period, context)
        func error(_ name: String) -> String? {
            mistakes.first { $0.field == name }.map {
                site.say("settings.mistake.\($0.key)", context, $0.values)
            }
        }
        func typed(_ name: String) -> String { draft.map { $0[name] } ?? "" }
        let fields = [
            FieldView(
                name: CallDraft.closesDate, label: site.say("settings.\(view.call.endDeed)-date", context),
                error: error(CallDraft.closesDate), isRequired: true,
                control: .date(DateControl(value: typed(CallDraft.closesDate)))),
            FieldView(
                name: CallDraft.closesTime, label: site.say("settings.closes-time", context),
                hint: site.say("settings.closes-time-hint", context), error: error(CallDraft.closesTime),
                control: .text(TextControl(value: typed(CallDraft.closesTime), width: "short"))),
            FieldView(
                name: Self.reason, label: site.say("settings.reason", context),
                hint: site.say("settings.reason-hint", context), error: error(Self.reason), isRequired: true,
                control: .multiline(
                    MultilineControl(value: typed(Self.reason), rows: 3, maximumLength: Call.maximumReason))
            ),
        ]
        self.fields = fields
        errors = ErrorSummaryView(of: fields)
    }
}

extension Call {
    /// What giving it another end is called, as the name of a text: `extend`, or `set-end` where it has none.
    var endDeed: String { period.closes == nil ? "set-end" : "extend" }
}
