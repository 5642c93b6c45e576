import Foundation
import SalaEngine
import SalaThai

/// Turns the questions of a form into fields of a page, in one language, with what was answered and what is
/// mistaken.
struct Asking: Sendable {
    /// Where the words of a form stand among a programme's texts.
    struct Wording: Sendable {
        var texts: Texts
        var language: Language
        /// What the keys of questions begin with.
        var questions: String
        /// What the keys of choices begin with.
        var choices: String

        /// The words of the programme's form.
        static func form(_ programme: Programme, _ language: Language) -> Wording {
            Wording(texts: programme.texts, language: language, questions: "form", choices: "choice")
        }

        /// The words of what an action asks, whose one page is named like its file.
        static func asks(_ form: Form, _ programme: Programme, _ language: Language) -> Wording {
            let prefix = "asks.\(form.pages.first?.name ?? "")"
            return Wording(
                texts: programme.texts, language: language, questions: prefix, choices: "\(prefix).choice")
        }

        func label(_ question: Question) -> String { texts["\(questions).\(question.name).label", language] }
        func hint(_ question: Question) -> String? {
            texts.find("\(questions).\(question.name).hint", language)
        }
        func constraint(_ question: Question) -> String? {
            texts.find("\(questions).\(question.name).constraint", language)
        }
        func choice(_ name: String, of list: String) -> String {
            texts["\(choices).\(list).\(name)", language]
        }
    }

    let site: Site
    let context: SalaContext
    let wording: Wording
    let showing: Showing
    var mistakes: [Mistake]
    /// The files of a submission by id, with the addresses they can be had under.
    var files: [String: AttachmentView] = [:]
    /// What is saved, which is told where somebody else has answered otherwise.
    var saved: Answers = [:]
    /// Questions that decide whether others show or are required, so that the page must be asked for anew
    /// when they change.
    let deciding: Set<String>

    init(
        _ site: Site, _ context: SalaContext, _ wording: Wording, form: Form, answers: Answers,
        mistakes: [Mistake] = []
    ) {
        self.site = site
        self.context = context
        self.wording = wording
        self.mistakes = mistakes
        showing = form.showing(answers, at: context.visit.now)
        deciding = form.questions.reduce(into: []) { names, question in
            names.formUnion(question.relevant?.references ?? [])
            names.formUnion(question.required?.references ?? [])
            names.formUnion(question.choiceFilter?.references ?? [])
            for group in question.groups { names.formUnion(group.relevant?.references ?? []) }
        }
    }

    /// The fields of a page, without questions that are not relevant or only reckon.
    func fields(of page: SalaEngine.Page, answers: Answers) -> [FieldView] {
        page.questions.filter { $0.kind != .calculate && showing.isRelevant($0) }.map { question in
            field(question, answers[question.name] ?? showing.answers[question.name], of: page)
        }
    }

    private func field(_ question: Question, _ answer: Answer?, of page: SalaEngine.Page) -> FieldView {
        let found = mistakes.filter { $0.question == question.name }
        let wrong = found.map { sentence($0, question) }
        let isOvertaken = found.contains { $0.kind == .overtaken }
        return FieldView(
            name: question.name, label: wording.label(question), hint: hint(question, of: page),
            error: wrong.isEmpty ? nil : wrong.joined(separator: " "),
            isRequired: showing.isRequired(question),
            isReadOnly: question.isReadOnly, newer: isOvertaken ? newer(question) : nil,
            control: control(question, answer))
    }

    /// The programme's hint, how long a text may be where the form says so, and which answers of the page may
    /// call for one that need not be given yet; nil when there is nothing to say.
    private func hint(_ question: Question, of page: SalaEngine.Page) -> String? {
        var hints = [wording.hint(question)].compactMap(\.self)
        if question.kind == .text, !question.isReadOnly, question.parameters["max-length"] != nil {
            let limit = Digits.grouped(question.maximumLength)
            hints.append(site.say("entry.rule-length", context, ["limit": limit]))
        }
        let callers = page.questions.filter {
            question.required?.references.contains($0.name) == true && $0.name != question.name
        }
        if !callers.isEmpty, !showing.isRequired(question) {
            let labels = callers.map { "“\(wording.label($0))”" }.joined(separator: ", ")
            hints.append(site.say("entry.required-by", context, ["questions": labels]))
        }
        return hints.reduce(nil) { said, hint in
            said.map { $0 + (".?".contains($0.last ?? " ") ? " " : " · ") + hint } ?? hint
        }
    }

    /// What is saved by now instead of what was typed.
    private func newer(_ question: Question) -> ReadingControl {
        let paragraphs = AnswerWording(wording).paragraphs(question, saved[question.name])
        return ReadingControl(
            paragraphs: paragraphs.isEmpty ? [site.say("entry.newer-none", context)] : paragraphs)
    }

    private func control(_ question: Question, _ answer: Answer?) -> FieldControl {
        let text = answer?.string ?? ""
        let reloads = deciding.contains(question.name)
        if question.isReadOnly, question.kind != .note {
            return .reading(ReadingControl(paragraphs: AnswerWording(wording).paragraphs(question, answer)))
        }
        switch question.kind {
        case .text where question.appearance.contains("multiline"):
            return .multiline(MultilineControl(value: text, reloads: reloads))
        case .text:
            return .text(TextControl(value: text, inputMode: question.inputMode, reloads: reloads))
        case .integer, .decimal:
            let isWhole = question.kind == .integer
            return .text(
                TextControl(
                    value: text, inputMode: isWhole ? "numeric" : "decimal", width: "medium", reloads: reloads
                ))
        case .date:
            return .date(
                DateControl(
                    value: LocalDate(iso: text)?.text(.long, thai: context.visit.isThai) ?? text,
                    reloads: reloads))
        case .selectOne(let list):
            return .oneOf(choices(question, list, answer), reloads: reloads)
        case .selectMultiple(let list):
            return .checkboxes(
                ChoicesControl(choices: choices(question, list, answer), reloads: reloads))
        case .file, .image:
            return .files(filesControl(question, answer))
        case .note, .calculate:
            return .note(
                ReadingControl(paragraphs: wording.label(question).split(separator: "\n").map(String.init)))
        }
    }

    private func choices(_ question: Question, _ list: String, _ answer: Answer?) -> [ChoiceView] {
        let chosen = Set(answer?.items ?? [])
        return showing.choices(of: question).map { choice in
            ChoiceView(
                value: choice.name, label: wording.choice(choice.name, of: list),
                isChosen: chosen.contains(choice.name))
        }
    }

    private func filesControl(_ question: Question, _ answer: Answer?) -> FilesControl {
        let existing = (answer?.items ?? []).compactMap { files[$0] }
        let rule = site.rule(of: question, context)
        let isReplacing = !existing.isEmpty && question.maximumFiles == 1
        return FilesControl(
            existing: existing, accept: question.acceptedTypes, isMultiple: question.maximumFiles > 1,
            rule: isReplacing ? "\(rule) \(site.say("entry.rule-replaces", context))" : rule,
            maximumBytes: question.maximumMebibytes << 20,
            shown: question.replacesFile ? ShownAnswers(saved, of: [question.name]).text : nil)
    }

    /// How to mend a mistake, in words.
    func sentence(_ mistake: Mistake, _ question: Question?) -> String {
        if mistake.kind == .constraint, let question, let text = wording.constraint(question) { return text }
        if mistake.kind == .missing, question?.takesFiles == true {
            return site.say("mistake.missing-file", context)
        }
        let sentence = site.sentence(mistake.kind, context)
        guard case .wrongFileType = mistake.kind, let question, question.takesFiles else { return sentence }
        return "\(sentence) \(site.say("mistake.kinds-taken", context, ["kinds": question.acceptedKinds]))"
    }

    /// The mistakes as a summary whose links lead to the fields.
    func summary(_ form: Form) -> ErrorSummaryView? {
        guard !mistakes.isEmpty else { return nil }
        return ErrorSummaryView(
            mistakes: links(form) { "#\(FieldView.anchor(of: $0.question))" })
    }

    /// The mistakes in words, each with its question's and with a link to where it is mended.
    func links(_ form: Form, to url: (Mistake) -> String) -> [LinkView] {
        mistakes.map { mistake in
            let question = form.question(mistake.question)
            let label = question.map(wording.label) ?? mistake.question
            return LinkView(mistake: sentence(mistake, question), in: label, url: url(mistake))
        }
    }
}

extension Question {
    fileprivate var inputMode: String {
        if appearance.contains("email") { return "email" }
        return appearance.contains("tel") || appearance.contains("numbers") ? "tel" : "text"
    }

    /// HTML's `accept`.
    fileprivate var acceptedTypes: String {
        if kind == .image { return "image/jpeg,image/png,image/webp" }
        return acceptedEndings.map { ".\($0)" }.joined(separator: ",")
    }

    /// The kinds of files as people know them.
    fileprivate var acceptedKinds: String {
        kind == .image ? "JPG, PNG, WebP" : acceptedEndings.map { $0.uppercased() }.joined(separator: ", ")
    }

    /// What the names of files end in.
    fileprivate var acceptedEndings: [String] {
        (parameters["accept"] ?? "pdf,docx,xlsx,pptx,odt,jpg,png").split(separator: ",").map(String.init)
    }
}

extension Site {
    /// Which files the question takes, how many and how large.
    func rule(of question: Question, _ context: SalaContext) -> String {
        say(
            question.kind == .image ? "entry.rule-image" : "entry.rule-file", context,
            [
                "count": String(question.maximumFiles), "megabytes": String(question.maximumMebibytes),
                "kinds": question.acceptedKinds,
            ])
    }

    /// How to mend a mistake of that kind.
    func sentence(_ kind: Mistake.Kind, _ context: SalaContext) -> String {
        switch kind {
        case .missing: say("mistake.missing", context)
        case .overtaken: say("mistake.overtaken", context)
        case .notAnInteger: say("mistake.not-an-integer", context)
        case .notADecimal: say("mistake.not-a-decimal", context)
        case .notADate: say("mistake.not-a-date", context)
        case .noSuchDay: say("mistake.no-such-day", context)
        case .tooLong(let limit): say("mistake.too-long", context, ["limit": Digits.grouped(limit)])
        case .notAChoice: say("mistake.not-a-choice", context)
        case .constraint: say("mistake.constraint", context)
        case .tooManyFiles(let limit): say("mistake.too-many-files", context, ["count": String(limit)])
        case .noPlaceForFile(let limit, let file):
            say("mistake.no-place-for-file", context, ["count": String(limit), "file": file])
        case .fileTooLarge(let limit, let file):
            say("mistake.file-too-large", context, ["limit": String(limit), "file": file])
        case .emptyFile(let file): say("mistake.empty-file", context, ["file": file])
        case .damagedFile(let file): say("mistake.damaged-file", context, ["file": file])
        case .wrongFileType(let file): say("mistake.wrong-file-type", context, ["file": file])
        case .sameFile(let file, let known):
            say("mistake.same-file", context, ["file": file, "known": known])
        case .fileOvertaken(let file, let known):
            say("mistake.file-overtaken", context, ["file": file, "known": known])
        case .uploadsUsedUp(let files, let mebibytes):
            say(
                "mistake.uploads-used-up", context,
                ["limit": String(files), "mebibytes": Digits.grouped(mebibytes)])
        }
    }
}
