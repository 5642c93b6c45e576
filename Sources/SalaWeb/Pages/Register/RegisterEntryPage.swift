import SalaEngine
import SalaStore
import SalaThai

/// The public page of one entry: what its programme's register shows, and nothing else.
struct RegisterEntryPage: PublicPage {
    static let template = "pages/register-entry"

    struct Picture: Sendable {
        let url: String
        let smallURL: String
        /// What it shows, as far as the site can say.
        let words: String
    }

    let chrome: Chrome
    var turns: [Instant] { [] }
    let call: String
    let registerURL: String
    let title: String
    let summary: String?
    let badge: StageBadgeView
    let pictures: [Picture]
    let facts: [FactView]
    let answers: [FactView]
    /// How the results came about by which it stands here.
    let results: [LinkView]

    /// - Parameters:
    ///   - query: what the register was narrowed to, where the way back leads.
    ///   - released: the rounds of the call whose results anybody may know.
    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ entry: PublicEntry, _ query: RegisterQuery,
        released: [Round] = []
    ) {
        let language = context.visit.language
        let handle = view.call.handle
        title = entry.card.title
        call = view.call.title(language)
        chrome = site.chrome("\(title) – \(call)", context)
        registerURL = query.url(of: handle)
        summary = entry.card.summary.isEmpty ? nil : entry.card.summary
        badge = StageBadgeView(entry.card.stage, of: entry.programme, language)
        let register = entry.programme.register
        let shown = entry.files(of: register?.picture ?? "").filter {
            MediaType.pictures.contains($0.mediaType)
        }
        pictures = shown.enumerated().map { index, file in
            Picture(
                url: Paths.registerAttachment(file.id, of: entry.card.number, in: handle),
                smallURL: Paths.registerThumbnail(file.id, of: entry.card.number, in: handle),
                words: site.say(
                    "register.picture", context,
                    ["number": String(index + 1), "count": String(shown.count), "title": entry.card.title]))
        }
        facts = RegisterEntryPage.facts(site, context, entry)
        results = site.results(of: released.filter(entry.isSelected), in: view, context)
        let wording = Asking.Wording.form(entry.programme, language)
        answers = (register?.page ?? []).compactMap { name in
            entry.programme.form.question(name).flatMap { FactView($0, entry, wording, in: handle) }
        }
    }

    private static func facts(_ site: Site, _ context: SalaContext, _ entry: PublicEntry) -> [FactView] {
        let language = context.visit.language
        func fact(_ key: String, _ detail: String) -> FactView {
            FactView(term: site.say("register.\(key)", context), detail: detail)
        }
        var facts: [FactView] = []
        if let organisation = entry.card.organisation {
            facts.append(fact("organisation", organisation.name(language)))
            facts.append(fact("province", organisation.province(language)))
        }
        facts.append(fact("number", entry.card.number))
        facts.append(fact("since", entry.card.since.localDate.text(.long, thai: context.visit.isThai)))
        return facts
    }
}

extension Site {
    /// The ways to how the results of those rounds came about.
    func results(of rounds: [Round], in view: CallView, _ context: SalaContext) -> [LinkView] {
        rounds.map { round in
            let name = view.programme.texts["round.\(round.name)", context.visit.language]
            return LinkView(
                label: say("result.link", context, ["round": name]),
                url: Paths.result(round.name, of: view.call.handle))
        }
    }
}

extension PublicEntry {
    /// Whether it stands where those selected in the round stand, or beyond.
    fileprivate func isSelected(in round: Round) -> Bool {
        programme.workflow.stages(beyond: [round.selection.selected]).contains(card.stage)
    }

    /// The files of one of the shown answers, in order.
    func files(of question: String) -> [Attachment] {
        (answers[question]?.items ?? []).compactMap { AttachmentID($0) }.compactMap { attachments[$0] }
    }
}

extension FactView {
    /// A shown answer; nil where nothing was answered.
    fileprivate init?(
        _ question: Question, _ entry: PublicEntry, _ wording: Asking.Wording, in handle: String
    ) {
        let files = entry.files(of: question.name).map { file in
            AttachmentView(
                file, url: Paths.registerAttachment(file.id, of: entry.card.number, in: handle),
                small: Paths.registerThumbnail(file.id, of: entry.card.number, in: handle))
        }
        let text = AnswerWording(wording).text(question, entry.answers[question.name])
        guard !text.isEmpty || !files.isEmpty else { return nil }
        self.init(
            term: entry.programme.publicLabel(of: question.name, wording.language), detail: text,
            url: text.isWebAddress ? text : nil, files: files)
    }
}

extension String {
    /// Whether the text is nothing but an address that a browser may be led to, safely.
    var isWebAddress: Bool {
        guard hasPrefix("https://") else { return false }
        return !contains { $0.isWhitespace || $0 == "<" || $0 == "\"" }
    }
}
