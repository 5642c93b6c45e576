import Foundation
import Hummingbird
import SalaEngine
import SalaStore

/// What a judge says about conflicts of interest before anything can be read.
struct ConflictRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/judging/conflicts", show)
        routes.post("/calls/{call}/judging/conflicts", answer)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let questions = try await questions(context)
        let entry = context.visit.path.queryItem("entry").flatMap { SubmissionID($0) }
        return try site.answer(ConflictsPage(site, context, questions, entry: entry), context)
    }

    @Sendable private func answer(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        // Who is asked nothing is told so, whatever was sent.
        let questions = try await questions(context)
        return switch posting.text("kind") {
        case "one": try await answerOne(posting, questions, context)
        case "named": try await answerNamed(posting, questions, context)
        case "blind": try await answerBlindly(posting, questions, context)
        default: throw Refusal.unfit("answer")
        }
    }

    private func answerOne(
        _ posting: Posting, _ questions: ConflictQuestions, _ context: SalaContext
    ) async throws -> Response {
        let handle = questions.view.call.handle
        guard let shown = posting.fields["shown"]?.first.flatMap(AskedWords.init) else {
            throw Refusal.unfit("answer")
        }
        let declares = posting.text("answer") == "yes"
        if declares, let mistake = mistake(in: posting.text("reason")) {
            let refused = RefusedAnswers(
                field: "reason", reason: posting.text("reason"), ticked: [], mistake: mistake)
            let page = ConflictsPage(site, context, questions, entry: shown.submission, refused: refused)
            return try site.answer(page, context, status: .unprocessableContent)
        }
        let answers = self.answers(
            to: questions, shown: [shown], conflicts: declares ? [key(shown)] : [],
            because: posting.text("reason"), context)
        let done = try await write(answers, handle, context)
        if done.declared > 0 { return site.redirect(to: Paths.judging(handle), done: "conflict-declared") }
        guard done.cleared > 0 else { return try await goOn(handle, context) }
        return site.redirect(to: Paths.review(shown.round, of: shown.submission), done: "conflicts-cleared")
    }

    private func answerNamed(
        _ posting: Posting, _ questions: ConflictQuestions, _ context: SalaContext
    ) async throws -> Response {
        let ticked = Set(posting.fields["conflict"] ?? [])
        let reason = posting.text("reason")
        if !ticked.isEmpty, let mistake = mistake(in: reason) {
            return try refuse(
                RefusedAnswers(field: "reason", reason: reason, ticked: ticked, mistake: mistake), questions,
                context)
        }
        let shown = (posting.fields["shown"] ?? []).compactMap(AskedWords.init)
        _ = try await write(
            answers(to: questions, shown: shown, conflicts: ticked, because: reason, context),
            questions.view.call.handle, context)
        return try await goOn(questions.view.call.handle, context)
    }

    private func answerBlindly(
        _ posting: Posting, _ questions: ConflictQuestions, _ context: SalaContext
    ) async throws -> Response {
        let round = posting.text("round")
        let ticked = Set(posting.fields["conflict-\(round)"] ?? [])
        let reason = posting.text("reason-\(round)")
        let handle = questions.view.call.handle
        if !ticked.isEmpty, let mistake = mistake(in: reason) {
            return try refuse(
                RefusedAnswers(
                    field: "reason-\(round)", reason: reason, ticked: ticked, mistake: mistake), questions,
                context)
        }
        let listed = Set(posting.text("listed").split(separator: " ").map(String.init))
        // Only what stands in the same words on the page of now was answered.
        let filers = (questions.blind.first { $0.round == round }?.filers ?? []).filter {
            listed.contains($0.key)
        }
        let words = site.words(filers, context)
        guard !filers.isEmpty, words.stamp == posting.text("stamp") else {
            return try await goOn(handle, context)
        }
        _ = try await site.store.answerConflicts(
            blindly: BlindAnswer(
                round: round,
                submissions: posting.text("entries").split(separator: " ").compactMap {
                    SubmissionID(String($0))
                },
                listed: listed, conflicts: ticked.intersection(listed), words: words, reason: reason),
            under: handle, by: try context.visitor().person, at: context.visit.now)
        return try await goOn(handle, context)
    }

    /// What was shown and is still asked in the same words, with what is said of it.
    private func answers(
        to questions: ConflictQuestions, shown: [AskedWords], conflicts: Set<String>, because reason: String,
        _ context: SalaContext
    ) -> [ConflictAnswer] {
        questions.named.compactMap { question in
            let asked = site.asked(question, of: questions.view, context)
            guard shown.contains(asked) else { return nil }
            return ConflictAnswer(
                submission: question.submission, round: question.round,
                words: site.words(question, of: questions.view, context),
                conflict: conflicts.contains(key(asked)) ? reason : nil)
        }
    }

    private func key(_ asked: AskedWords) -> String { "\(asked.submission)/\(asked.round)" }

    private func write(
        _ answers: [ConflictAnswer], _ handle: String, _ context: SalaContext
    ) async throws -> ConflictsAnswered {
        try await site.store.answerConflicts(
            answers, under: handle, by: try context.visitor().person, at: context.visit.now)
    }

    /// To the judge's desk, or to what is still asked: it came, or was worded anew, meanwhile.
    private func goOn(_ handle: String, _ context: SalaContext) async throws -> Response {
        let left = try await questions(context)
        return left.count == 0
            ? site.redirect(to: Paths.judging(handle), done: "conflicts-answered")
            : site.redirect(to: Paths.conflicts(handle), done: "conflicts-left")
    }

    private func refuse(
        _ refused: RefusedAnswers, _ questions: ConflictQuestions, _ context: SalaContext
    ) throws -> Response {
        let page = ConflictsPage(site, context, questions, refused: refused)
        return try site.answer(page, context, status: .unprocessableContent)
    }

    private func mistake(in reason: String) -> Mistake.Kind? {
        guard reason.contains(where: { !$0.isWhitespace }) else { return .missing }
        return reason.utf16.count > Submission.maximumReason ? .tooLong(Submission.maximumReason) : nil
    }

    private func questions(_ context: SalaContext) async throws -> ConflictQuestions {
        try await site.store.conflictQuestions(
            try context.word("call"), for: try context.visitor().person)
    }
}

extension Site {
    /// The page that asks what has to be said before the one in the address may be read; nil where nothing
    /// is asked.
    func question(before context: SalaContext) async throws -> String? {
        guard let id: SubmissionID = try? context.id("submission"), let visitor = context.visit.visitor,
            let handle = try await store.callAsking(about: id, visitor.person)
        else { return nil }
        return Paths.conflicts(handle, about: id)
    }
}
