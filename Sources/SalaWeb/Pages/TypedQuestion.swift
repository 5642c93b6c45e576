import Hummingbird
import SalaEngine
import SalaStore

/// A question as the person met it on a page, to tell again what was typed or chosen there.
struct TypedQuestion: Sendable {
    let name: String
    let label: String
    /// What a sent value is called: a choice by its words, anything else as it was typed.
    let words: @Sendable (String) -> String

    init(name: String, label: String, words: @escaping @Sendable (String) -> String = { $0 }) {
        self.name = name
        self.label = label
        self.words = words
    }

    /// Nil for what is only read, and for files, which a browser does not send again.
    init?(_ question: Question, _ wording: Asking.Wording) {
        let list: String
        switch question.kind {
        case .note, .calculate, .file, .image: return nil
        case .selectOne(let choices), .selectMultiple(let choices): list = choices
        case .text, .integer, .decimal, .date:
            self.init(name: question.name, label: wording.label(question))
            return
        }
        self.init(name: question.name, label: wording.label(question)) { value in
            wording.texts.find("\(wording.choices).\(list).\(value)", wording.language) ?? value
        }
    }
}

extension Site {
    /// The questions of the page that a posting came from, in its order; none where the page is none of those
    /// whose questions are known, or is not the visitor's.
    func typedQuestions(_ posting: Posting?, _ context: SalaContext) async -> [TypedQuestion] {
        guard let posting, !context.visit.isCrossSite, let person = context.visit.visitor?.person else {
            return []
        }
        // The labels are a comfort beside the texts: what hinders them must not hinder the answer.
        if context.parameters.get("submission") != nil {
            return (try? await questions(onSubmissionFor: person, context)) ?? []
        }
        return (try? await questions(onSettingsFor: person, posting, context)) ?? []
    }

    /// Of a page of the form, an action or a review.
    private func questions(
        onSubmissionFor person: PersonID, _ context: SalaContext
    ) async throws -> [TypedQuestion] {
        let programme = try await store.programme(of: try context.id("submission"), for: person)
        let language = context.visit.language
        if let page = context.parameters.get("page").flatMap({ programme.form.page($0) }) {
            let wording = Asking.Wording.form(programme, language)
            return page.questions.compactMap { TypedQuestion($0, wording) }
        }
        if let name = context.parameters.get("action"), let asks = programme.workflow.action(name)?.asks {
            let wording = Asking.Wording.asks(asks, programme, language)
            return asks.questions.compactMap { TypedQuestion($0, wording) }
        }
        guard let round = context.parameters.get("round").flatMap({ programme.round($0) }) else { return [] }
        let criteria = round.criteria.map { criterion in
            let key = "criterion.\(criterion.name)"
            return TypedQuestion(
                name: ReviewDraft.prefix + criterion.name, label: programme.texts[key, language]
            ) { programme.texts.find("\(key).level.\($0)", language) ?? $0 }
        }
        return criteria
            + [Round.filerComment, Round.committeeComment].map {
                TypedQuestion(name: $0, label: say("judging.\($0)", context))
            }
    }

    /// Of a page on which a call is opened, set up or extended.
    private func questions(
        onSettingsFor person: PersonID, _ posting: Posting, _ context: SalaContext
    ) async throws -> [TypedQuestion] {
        let path = context.visit.path.prefix { $0 != "?" }
        let programme: Programme?
        if path == Paths.calls {
            programme = try await store.publishedProgrammes().map(\.programme)
                .first { $0.name == posting.text("programme") }
        } else if let call = context.parameters.get("call"),
            [Paths.settings(of: call), Paths.contact(of: call), Paths.extensions(of: call)]
                .contains(String(path))
        {
            programme = try await store.call(call, for: person).programme
        } else {
            programme = nil
        }
        guard let programme else { return [] }
        let form = CallFormView(self, context, CallDraft(posting), of: programme, isNew: true)
        return form.sections.flatMap { section in
            section.fields.map { field in
                // A criterion may be weighed in several rounds.
                let place = section.shape == "compact" ? "\(section.title) – " : ""
                return TypedQuestion(name: field.name, label: place + field.label)
            }
        }
    }
}
