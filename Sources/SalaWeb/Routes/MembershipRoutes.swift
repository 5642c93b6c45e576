import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore

/// Belonging to organisations: wishing to, deciding who does, and finding an organisation by its name.
struct MembershipRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/memberships", show)
        routes.post("/memberships", claim)
        routes.post("/memberships/{organisation}/people/{person}/decision", decide)
        routes.get("/organisations", suggest)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        guard let typed = context.visit.path.queryItem("query").map(Self.shortened), !typed.isEmpty else {
            return try await page(context, .init())
        }
        let found = try await site.store.searchOrganisations(
            typed: typed, limit: MembershipsPage.foundLimit)
        return try await page(context, .init(typed: typed, found: found))
    }

    @Sendable private func claim(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let typed = Self.shortened(posting.text(MembershipsPage.typed))
        var search = MembershipsPage.Search(typed: typed)
        guard let organisation = OrganisationID(posting.text(MembershipsPage.organisation)) else {
            guard typed.isEmpty else {
                return site.redirect(to: Paths.memberships(matching: typed) + "#join")
            }
            search.mistake = site.say("membership.nothing-typed", context)
            return try await page(context, search)
        }
        do {
            try await site.store.claimMembership(visitor.person, organisation, at: context.visit.now)
            return site.redirect(to: Paths.memberships, done: "membership-asked")
        } catch Refusal.alreadyDone {
            search.mistake = site.say("membership.already", context)
        } catch Refusal.limitReached(let limit) {
            search.mistake = site.say("membership.limit", context, ["limit": String(limit)])
        }
        return try await page(context, search)
    }

    @Sendable private func decide(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let isApproved: Bool
        switch posting.text("decision") {
        case "approve": isApproved = true
        case "refuse": isApproved = false
        default: throw Refusal.notFound
        }
        try await site.store.decideMembership(
            of: try context.id("person"), in: try context.id("organisation"), by: try context.visitor(),
            approve: isApproved, at: context.visit.now)
        return site.redirect(
            to: Paths.memberships, done: isApproved ? "membership-approved" : "membership-refused")
    }

    @Sendable private func suggest(_ request: Request, _ context: SalaContext) async throws -> Response {
        let language = context.visit.language
        let typed = Self.shortened(context.visit.path.queryItem("query") ?? "")
        let rows = try await site.store.searchOrganisations(typed: typed).map { entry in
            SuggestionView(
                id: entry.id.description, name: entry.summary.name(language),
                detail: entry.summary.province(language))
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "private, max-age=300",
                .vary: "Cookie",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(rows))))
    }

    private func page(_ context: SalaContext, _ search: MembershipsPage.Search) async throws -> Response {
        let visitor = try context.visitor()
        let own = try await site.store.memberships(of: visitor.person)
        let claims = try await site.store.pendingMemberships(for: visitor, limit: MembershipsPage.limit)
        let page = MembershipsPage(site, context, own: own, claims: claims, search)
        return try site.answer(page, context, status: search.mistake == nil ? .ok : .unprocessableContent)
    }

    /// No organisation's name is longer, and each word that is typed costs the database work.
    private static func shortened(_ typed: String) -> String {
        String(typed.prefix(100)).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
