import Hummingbird
import SalaEngine
import SalaStore

/// The desks of officers and screeners, and what they do to many submissions at once.
struct DeskRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/desks", showDesks)
        routes.get("/calls/{call}/desk", showDesk)
        routes.post("/calls/{call}/bulk-actions", act)
    }

    @Sendable private func showDesks(_ request: Request, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let views = try await site.store.calls(of: person)
        let work = try await site.store.waitingWork(in: views, of: person)
        let mayOpen = try await mayOpenCalls(context)
        let claims = try await site.store.pendingMembershipCount(for: person, at: context.visit.now)
        return try site.answer(
            DesksPage(site, context, views, work, mayOpen: mayOpen, claims: claims), context)
    }

    /// Whether a part that the person has in an organisation opens calls of some programme.
    private func mayOpenCalls(_ context: SalaContext) async throws -> Bool {
        let visitor = try context.visitor()
        guard !visitor.memberships.isEmpty else { return false }
        return try await site.store.publishedProgrammes()
            .contains { !visitor.offices(opening: $0.programme).isEmpty }
    }

    @Sendable private func showDesk(_ request: Request, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let query = DeskQuery(path: context.visit.path)
        let desk = try await site.store.desk(handle, for: person, query.filter)
        guard DeskAccess(desk.view).reads else { throw Refusal.notAllowed }
        let facets = try await site.store.deskFacets(handle, for: person, query.filter)
        let page = DeskPage(
            site, context, desk, facets, query, done: BulkDone(path: context.visit.path))
        return try site.answer(page, context)
    }

    /// The first posting is answered with a preview, the second, from the preview, is done.
    @Sendable private func act(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let view = try await site.store.call(handle, for: person)
        guard DeskAccess(view).reads else { throw Refusal.notAllowed }
        guard let action = view.programme.workflow.action(posting.text("action")) else {
            throw Refusal.notFound
        }
        let query = DeskQuery(path: posting.text("desk"))
        let desk = query.url(of: handle)
        let chosen = try await chosen(posting, query, handle, person)
        guard !chosen.isEmpty else {
            return try site.answer(
                NoChoicePage(site, context, desk: desk), context, status: .unprocessableContent)
        }
        guard !posting.text("expected").isEmpty else {
            let input = action.asks?.standardAnswers ?? [:]
            let preview = try await preview(action, input, chosen, handle, desk, context)
            return try site.answer(BulkPage(site, context, view, action, preview), context)
        }
        let input = action.reading(posting.fields)
        guard posting.text("reload").isEmpty else {
            let preview = try await preview(action, input, chosen, handle, desk, context)
            return try site.answer(BulkPage(site, context, view, action, preview, input: input), context)
        }
        var (mistakes, changes): ([Mistake], [Overtaking]?) = ([], nil)
        do {
            guard let expected = BulkExpectation(posting.text("expected"), of: chosen) else {
                throw Refusal.overtaken([])
            }
            let done = try await site.store.act(
                action.name, input: input, on: chosen.filter { expected.events[$0] != nil }, under: handle,
                expecting: expected.events, by: person, at: context.visit.now)
            if !done.moved.isEmpty {
                let summary = BulkDone(
                    action: action.name, moved: done.moved.count, refused: chosen.count - done.moved.count)
                return site.redirect(to: summary.url(after: desk))
            }
        } catch Refusal.mistaken(let found) {
            mistakes = found
        } catch Refusal.overtaken(let found) {
            changes = found
        }
        let page = BulkPage(
            site, context, view, action, try await preview(action, input, chosen, handle, desk, context),
            input: input, mistakes: mistakes, changes: changes)
        return try site.answer(page, context, status: changes == nil ? .unprocessableContent : .conflict)
    }

    private func preview(
        _ action: Action, _ input: Answers, _ chosen: [SubmissionID], _ handle: String, _ desk: String,
        _ context: SalaContext
    ) async throws -> BulkPreview {
        let person = try context.visitor().person
        let outcome = try await site.store.preview(
            action.name, input: input, on: chosen, under: handle, by: person, at: context.visit.now)
        let rows = try await site.store.submissionRows(
            of: chosen, under: handle, for: person)
        return BulkPreview(desk: desk, chosen: chosen, outcome, rows: rows)
    }

    /// The ticked rows, or all that the desk's filter leaves, or those that a preview spoke of.
    private func chosen(
        _ posting: Posting, _ query: DeskQuery, _ handle: String, _ person: PersonID
    ) async throws -> [SubmissionID] {
        let previewed = posting.text("submissions").split(separator: " ").compactMap {
            SubmissionID(String($0))
        }
        guard previewed.isEmpty else { return previewed }
        guard posting.text("all-matching").isEmpty else {
            return try await site.store.submissions(
                matching: query.filter, under: handle, for: person, limit: Store.maximumBulk)
        }
        return posting.texts("submission").compactMap { SubmissionID($0) }
    }
}
