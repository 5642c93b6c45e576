import SalaEngine
import SalaStore

/// Where an office opens a call: first the programme, then the settings.
struct NewCallPage: Page {
    static let template = "pages/new-call"

    let chrome: Chrome
    let url: String
    /// The programmes that the person may open, while none is chosen.
    let programmes: [ProgrammeChoice]
    let form: Form?

    struct ProgrammeChoice: Sendable {
        let name: String
        let summary: String?
        let url: String
    }

    struct Form: Sendable {
        let programme: String
        /// What the form sends as `programme`.
        let programmeName: String
        /// Empty when there is but one office to open it.
        let offices: FieldView?
        let office: String
        let sections: [CallFormView.Section]
        let errors: ErrorSummaryView?
    }

    init(_ site: Site, _ context: SalaContext, choosing programmes: [Programme]) {
        let language = context.visit.language
        chrome = site.chrome(site.say("settings.new", context), context)
        url = Paths.calls
        self.programmes = programmes.map { programme in
            ProgrammeChoice(
                name: programme.texts["programme.name", language],
                summary: programme.texts.find("programme.summary", language),
                url: Paths.newCall(of: programme.name))
        }
        form = nil
    }

    init(
        _ site: Site, _ context: SalaContext, opening programme: Programme,
        for offices: [OrganisationSummary],
        _ draft: CallDraft, office: String = "", mistakes: [CallDraft.Mistake] = []
    ) {
        let language = context.visit.language
        chrome = site.chrome(site.say("settings.new", context), context)
        url = Paths.calls
        programmes = []
        let view = CallFormView(site, context, draft, of: programme, isNew: true, mistakes: mistakes)
        let chosen =
            offices.contains { $0.id.description == office } ? office : offices.first?.id.description ?? ""
        let choices = offices.map { organisation in
            let id = organisation.id.description
            return ChoiceView(value: id, label: organisation.name(language), isChosen: id == chosen)
        }
        form = Form(
            programme: programme.texts["programme.name", language], programmeName: programme.name,
            offices: offices.count > 1
                ? FieldView(
                    name: "office", label: site.say("settings.office", context), isRequired: true,
                    control: .oneOf(choices)) : nil,
            office: chosen, sections: view.sections, errors: view.errors)
    }
}
