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
        let sent = SentAnswers(field: "reason", reason: posting.text("reason"), entry: shown.submission)
        if let mistake = declares ? mistake(in: sent, context) : contradiction(in: sent, context) {
            return try refuse(sent, questions, context, mistake: mistake)
        }
        let answers = self.answers(
            to: questions, shown: [shown], conflicts: declares ? [key(shown)] : [], because: sent.reason,
            context)
        guard !answers.isEmpty else { return try refuse(sent, questions, context) }
        let done = try await write(answers, handle, context)
        if done.declared > 0 { return site.redirect(to: Paths.judging(handle), done: "conflict-declared") }
        guard done.cleared > 0 else { return try await goOn(handle, context) }
        return site.redirect(to: Paths.review(shown.round, of: shown.submission), done: "conflicts-cleared")
    }

    private func answerNamed(
        _ posting: Posting, _ questions: ConflictQuestions, _ context: SalaContext
    ) async throws -> Response {
        let sent = SentAnswers(
            field: "reason", reason: posting.text("reason"), ticked: Set(posting.fields["conflict"] ?? []))
        if let mistake = sent.ticked.isEmpty ? contradiction(in: sent, context) : mistake(in: sent, context) {
            return try refuse(sent, questions, context, mistake: mistake)
        }
        let shown = (posting.fields["shown"] ?? []).compactMap(AskedWords.init)
        let answers = self.answers(
            to: questions, shown: shown, conflicts: sent.ticked, because: sent.reason, context)
        // What was answered, or taken off, meanwhile may be passed over, unless a conflict was ticked there.
        let taken = Set(answers.map { "\($0.submission)/\($0.round)" })
        let asked = Set(questions.named.map { "\($0.submission)/\($0.round)" })
        guard
            shown.map(key).allSatisfy({ key in
                taken.contains(key) || !asked.contains(key) && !sent.ticked.contains(key)
            })
        else { return try refuse(sent, questions, context) }
        _ = try await write(answers, questions.view.call.handle, context)
        return try await goOn(questions.view.call.handle, context)
    }

    private func answerBlindly(
        _ posting: Posting, _ questions: ConflictQuestions, _ context: SalaContext
    ) async throws -> Response {
        let round = posting.text("round")
        let sent = SentAnswers(
            field: "reason-\(round)", reason: posting.text("reason-\(round)"),
            ticked: Set(posting.fields["conflict-\(round)"] ?? []))
        if let mistake = sent.ticked.isEmpty ? contradiction(in: sent, context) : mistake(in: sent, context) {
            return try refuse(sent, questions, context, mistake: mistake)
        }
        // The whole list is answered or none of it: an answer for a part would tell whose entry it opens.
        guard let question = questions.blind.first(where: { $0.round == round }),
            site.stamp(question, context) == posting.text("stamp")
        else { return try refuse(sent, questions, context) }
        do {
            _ = try await site.store.answerConflicts(
                blindly: BlindAnswer(
                    question: question, conflicts: sent.ticked, words: site.words(question.filers, context),
                    reason: sent.reason),
                under: questions.view.call.handle, by: try context.visitor().person, at: context.visit.now)
        } catch Refusal.overtaken {
            return try refuse(sent, try await self.questions(context), context)
        }
        return try await goOn(questions.view.call.handle, context)
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

    /// Shows what was sent again, with what is wrong with it.
    ///
    /// - Parameter mistake: of the reason; nil where something else is asked by now than what was answered.
    private func refuse(
        _ sent: SentAnswers, _ questions: ConflictQuestions, _ context: SalaContext,
        mistake: String? = nil
    ) throws -> Response {
        let page = ConflictsPage(site, context, questions, entry: sent.entry, sent: sent, mistake: mistake)
        return mistake == nil
            ? try site.answer(page, context, refusing: .overtaken([]))
            : try site.answer(page, context, status: .unprocessableContent)
    }

    /// A reason without a conflict: one of the two is not what the judge meant.
    private func contradiction(in sent: SentAnswers, _ context: SalaContext) -> String? {
        guard sent.reason.contains(where: { !$0.isWhitespace }) else { return nil }
        return site.say(
            sent.entry == nil ? "conflicts.reason-alone" : "conflicts.reason-alone-one", context)
    }

    private func mistake(in sent: SentAnswers, _ context: SalaContext) -> String? {
        guard sent.reason.contains(where: { !$0.isWhitespace }) else {
            return site.sentence(.missing, context)
        }
        return sent.reason.utf16.count > Submission.maximumReason
            ? site.sentence(.tooLong(Submission.maximumReason), context) : nil
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
