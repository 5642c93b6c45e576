import SalaEngine
import SalaStore

/// The form of a programme to walk through without a submission: what is typed stays in the address and is
/// kept nowhere, and the questions that depend on it come and go as they will for those who file.
struct FormWalk: Sendable {
    let url: String
    let role: String
    let pages: [NavigationLink]
    let page: String
    let title: String
    let hint: String?
    let fields: [FieldView]
    /// The answers of the other pages.
    let kept: [HiddenFieldView]
    /// The page is not asked while the answers are as they are.
    let isSkipped: Bool
    /// The name of the page after this one.
    let next: String?

    init?(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ role: Role,
        _ items: [(name: String, value: String)]
    ) {
        let form = view.programme.form
        let asked = items.last { $0.name == "page" }?.value
        guard let page = form.pages.first(where: { $0.name == asked }) ?? form.pages.first else { return nil }
        let handle = view.call.handle
        let language = context.visit.language
        let texts = view.programme.texts
        let posted = Dictionary(grouping: items) { $0.name }.mapValues { $0.map(\.value) }
        var answers = form.standardAnswers
        for other in form.pages {
            answers.merge(form.reading(posted, page: other.name)) { _, typed in typed }
        }
        let asking = Asking(site, context, .form(view.programme, language), form: form, answers: answers)
        url = Paths.preview(of: handle)
        self.role = role.name
        pages = form.pages.map { other in
            NavigationLink(
                label: texts["form.\(other.name).label", language],
                url: Paths.preview(of: handle, as: role.name, page: other.name),
                isCurrent: other.name == page.name)
        }
        self.page = page.name
        title = texts["form.\(page.name).label", language]
        hint = texts.find("form.\(page.name).hint", language)
        fields = asking.fields(of: page, answers: answers)
        let own = Set(page.questions.map(\.name))
        let names = Set(form.questions.map(\.name)).subtracting(own)
        kept = items.filter { names.contains($0.name) && !$0.value.isEmpty }
            .map { HiddenFieldView(name: $0.name, value: $0.value) }
        isSkipped = !asking.showing.isRelevant(page)
        next = form.pages.firstIndex { $0.name == page.name }.map { form.pages[($0 + 1)...] }?.first?.name
    }
}
