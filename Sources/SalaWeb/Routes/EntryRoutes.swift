import Hummingbird
import SalaEngine
import SalaStore
import SalaThai

/// Starting, filling in and filing a submission.
struct EntryRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/submissions/new", showStart)
        routes.post("/calls/{call}/submissions", start)
        routes.get("/submissions/{submission}/pages/{page}", showPage)
        routes.post(
            "/submissions/{submission}/pages/{page}", savePage, admitting: Admission(admitWriter),
            isForm: true)
        routes.get("/submissions/{submission}/summary", showSummary)
    }

    @Sendable private func showStart(_ request: Request, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let handle = try context.word("call")
        let view = try await site.store.call(handle, for: visitor.person)
        let organisations = try await site.store.organisationSummaries(
            visitor.organisations(filingUnder: view.call))
        let claims = try await site.store.memberships(of: visitor.person, at: context.visit.now)
            .filter { $0.state == .asked }
        let begun = try await site.begun(under: handle, visitor)
        if begun.isEmpty { try demandOpen(view, context) }
        return try site.answer(StartPage(site, context, view, organisations, claims, begun: begun), context)
    }

    /// Nobody chooses for whom to file where nothing can be filed any more.
    private func demandOpen(_ view: CallView, _ context: SalaContext) throws {
        let now = context.visit.now
        guard let closes = view.call.period.closes, now >= closes.adding(seconds: 1),
            view.lateAccess(for: context.visit.visitor, at: now) == nil
        else { return }
        throw hasClosed(view.call, at: closes, context)
    }

    private func hasClosed(_ call: Call, at closes: Instant, _ context: SalaContext) -> GuidedRefusal {
        let time = closes.text(.long, thai: context.visit.isThai)
        return GuidedRefusal(
            refusal: .windowClosed(closed: closes),
            sentence: site.say("start.closed", context, ["time": time]),
            ways: [LinkView(label: call.title(context.visit.language), url: Paths.call(call.handle))])
    }

    @Sendable private func start(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let handle = try context.word("call")
        let organisation = posting.text("organisation")
        let id: SubmissionID
        do {
            id = try await site.store.start(
                under: handle, for: organisation.isEmpty ? nil : OrganisationID(organisation),
                by: visitor.person, at: context.visit.now)
        } catch Refusal.windowClosed(let closes) {
            let call = try await site.store.call(handle, for: visitor.person).call
            throw hasClosed(call, at: closes, context)
        } catch Refusal.limitReached {
            let begun = try await site.begun(under: handle, visitor).filter { own in
                own.row.organisation?.id == OrganisationID(organisation)
            }
            guard let own = begun.first(where: \.isOpen) ?? begun.first else {
                return site.redirect(to: Paths.following, done: "begun-already")
            }
            return site.redirect(
                to: own.url(at: context.visit.now), done: own.isOpen ? "draft-there" : "filed-there")
        }
        let dossier = try await site.store.dossier(id, for: visitor.person)
        let first = dossier.programme.form.pages.first?.name ?? ""
        return site.redirect(to: Paths.page(first, of: id), done: "started")
    }

    @Sendable private func showPage(_ request: Request, _ context: SalaContext) async throws -> Response {
        let dossier = try await openDossier(context)
        let page = try EntryPage(
            site, context, dossier, page: try context.word("page"),
            mistakes: try mistakes(in: dossier, checking: request.uri.queryParameters["check"], context),
            asked: try await returning(dossier, context))
        try note(dossier, hasSaved: false, context)
        return try site.answer(page, context)
    }

    /// What the page says beside its fields when it is opened: which answers are wrong; from the summary,
    /// which are missing too; and nothing to who is in the middle of answering it.
    private func mistakes(
        in dossier: Dossier, checking check: Substring?, _ context: SalaContext
    ) throws -> [Mistake] {
        guard check != "0" else { return [] }
        let found = dossier.programme.form.mistakes(
            in: dossier.submission.answers, page: try context.word("page"), at: context.visit.now)
        return check == nil ? found.filter { $0.kind != .missing } : found
    }

    @Sendable private func showSummary(_ request: Request, _ context: SalaContext) async throws -> Response {
        let dossier = try await openDossier(context)
        let page = SummaryPage(site, context, dossier, asked: try await returning(dossier, context))
        return try site.answer(page, context)
    }

    /// What gave the submission back to its filer.
    private func returning(
        _ dossier: Dossier, _ context: SalaContext
    ) async throws -> SubmissionEvent.Acted? {
        guard dossier.submission.filedAt != nil else { return nil }
        return try await site.store.returning(
            of: dossier.submission.id, for: try context.visitor().person)
    }

    /// Who may write this page now, with as much as its questions ask for.
    @Sendable private func admitWriter(_ context: SalaContext) async throws -> PostingLimits {
        let dossier = try await openDossier(context)
        guard let page = dossier.programme.form.page(try context.word("page")) else { throw Refusal.notFound }
        return .answers(to: page)
    }

    @Sendable private func savePage(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let name = try context.word("page")
        let before = try await openDossier(context)
        let typed = TypedPage(posting, page: name, of: before, at: context.visit.now)
        let saving = PageSaving(site: site, before: before, page: name, now: context.visit.now)
        do {
            let saved = try await saving.save(typed, posting, by: try context.visitor().person)
            try note(
                saved.dossier, hasSaved: saved.dossier.submission.sequence > before.submission.sequence,
                context)
            return try await next(Going(posting.text("go")), name, saved, context)
        } catch Refusal.mistaken(let mistakes) {
            // What is saved may be newer than what was read above.
            let present = try await openDossier(context)
            let typed = TypedPage(posting, page: name, of: present, at: context.visit.now)
            let others = typed.mistakes(on: name).filter { !mistakes.contains($0) }
            if let aside = typed.setAside(on: name) {
                try await site.store.decide(
                    aside, on: present.submission.id, by: try context.visitor().person, at: context.visit.now)
            }
            let page = try EntryPage(
                site, context, present, page: name, mistakes: mistakes + others, typed: typed,
                saved: .nothing, asked: try await returning(present, context))
            return try site.answer(page, context, status: .unprocessableContent)
        }
    }

    /// Tells the others who write the same page that this person has it before them.
    private func note(_ dossier: Dossier, hasSaved: Bool, _ context: SalaContext) throws {
        let visitor = try context.visitor()
        site.openPages.note(
            OpenPages.Reader(person: visitor.person, name: visitor.name), hasSaved: hasSaved,
            on: try context.word("page"), of: dossier.submission.id, at: context.visit.now)
    }

    /// Where a saved page leads: onward when all is well or the person asked to leave, back to the mistakes
    /// otherwise. A file that was refused is always told, and an answer that is not saved.
    private func next(
        _ going: Going?, _ name: String, _ saved: SavedPage, _ context: SalaContext
    ) async throws -> Response {
        let dossier = saved.dossier
        let id = dossier.submission.id
        let form = dossier.programme.form
        let answers = dossier.submission.answers
        let now = context.visit.now
        // A plain save does not scold for what is not answered yet, only for what is answered wrongly.
        let shown = saved.mistakes(at: now, isPatient: going != .next)
        // Nor does it praise a page without an answer.
        let isMistaken = !saved.isWhole || (!shown.isEmpty && (going == .next || going == .stay))
        if isMistaken || (saved.isUnanswered && going == .stay) {
            let page = try EntryPage(
                site, context, dossier, page: name, mistakes: shown, typed: saved.left,
                removed: saved.waiting,
                saved: .without(files: !saved.refusedFiles.isEmpty, answers: saved.left != nil),
                asked: try await returning(dossier, context))
            return try site.answer(page, context, status: isMistaken ? .unprocessableContent : .ok)
        }
        let done = saved.isUnanswered ? nil : "saved"
        let showing = form.showing(answers, at: now)
        let pages = form.pages.filter { showing.isRelevant($0) }
        switch going {
        case .next:
            let following = pages.firstIndex { $0.name == name }.map { pages[($0 + 1)...] }?.first
            return site.redirect(to: following.map { Paths.page($0.name, of: id) } ?? Paths.summary(of: id))
        case .page(let other):
            let isThere = pages.contains { $0.name == other }
            return site.redirect(
                to: isThere ? Paths.page(other, of: id) : Paths.summary(of: id), done: done)
        case .leave:
            return site.redirect(to: Paths.following, done: done)
        case .summary:
            return site.redirect(to: Paths.summary(of: id), done: done)
        case .stay:
            return site.redirect(to: Paths.page(name, of: id), done: done)
        case nil:
            // It is asked for anew because of one answer, while another may be half typed.
            return site.redirect(to: Paths.adding([("check", "0")], to: Paths.page(name, of: id)), done: done)
        }
    }

    /// The dossier of a submission that the person may write.
    private func openDossier(_ context: SalaContext) async throws -> Dossier {
        let dossier = try await site.store.dossier(
            try context.id("submission"), for: try context.visitor().person)
        guard dossier.isOwn else { throw Refusal.notAllowed }
        guard dossier.programme.workflow.stage(dossier.submission.stage)?.isOpen == true else {
            throw try await site.guiding(
                .wrongStage(dossier.submission.stage), about: dossier.submission.id,
                for: try context.visitor().person, context,
                in: { $0.stages.filter(\.isOpen).map(\.name) }
            ) { _ in [] }
        }
        return dossier
    }
}
