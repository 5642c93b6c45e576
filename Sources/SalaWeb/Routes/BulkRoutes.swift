import Hummingbird
import Logging
import SalaEngine
import SalaStore

/// What officers and screeners do to many submissions at once: asked for with a GET, which shows what would
/// happen and can be gone back to, and done with a POST.
struct BulkRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/bulk-actions", ask)
        routes.post("/calls/{call}/bulk-actions", act)
    }

    @Sendable private func ask(_ request: Request, _ context: SalaContext) async throws -> Response {
        let items = Paths.items(context.visit.path)
        func item(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
        let (view, action) = try await asked(item("action"), context)
        let query = DeskQuery(path: item("desk"))
        let choice = DeskChoice(path: context.visit.path)
        let chosen =
            !choice.isAll
            ? choice.submissions
            : try await site.store.submissions(
                matching: query.filter, under: view.call.handle, for: try context.visitor().person,
                limit: Store.maximumBulk)
        guard !chosen.isEmpty else {
            return site.redirect(to: DeskChoice.missing(on: query.url(of: view.call.handle)))
        }
        let input = action.asks?.standardAnswers ?? [:]
        let preview = try await preview(action, input, chosen, choice, view.call.handle, query, context)
        return try site.answer(BulkPage(site, context, view, action, preview), context)
    }

    @Sendable private func act(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let (view, action) = try await asked(posting.text("action"), context)
        let handle = view.call.handle
        let query = DeskQuery(path: posting.text("desk"))
        let choice = DeskChoice(path: posting.text("desk"))
        let chosen = posting.text("submissions").split(separator: " ").compactMap {
            SubmissionID(String($0))
        }
        guard !chosen.isEmpty else {
            return site.redirect(to: DeskChoice.missing(on: query.url(of: handle)))
        }
        let input = action.reading(posting.fields)
        guard posting.text("reload").isEmpty else {
            let preview = try await preview(action, input, chosen, choice, handle, query, context)
            return try site.answer(BulkPage(site, context, view, action, preview, input: input), context)
        }
        var (mistakes, changes): ([Mistake], [Overtaking]?) = ([], nil)
        do {
            guard let expected = BulkExpectation(posting.text("expected"), of: chosen) else {
                throw Refusal.overtaken([])
            }
            let done = try await site.store.act(
                action.name, input: input, on: chosen.filter { expected.events[$0] != nil }, under: handle,
                expecting: expected.events, by: try context.visitor().person, at: context.visit.now)
            if let fault = done.fault {
                context.logger.error("an action on many stopped", metadata: ["error": "\(fault)"])
            }
            if !done.moved.isEmpty {
                let summary = BulkDone(
                    action: action.name, moved: done.moved.count, refused: chosen.count - done.moved.count)
                return site.redirect(to: summary.url(after: query.url(of: handle)))
            }
        } catch Refusal.mistaken(let found) {
            mistakes = found
        } catch Refusal.overtaken(let found) {
            changes = found
        }
        let page = BulkPage(
            site, context, view, action,
            try await preview(action, input, chosen, choice, handle, query, context),
            input: input, mistakes: mistakes, changes: changes)
        return try site.answer(page, context, status: changes == nil ? .unprocessableContent : .conflict)
    }

    /// The call and the action, for those who have a desk there.
    private func asked(_ name: String, _ context: SalaContext) async throws -> (CallView, Action) {
        let view = try await site.store.call(
            try context.word("call"), for: try context.visitor().person)
        guard DeskAccess(view).reads else { throw Refusal.notAllowed }
        guard let action = view.programme.workflow.action(name) else { throw Refusal.notFound }
        return (view, action)
    }

    /// - Parameter choice: what was ticked on the desk, which may be less than what is chosen by it.
    private func preview(
        _ action: Action, _ input: Answers, _ chosen: [SubmissionID], _ choice: DeskChoice, _ handle: String,
        _ query: DeskQuery, _ context: SalaContext
    ) async throws -> BulkPreview {
        let person = try context.visitor().person
        let outcome = try await site.store.preview(
            action.name, input: input, on: chosen, under: handle, by: person, at: context.visit.now)
        let rows = try await site.store.submissionRows(
            of: chosen, under: handle, for: person)
        let desk = choice.kept(by: query.url(of: handle), upTo: query.filter.length)
        return BulkPreview(desk: desk, chosen: chosen, outcome, rows: rows)
    }
}
