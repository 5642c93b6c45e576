import Foundation
import Hummingbird
import SalaEngine
import SalaStore

/// The first page, and the way from a receipt's code to the receipt.
struct HomeRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/", showHome)
        routes.get("/receipts", findReceipt)
    }

    @Sendable private func showHome(_ request: Request, _ context: SalaContext) async throws -> Response {
        try await site.publicAnswer(request, context, about: .calls) { context in
            let calls = try await site.store.publishedCalls(limit: HomePage.callLimit, at: context.visit.now)
            let latest = try await site.store.latestPublicEntries(limit: HomePage.latestLimit)
            let claims = try await waitingClaims(context)
            return HomePage(site, context, calls: calls, latest: latest, claims: claims)
        }
    }

    /// How many people wait for the visitor to say that they belong to an organisation.
    private func waitingClaims(_ context: SalaContext) async throws -> Int {
        guard let person = context.visit.visitor?.person else { return 0 }
        return try await site.store.pendingMembershipCount(for: person, at: context.visit.now)
    }

    @Sendable private func findReceipt(_ request: Request, _ context: SalaContext) async throws -> Response {
        let code = Paths.items(context.visit.path).first { $0.name == "code" }?.value
        guard let typed = code?.trimmingCharacters(in: .whitespacesAndNewlines) else {
            return try await site.publicAnswer(request, context, about: .organisations) {
                ReceiptSearchPage(site, $0)
            }
        }
        guard ReceiptCode.isWhole(typed) else {
            return try site.answer(
                ReceiptSearchPage(site, context, typed: typed), context, status: .unprocessableContent)
        }
        do {
            return site.redirect(to: Paths.receipt(try await site.store.receipt(typed).code))
        } catch Refusal.notFound {
            return try site.answer(
                ReceiptSearchPage(site, context, typed: typed), context, status: .notFound)
        }
    }
}
