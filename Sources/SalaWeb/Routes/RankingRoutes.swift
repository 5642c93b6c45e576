import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore
import SalaThai

/// The ranking of a round, where each score comes from, and the decisions that follow from it.
struct RankingRoutes {
    let site: Site

    /// The query item under which the page tells what was just released.
    private static let released = "released"

    func add(to routes: Routes) {
        routes.get("/calls/{call}/rounds/{round}/ranking", showRanking)
        routes.get("/calls/{call}/rounds/{round}/ranking.csv", downloadRanking)
        routes.get("/calls/{call}/rounds/{round}/distribution.csv", downloadDistribution)
        routes.get("/calls/{call}/rounds/{round}/ranking/{submission}", showTrace)
        routes.post("/calls/{call}/rounds/{round}/selection", select)
        routes.post("/calls/{call}/rounds/{round}/selection/withdrawal", takeBack)
        routes.get("/calls/{call}/rounds/{round}/release", askRelease)
        routes.post("/calls/{call}/rounds/{round}/release", release)
    }

    @Sendable private func showRanking(_ request: Request, _ context: SalaContext) async throws -> Response {
        let page = context.visit.path.queryItem("page").flatMap { Int($0) } ?? 1
        return try site.answer(RankingPage(site, context, try await ranking(context), page: page), context)
    }

    @Sendable private func downloadRanking(
        _ request: Request, _ context: SalaContext
    ) async throws -> Response {
        let sheet = try await sheet(context)
        return try site.download(sheet.table, name: "ranking-\(try context.word("call")).csv")
    }

    @Sendable private func downloadDistribution(
        _ request: Request, _ context: SalaContext
    ) async throws -> Response {
        let sheet = try await sheet(context)
        return try site.download(sheet.distribution, name: "distribution-\(try context.word("call")).csv")
    }

    @Sendable private func showTrace(_ request: Request, _ context: SalaContext) async throws -> Response {
        let trace = try await site.store.scoreTrace(
            of: try context.id("submission"), under: try context.word("call"),
            round: try context.word("round"),
            for: try context.visitor().person)
        return try site.answer(TracePage(site, context, trace), context)
    }

    @Sendable private func select(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let round = try context.word("round")
        // Who sent no stamp saw no ranking that another could differ from.
        let shown = posting.fields["expected"].map { _ in shownDecisions(posting, context) }
        do {
            _ = try await site.store.select(
                handle, round: round, expecting: shown,
                waivesOpenReviews: !posting.text(RankingPage.Waiver.openReviews).isEmpty, by: person,
                at: context.visit.now)
        } catch let refusal as Refusal {
            let page = RankingPage(site, context, try await ranking(context), page: 1, refused: refusal)
            return try site.answer(page, context, refusing: refusal)
        }
        return site.redirect(to: Paths.ranking(round, of: handle), done: "selection-held")
    }

    @Sendable private func takeBack(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let round = try context.word("round")
        try await site.store.takeBackSelection(
            handle, by: try context.visitor().person, at: context.visit.now)
        return site.redirect(to: Paths.ranking(round, of: handle), done: "selection-taken-back")
    }

    @Sendable private func askRelease(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let round = try context.word("round")
        let outlook = try await site.store.releaseOutlook(
            handle, for: try context.visitor().person, at: context.visit.now)
        let pending = outlook.pending
        let isDone = context.visit.path.queryItem(Self.released) != nil
        if isDone || pending.total == 0,
            let page = try await released(pending.view, round, isJustDone: isDone, context)
        {
            return try site.answer(page, context)
        }
        guard pending.total > 0 else {
            let ranking = LinkView(
                label: site.say("ranking.back", context), url: Paths.ranking(round, of: handle))
            throw GuidedRefusal(
                refusal: .nothingHeld, sentence: site.say("release.nothing", context), ways: [ranking])
        }
        if let action = context.visit.path.queryItem("action") {
            guard let outcome = outlook.outcomes.first(where: { $0.action.name == action }) else {
                throw Refusal.notFound
            }
            let page = context.visit.path.queryItem("page").flatMap { Int($0) } ?? 1
            return try site.answer(
                ReleaseListPage(site, context, outcome, pending.view, round: round, page: page), context)
        }
        return try site.answer(ReleasePage(site, context, outlook, round: round), context)
    }

    @Sendable private func release(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        let handle = try context.word("call")
        let round = try context.word("round")
        let shown = shownDecisions(posting, context)
        do {
            try await site.store.release(handle, expecting: shown, by: person, at: context.visit.now)
            return site.redirect(
                to: Paths.adding([(Self.released, "yes")], to: Paths.release(round, of: handle)))
        } catch Refusal.rankingChanged {
            let page = RankingPage(
                site, context, try await ranking(context), page: 1, refused: .rankingChanged)
            return try site.answer(page, context, refusing: .rankingChanged)
        } catch Refusal.overtaken(let changes) {
            let outlook = try await site.store.releaseOutlook(handle, for: person, at: context.visit.now)
            guard outlook.pending.total > 0 else {
                let page = RankingPage(
                    site, context, try await ranking(context), page: 1, refused: .overtaken(changes),
                    heading: "release.gone")
                return try site.answer(page, context, refusing: .overtaken(changes))
            }
            let page = ReleasePage(site, context, outlook, round: round, changes: changes)
            return try site.answer(page, context, refusing: .overtaken(changes))
        }
    }

    private func shownDecisions(_ posting: Posting, _ context: SalaContext) -> ShownDecisions {
        ShownDecisions(
            fingerprint: posting.text("expected"),
            at: Instant(microseconds: Int64(posting.text("shown")) ?? context.visit.now.microseconds))
    }

    /// What the latest release of the round has done; nil before any.
    ///
    /// - Parameter isJustDone: the release that was just made is told, whichever rounds it decided.
    private func released(
        _ view: CallView, _ round: String, isJustDone: Bool, _ context: SalaContext
    ) async throws -> ReleasedPage? {
        let release = try await site.store.latestRelease(
            view.call.handle, round: isJustDone ? nil : round, for: try context.visitor().person)
        guard let release else { return nil }
        return ReleasedPage(
            site, context, view, release, round: round,
            isShown: try await site.store.hasPublicEntries(view.call.id))
    }

    private func ranking(_ context: SalaContext) async throws -> RoundRanking {
        try await site.store.ranking(
            try context.word("call"), round: try context.word("round"), for: try context.visitor().person)
    }

    private func sheet(_ context: SalaContext) async throws -> RankingSheet {
        RankingSheet(
            wording: RankingWording(site: site, context: context, ranking: try await ranking(context)))
    }
}

extension Site {
    /// A table as a file to save.
    func download(_ text: String, name: String) throws -> Response {
        let safe = name.unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || "-.0123456789".unicodeScalars.contains($0))
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(String(String.UnicodeScalarView(safe)))\"",
                .cacheControl: "private, no-store",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
