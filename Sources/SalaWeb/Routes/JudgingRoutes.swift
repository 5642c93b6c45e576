import Foundation
import Hummingbird
import SalaEngine
import SalaStore

/// What a judge does: the judge's own desk and one review after the other.
struct JudgingRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/judging", showDesk)
        routes.get("/submissions/{submission}/reviews/{round}", showReview)
        routes.post("/submissions/{submission}/reviews/{round}", save)
        routes.post("/submissions/{submission}/reviews/{round}/conflict", declareConflict)
        routes.post("/submissions/{submission}/reviews/{round}/abstention", abstain)
    }

    @Sendable private func showDesk(_ request: Request, _ context: SalaContext) async throws -> Response {
        let desk = try await site.store.judgeDesk(try context.word("call"), for: try context.visitor().person)
        let handedIn = try await site.notice(ofHandedIn: context)
        return try site.answer(JudgingPage(site, context, desk, telling: handedIn), context)
    }

    @Sendable private func showReview(_ request: Request, _ context: SalaContext) async throws -> Response {
        let own = try await ownReview(context)
        let handedIn = try await site.notice(ofHandedIn: context)
        return try site.answer(ReviewPage(site, context, own, telling: handedIn), context)
    }

    @Sendable private func save(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let id: SubmissionID = try context.id("submission")
        let round = try context.word("round")
        let draft = ReviewDraft(posted: posting.fields)
        let shown = posting.fields["stamp"]?.first.map(ShownReview.init)
        // What says nothing of where it leads stays where it is.
        let going = ReviewGoing(rawValue: posting.text("go")) ?? .stay
        if going == .draft { return try await keep(draft, over: shown, context) }
        let dossier: Dossier
        do {
            if going == .discard {
                try await site.store.dropDraft(of: id, in: round, expecting: shown, by: person)
                return site.redirect(to: Paths.review(round, of: id))
            }
            dossier = try await site.store.decide(
                .review(round: round, draft.scoring(isFinal: going == .give), shown: shown), on: id,
                by: person, at: context.visit.now)
        } catch Refusal.overtaken {
            return try await refuseOvertaken(draft, posting, context)
        } catch Refusal.mistaken(let mistakes) {
            do {
                try await site.store.keepDraft(
                    draft.scoring(isFinal: false), of: id, in: round, expecting: shown, by: person,
                    at: context.visit.now)
            } catch Refusal.overtaken {
                return try await refuseOvertaken(draft, posting, context)
            }
            let page = ReviewPage(
                site, context, try await ownReview(context), draft: draft, refused: mistakes, typed: posting)
            return try site.answer(page, context, status: .unprocessableContent)
        } catch let refusal as Refusal {
            throw try await guiding(refusal, context)
        }
        if going == .stay { return site.redirect(to: Paths.review(round, of: id), done: going.done) }
        let next = try await site.store.review(after: dossier, in: round, of: person)
        let path =
            next.map { Paths.review($0.round, of: $0.submission) } ?? Paths.judging(dossier.call.handle)
        return site.redirect(to: HandedIn(id, in: round).url(after: path, by: going))
    }

    /// Shows what was sent beside what another page of the judge's has kept or given meanwhile.
    private func refuseOvertaken(
        _ draft: ReviewDraft, _ posting: Posting, _ context: SalaContext
    ) async throws -> Response {
        let page = ReviewPage(
            site, context, try await ownReview(context), draft: draft, typed: posting, isOvertaken: true)
        return try site.answer(page, context, refusing: .overtaken([]))
    }

    @Sendable private func declareConflict(
        _ posting: Posting, _ context: SalaContext
    ) async throws -> Response {
        try await leave(.conflict, posting, context) { .declareConflict(round: $0, reason: $1) }
    }

    @Sendable private func abstain(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        try await leave(.abstention, posting, context) { .abstain(round: $0, reason: $1) }
    }

    private func leave(
        _ kind: RefusedWayOut.Kind, _ posting: Posting, _ context: SalaContext,
        _ command: (String, String) -> Command
    ) async throws -> Response {
        let person = try context.visitor().person
        let own = try await ownReview(context)
        let reason = posting.text(kind.field)
        func refuse(_ mistake: Mistake.Kind) throws -> Response {
            let page = ReviewPage(
                site, context, own, draft: ReviewDraft(posted: posting.fields, over: own.written),
                wayOut: RefusedWayOut(kind: kind, reason: reason, mistake: mistake), typed: posting)
            return try site.answer(page, context, status: .unprocessableContent)
        }
        guard reason.contains(where: { !$0.isWhitespace }) else { return try refuse(.missing) }
        do {
            try await site.store.decide(
                command(own.round.name, reason), on: own.dossier.submission.id, by: person,
                at: context.visit.now)
        } catch Refusal.mistaken(let mistakes) {
            return try refuse(mistakes.first?.kind ?? .missing)
        } catch let refusal as Refusal {
            throw try await guiding(refusal, context)
        }
        return site.redirect(to: Paths.judging(own.dossier.call.handle), done: "\(kind.rawValue)-declared")
    }

    /// Keeps what the sheet holds as a draft of the judge's own, and says what it comes to so far.
    private func keep(
        _ draft: ReviewDraft, over shown: ShownReview?, _ context: SalaContext
    ) async throws -> Response {
        let scoring = draft.scoring(isFinal: false)
        let kept: KeptDraft?
        do {
            kept = try await site.store.keepDraft(
                scoring, of: try context.id("submission"), in: try context.word("round"), expecting: shown,
                by: try context.visitor().person, at: context.visit.now)
        } catch Refusal.overtaken {
            return try refuse(.overtaken([]), site.say("judging.draft-overtaken", context), context)
        } catch let refusal as Refusal {
            let left = try await leftReview(refusal, context)
            // Who judged it and may not see it any more is not told that there is no such thing.
            let known = refusal == .notFound ? Refusal.notAssigned : refusal
            let why = left?.sentence ?? site.sentence(known, context)
            return try refuse(known, "\(why) \(site.say("judging.draft-stays", context))", context)
        }
        return try json(
            DraftAnswer(site, context, try await ownReview(context), draft: kept, scores: scoring.scores))
    }

    /// Says to the sheet's script why a draft is not kept.
    private func refuse(_ refusal: Refusal, _ why: String, _ context: SalaContext) throws -> Response {
        context.logRefusal(refusal.code, .conflict, on: ReviewPage.template)
        return try json(["state": why], status: .conflict)
    }

    private func json(_ answer: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "private, no-store",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer))))
    }

    /// The refusal with the ways on: to the submission, the judge's desk and the review that waits next.
    private func guiding(_ refusal: Refusal, _ context: SalaContext) async throws -> any Error {
        let person = try context.visitor().person
        let round = try context.word("round")
        if let left = try await leftReview(refusal, context) { return left }
        return try await site.guiding(
            refusal, about: try context.id("submission"), for: person, context,
            in: { $0.stages(of: round) }
        ) { dossier in
            let desk = site.link(toJudgingIn: dossier.call, context)
            let next = try await site.store.review(after: dossier, in: round, of: person)
            return [desk] + (next.map { [site.link(to: $0, context)] } ?? [])
        }
    }

    /// The person's own review in the address; who is not asked to review is refused.
    private func ownReview(_ context: SalaContext) async throws -> OwnReview {
        do {
            return OwnReview(
                try await site.store.askedReview(
                    of: try context.id("submission"), round: try context.word("round"),
                    for: try context.visitor().person, at: context.visit.now))
        } catch let refusal as Refusal {
            throw try await leftReview(refusal, context) ?? refusal
        }
    }

    /// What a judge is told who comes back to a review that the judge left; nil to everybody else.
    private func leftReview(_ refusal: Refusal, _ context: SalaContext) async throws -> GuidedRefusal? {
        guard [.notFound, .conflictDeclared, .abstained, .recused].contains(refusal) else { return nil }
        let left = try await site.store.leftReview(
            of: try context.id("submission"), in: try context.word("round"),
            by: try context.visitor().person)
        return left.map { GuidedRefusal($0, site, context) }
    }
}
