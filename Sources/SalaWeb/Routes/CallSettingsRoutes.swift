import Hummingbird
import SalaEngine
import SalaStore
import SalaThai

/// Opening, setting up and publishing calls.
struct CallSettingsRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/desks/calls/new", showNew)
        routes.post("/desks/calls", open)
        routes.get("/calls/{call}/settings", show)
        routes.post("/calls/{call}/settings", configure)
        routes.get("/calls/{call}/preview", preview)
        routes.get("/calls/{call}/preview/{role}/{example}", showExample)
        routes.get("/calls/{call}/publication", askToPublish)
        routes.post("/calls/{call}/publication", publish)
        routes.get("/calls/{call}/deletion", askToDiscard)
        routes.post("/calls/{call}/deletion", discard)
        ContactRoutes(site: site).add(to: routes)
        ExtensionRoutes(site: site).add(to: routes)
        PeopleRoutes(site: site).add(to: routes)
    }

    @Sendable private func showNew(_ request: Request, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let programmes = try await openable(by: visitor)
        guard !programmes.isEmpty else { throw Refusal.notAllowed }
        let asked = Paths.items(context.visit.path).first { $0.name == "programme" }?.value
        guard
            let programme = asked.map({ name in programmes.first { $0.name == name } })
                ?? (programmes.count == 1 ? programmes.first : nil)
        else {
            guard asked == nil else { throw Refusal.notFound }
            return try site.answer(NewCallPage(site, context, choosing: programmes), context)
        }
        let offices = try await site.store.organisationSummaries(visitor.offices(opening: programme))
        return try site.answer(
            NewCallPage(site, context, opening: programme, for: offices, CallDraft(new: programme)), context)
    }

    @Sendable private func open(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let name = posting.text("programme")
        guard let programme = try await openable(by: visitor).first(where: { $0.name == name }) else {
            throw Refusal.notAllowed
        }
        guard let office = OrganisationID(posting.text("office")),
            visitor.offices(opening: programme).contains(office)
        else { throw Refusal.notAllowed }
        let draft = CallDraft(posting)
        var (reading, mistakes) = draft.read(of: programme)
        if let reading {
            do {
                _ = try await site.store.openCall(
                    draft[CallDraft.handle], of: programme.name, by: visitor.person, for: office,
                    title: reading.title, period: reading.period, settings: reading.settings,
                    at: context.visit.now)
                return site.redirect(to: Paths.settings(of: draft[CallDraft.handle]), done: "call-opened")
            } catch Refusal.mistakenCall(let found) {
                mistakes = draft.mistakes(found, of: programme)
            }
        } else {
            let handle = draft[CallDraft.handle]
            let isTaken = try await site.store.isTaken(handle)
            mistakes += draft.mistakes(Call.mistakes(handle: handle, isTaken: isTaken), of: programme)
        }
        let offices = try await site.store.organisationSummaries(visitor.offices(opening: programme))
        let page = NewCallPage(
            site, context, opening: programme, for: offices, draft, office: posting.text("office"),
            mistakes: mistakes)
        return try site.answer(page, context, status: .unprocessableContent)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let history = try await site.store.callHistory(
            try context.word("call"), for: try context.visitor().person)
        return try site.answer(CallSettingsPage(site, context, history), context)
    }

    @Sendable private func configure(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let handle = try context.word("call")
        let history = try await site.store.callHistory(handle, for: visitor.person)
        let (call, programme) = (history.view.call, history.view.programme)
        guard call.state == .draft else { throw Refusal.callPublished }
        var (draft, overtaken) = (CallDraft(posting), [CallDraft.Mistake]())
        if let shown = posting.fields[CallDraft.shown]?.first {
            let saved = CallDraft(call, of: programme, thai: context.visit.isThai)
            (draft, overtaken) = draft.merged(over: saved, shown: ShownAnswers(shown), of: programme)
        }
        var (reading, mistakes) = draft.read(of: programme)
        if let reading, overtaken.isEmpty {
            do {
                try await site.store.decide(
                    .configure(title: reading.title, period: reading.period, settings: reading.settings),
                    on: handle, expecting: call.sequence, by: visitor.person, at: context.visit.now)
                return site.redirect(to: Paths.settings(of: handle), done: "call-configured")
            } catch Refusal.mistakenCall(let found) {
                mistakes = draft.mistakes(found, of: programme)
            } catch Refusal.overtaken {
                // Somebody saved between the reading and the writing: what was typed goes over that.
                return try await configure(posting, context)
            }
        } else if let reading {
            let unfit = Call.mistakes(
                title: reading.title, period: reading.period, settings: reading.settings, of: programme)
            mistakes = draft.mistakes(unfit, of: programme)
        }
        let page = CallSettingsPage(site, context, history, draft: draft, mistakes: overtaken + mistakes)
        return try site.answer(page, context, status: .unprocessableContent)
    }

    @Sendable private func preview(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await managed(context)
        let page = try PreviewPage(site, context, view, Paths.items(context.visit.path))
        return try site.answer(page, context)
    }

    @Sendable private func showExample(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await managed(context)
        guard let role = view.programme.role(try context.word("role")),
            let example = ExamplePage(rawValue: try context.word("example")),
            ExamplePage.all(for: role, of: view.programme).contains(example)
        else { throw Refusal.notFound }
        var context = context
        context.visit.exampleOf = Paths.preview(of: view.call.handle, as: role.name)
        // Those whose pages these are meet them while the call is open.
        let period = view.call.period
        if !period.contains(context.visit.now) { context.visit.now = period.opens }
        guard let made = site.example(of: view, as: role, context),
            let page = try example.page(site, context, made)
        else { throw Refusal.notFound }
        return try site.answer(page, context)
    }

    @Sendable private func askToPublish(_ request: Request, _ context: SalaContext) async throws -> Response {
        let view = try await managed(context)
        guard view.call.state == .draft else { throw try await alreadyPublished(context) }
        let unfit = Call.mistakes(
            title: view.call.title, period: view.call.period, settings: view.call.settings,
            of: view.programme)
        guard unfit.isEmpty else { return try await unpublishable(unfit, context) }
        let version = try await site.store.version(view.call.version)
        return try site.answer(PublicationPage(site, context, view, version: version), context)
    }

    @Sendable private func publish(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let person = try context.visitor().person
        let shown = posting.fields[PublicationPage.expected].flatMap { Int($0.first ?? "") }
        do {
            try await site.store.decide(
                .publish, on: handle, expecting: shown, by: person, at: context.visit.now)
        } catch Refusal.alreadyDone {
            throw try await alreadyPublished(context)
        } catch Refusal.mistakenCall(let unfit) {
            return try await unpublishable(unfit, context)
        } catch Refusal.overtaken {
            let history = try await site.store.callHistory(handle, for: person)
            let version = try await site.store.version(history.view.call.version)
            let changes = TimelineView(site, context, history, after: shown ?? 0)
            let page = PublicationPage(site, context, history.view, version: version, changes: changes)
            return try site.answer(page, context, refusing: .overtaken([]))
        }
        return site.redirect(to: Paths.settings(of: handle), done: "call-published")
    }

    /// The settings with what is to be mended before anybody may know of the call.
    private func unpublishable(_ unfit: [CallMistake], _ context: SalaContext) async throws -> Response {
        let history = try await site.store.callHistory(
            try context.word("call"), for: try context.visitor().person)
        let (call, programme) = (history.view.call, history.view.programme)
        let draft = CallDraft(call, of: programme, thai: context.visit.isThai)
        let page = CallSettingsPage(
            site, context, history, draft: draft, mistakes: draft.mistakes(unfit, of: programme))
        return try site.answer(page, context, status: .unprocessableContent)
    }

    /// That it is published, by whom and when, with ways to the call.
    private func alreadyPublished(_ context: SalaContext) async throws -> any Error {
        let handle = try context.word("call")
        let history = try await site.store.callHistory(handle, for: try context.visitor().person)
        let ways = [
            LinkView(label: history.view.call.title(context.visit.language), url: Paths.call(handle)),
            LinkView(label: site.say("desks.settings", context), url: Paths.settings(of: handle)),
        ]
        return GuidedRefusal(
            refusal: .alreadyDone,
            sentence: site.sentence("settings.already-published", history, context) { event in
                if case .published = event { true } else { false }
            },
            ways: ways)
    }

    @Sendable private func askToDiscard(_ request: Request, _ context: SalaContext) async throws -> Response {
        let history = try await site.store.callHistory(
            try context.word("call"), for: try context.visitor().person)
        guard history.view.call.state == .draft else { throw Refusal.callPublished }
        return try site.answer(DiscardPage(site, context, history), context)
    }

    @Sendable private func discard(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        try await site.store.decide(
            .discard, on: try context.word("call"), by: try context.visitor().person, at: context.visit.now)
        return site.redirect(to: Paths.desks, done: "call-discarded")
    }

    /// The programmes of which the person may open calls.
    private func openable(by visitor: Visitor) async throws -> [Programme] {
        try await site.store.publishedProgrammes().map(\.programme)
            .filter { !visitor.offices(opening: $0).isEmpty }
    }

    private func managed(_ context: SalaContext) async throws -> CallView {
        try await site.managed(context)
    }
}

extension Site {
    /// The call in the address, for those who manage it.
    func managed(_ context: SalaContext) async throws -> CallView {
        let view = try await store.call(try context.word("call"), for: try context.visitor().person)
        guard view.isManager else { throw Refusal.notAllowed }
        return view
    }
}

extension Site {
    /// The sentence under the key, which tells by whom and when the last of such events was done.
    func sentence(
        _ key: String, _ history: CallHistory, _ context: SalaContext, of kind: (CallEvent) -> Bool
    ) -> String {
        let event = history.events.last { kind($0.body) }
        return say(
            key, context,
            [
                "name": event?.actor.flatMap { history.names[$0] } ?? "",
                "time": event?.at.text(.long, thai: context.visit.isThai) ?? "",
            ])
    }
}
