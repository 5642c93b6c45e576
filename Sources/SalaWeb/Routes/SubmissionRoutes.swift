import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore

/// A submission's one page, its actions, its files and its letters.
struct SubmissionRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/following", showFollowing)
        routes.get("/submissions/{submission}", show)
        routes.get("/submissions/{submission}/changes", showChanges)
        routes.get("/submissions/{submission}/actions/{action}", ask)
        routes.post("/submissions/{submission}/actions/{action}", act)
        routes.get("/submissions/{submission}/attachments/{attachment}", download)
        routes.get("/submissions/{submission}/attachments/{attachment}/thumbnail", showThumbnail)
        routes.get("/letters/{letter}", showLetter)
        routes.get("/receipts/{code}", showReceipt)
    }

    @Sendable private func showFollowing(_ request: Request, _ context: SalaContext) async throws -> Response
    {
        let visitor = try context.visitor()
        let own = try await site.store.ownSubmissions(of: visitor.person)
        let waiting = try await site.store.memberships(of: visitor.person, at: context.visit.now)
            .filter { $0.state == .asked }
        let claims = try await site.store.pendingMembershipCount(
            for: visitor.person, at: context.visit.now)
        return try site.answer(
            FollowingPage(site, context, own, waiting: waiting, claims: claims), context)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view: SubmissionView
        do {
            view = try await site.store.submission(
                try context.id("submission"), for: try context.visitor().person, at: context.visit.now)
        } catch Refusal.notFound {
            throw try await notFound(context)
        }
        let query = DeskQuery(path: context.visit.path)
        let next = try await site.store.nextWaiting(
            after: view.dossier, matching: query.filter, from: query.place)
        let anew = try await site.beginningAnew(after: view.dossier, context)
        return try site.answer(
            SubmissionPage(site, context, view, from: query, next: next, anew: anew), context)
    }

    /// That nothing is found: to a judge who left its review, with that reason and the way to the own list.
    private func notFound(_ context: SalaContext) async throws -> any Error {
        let left = try await site.store.leftReview(
            of: try context.id("submission"), in: nil, by: try context.visitor().person)
        return left.map { GuidedRefusal($0, as: .notFound, site, context) } ?? Refusal.notFound
    }

    @Sendable private func showChanges(_ request: Request, _ context: SalaContext) async throws -> Response {
        let history = try await site.store.filings(
            of: try context.id("submission"), for: try context.visitor().person)
        return try site.answer(ChangesPage(site, context, history), context)
    }

    @Sendable private func ask(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await site.store.submission(
            try context.id("submission"), for: try context.visitor().person, at: context.visit.now)
        let name = try context.word("action")
        guard let action = view.actions.first(where: { $0.name == name }) else {
            guard view.dossier.programme.workflow.action(name) != nil else { throw Refusal.notFound }
            let refusal = try await site.store.refusal(
                of: .act(name, input: [:]), on: view.dossier.submission.id, by: try context.visitor().person,
                at: context.visit.now)
            throw try await guiding(
                refusal ?? .wrongStage(view.dossier.submission.stage), about: view.dossier.submission.id,
                DeskQuery(path: context.visit.path), at: nil, context)
        }
        guard let stamp = view.dossier.stamp(for: action) else {
            return try site.answer(ActionPage(site, context, view.dossier, action), context)
        }
        // What is filed has been looked over first, as it is.
        guard let shown = context.visit.path.queryItem("shown") else {
            return site.redirect(to: Paths.summary(of: view.dossier.submission.id))
        }
        let isOvertaken = shown != stamp
        let page = ActionPage(site, context, view.dossier, action, isOvertaken: isOvertaken)
        return isOvertaken
            ? try site.answer(page, context, refusing: .entryChanged) : try site.answer(page, context)
    }

    @Sendable private func act(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let id: SubmissionID = try context.id("submission")
        let name = try context.word("action")
        let dossier = try await site.store.dossier(id, for: visitor.person)
        guard let action = dossier.programme.workflow.action(name) else { throw Refusal.notFound }
        let input = action.reading(posting.fields)
        let shown = posting.fields["shown"]?.first
        guard posting.text("reload").isEmpty else {
            let page = ActionPage(site, context, dossier, action, input: input, shown: shown)
            return try site.answer(page, context)
        }
        let query = DeskQuery(path: context.visit.path)
        let place = try await site.store.place(of: id, in: query.filter.order, for: visitor.person)
        do {
            try await site.store.decide(
                .act(name, input: input, shown: shown), on: id, by: visitor.person, at: context.visit.now)
        } catch Refusal.mistaken(let mistakes) {
            let page = ActionPage(
                site, context, dossier, action, input: input, mistakes: mistakes, shown: shown)
            return try site.answer(page, context, status: .unprocessableContent)
        } catch Refusal.entryChanged {
            let present = try await site.store.dossier(id, for: visitor.person)
            let page = ActionPage(site, context, present, action, input: input, isOvertaken: true)
            return try site.answer(page, context, refusing: .entryChanged)
        } catch Refusal.incomplete {
            return site.redirect(to: Paths.summary(of: id))
        } catch let refusal as Refusal {
            throw try await guiding(refusal, about: id, query, at: place, context)
        }
        let target = query.kept(by: Paths.submission(id), at: query.place ?? place)
        return site.redirect(to: target, done: action.files ? "filed" : "acted")
    }

    /// The refusal with the ways on: to the submission, and for who has a desk to that and to what waits
    /// next.
    private func guiding(
        _ refusal: Refusal, about id: SubmissionID, _ query: DeskQuery, at place: DeskPlace?,
        _ context: SalaContext
    ) async throws -> any Error {
        let name = try context.word("action")
        return try await site.guiding(
            refusal, about: id, for: try context.visitor().person, context, from: query,
            in: { $0.action(name)?.from ?? [] }
        ) { dossier in
            guard !dossier.isOwn, DeskAccess(dossier.actor, of: dossier.programme).reads else { return [] }
            let desk = LinkView(
                label: site.say("submission.to-desk", context), url: query.url(of: dossier.call.handle))
            let next = try await site.store.nextWaiting(
                after: dossier, matching: query.filter, from: query.place ?? place)
            return [desk] + (next.map { [LinkView(waiting: $0, from: query, site, context)] } ?? [])
        }
    }

    @Sendable private func download(_ request: Request, _ context: SalaContext) async throws -> Response {
        let (attachment, url) = try await site.store.attachment(
            try context.id("attachment"), of: try context.id("submission"), for: try context.visitor().person)
        return try await site.file(attachment, at: url, context)
    }

    @Sendable private func showThumbnail(_ request: Request, _ context: SalaContext) async throws -> Response
    {
        let (attachment, url) = try await site.store.attachment(
            try context.id("attachment"), of: try context.id("submission"), for: try context.visitor().person)
        return try await site.thumbnail(of: attachment, at: url, context)
    }

    @Sendable private func showLetter(_ request: Request, _ context: SalaContext) async throws -> Response {
        guard let id = UUID(text: try context.word("letter")) else { throw Refusal.notFound }
        let letter = try await site.store.letter(id, for: try context.visitor().person)
        return try site.answer(LetterPage(site, context, letter), context)
    }

    @Sendable private func showReceipt(_ request: Request, _ context: SalaContext) async throws -> Response {
        let typed = try context.word("code")
        do {
            let receipt = try await site.store.receipt(typed)
            return try site.answer(ReceiptPage(site, context, receipt), context)
        } catch Refusal.notFound {
            return try site.answer(
                ReceiptSearchPage(site, context, typed: typed), context, status: .notFound)
        }
    }
}

extension Action {
    /// What was posted for the small form that the action asks.
    func reading(_ posted: [String: [String]]) -> Answers {
        guard let asks, let page = asks.pages.first else { return [:] }
        return asks.reading(posted, page: page.name)
    }
}

extension Site {
    /// A stored file as an answer: pictures are shown, everything else is saved; nothing runs.
    func file(_ attachment: Attachment, at url: URL, _ context: SalaContext) async throws -> Response {
        let isPicture = MediaType.pictures.contains(attachment.mediaType)
        let name = attachment.name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "file"
        let body = try await FileIO().loadFile(path: url.path, context: context)
        return Response(
            status: .ok,
            headers: [
                .contentType: attachment.mediaType,
                .contentDisposition: "\(isPicture ? "inline" : "attachment"); filename*=UTF-8''\(name)",
                .cacheControl: "private, max-age=600", .eTag: "\"\(attachment.sha256)\"",
            ], body: body)
    }
}
