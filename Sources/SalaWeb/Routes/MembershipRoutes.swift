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
        routes.get("/memberships/{organisation}", showMembers)
        routes.post("/memberships/{organisation}/withdrawal", withdraw)
        routes.post("/memberships/{organisation}/people/{person}/decision", decide)
        routes.post("/memberships/{organisation}/people/{person}/end", end)
        routes.get("/memberships/{organisation}/people/{person}/decision", leaveDecision)
        routes.get("/memberships/{organisation}/people/{person}/end", leaveEnd)
        routes.get("/organisations", suggest)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let typed = Self.shortened(context.visit.path.queryItem("query") ?? "")
        return try await page(context, try await search(typed))
    }

    /// What stands under the name; nothing is searched for without one.
    private func search(_ typed: String) async throws -> MembershipsPage.Search {
        guard !typed.isEmpty else { return .init() }
        let found = try await site.store.suggestOrganisations(
            typed: typed, limit: MembershipsPage.foundLimit)
        return .init(typed: typed, found: found)
    }

    @Sendable private func claim(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let typed = Self.shortened(posting.text(MembershipsPage.typed))
        // What the list was found by that one is chosen from: it is shown again beside what is wrong with it.
        let searched = Self.shortened(posting.text(MembershipsPage.searched))
        guard let organisation = OrganisationID(posting.text(MembershipsPage.organisation)) else {
            guard typed.isEmpty else {
                return site.redirect(to: Paths.memberships(matching: typed) + "#join")
            }
            var search = try await search(searched)
            search.mistake = site.say(
                "membership.\(search.found?.entries.isEmpty == false ? "none-chosen" : "nothing-typed")",
                context)
            return try await page(context, search)
        }
        do {
            try await site.store.claimMembership(visitor.person, organisation, at: context.visit.now)
            return site.redirect(to: Paths.memberships, done: "membership-asked")
        } catch Refusal.membership(let refusal) {
            var search = searched.isEmpty ? .init(typed: typed) : try await search(searched)
            search.chosen = organisation
            search.mistake = site.sentence(.membership(refusal), context)
            return try await page(context, search)
        }
    }

    @Sendable private func withdraw(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let person = try context.visitor().person
        try await site.store.decide(
            .withdraw, about: person, in: try context.id("organisation"), by: .person(person),
            at: context.visit.now)
        return site.redirect(to: Paths.memberships, done: "membership-withdrawn")
    }

    @Sendable private func decide(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let organisation: OrganisationID = try context.id("organisation")
        let person: PersonID = try context.id("person")
        let typed = Self.reason(posting, person, organisation)
        let command: MembershipCommand
        switch posting.text("decision") {
        case "approve": command = .approve
        case "refuse": command = .refuse(reason: typed)
        default: throw Refusal.notFound
        }
        do {
            try await site.store.decide(
                command, about: person, in: organisation, by: .person(visitor.person), at: context.visit.now)
        } catch let refusal as Refusal where refusal.isAboutReason {
            let refusing = MembershipsPage.Refusing(
                person: person, organisation: organisation, typed: typed,
                mistake: site.sentence(refusal, context))
            return try await page(context, .init(), refusing: refusing)
        }
        return site.redirect(
            to: Paths.memberships, done: command == .approve ? "membership-approved" : "membership-refused")
    }

    /// Where a page with a mistake is read in the other language, or again: its address takes a POST alone.
    @Sendable private func leaveDecision(
        _ request: Request, _ context: SalaContext
    ) async throws -> Response {
        _ = try context.visitor()
        return site.redirect(to: Paths.memberships)
    }

    @Sendable private func leaveEnd(_ request: Request, _ context: SalaContext) async throws -> Response {
        _ = try context.visitor()
        return site.redirect(to: Paths.members(of: try context.id("organisation")))
    }

    @Sendable private func showMembers(_ request: Request, _ context: SalaContext) async throws -> Response {
        try site.answer(try await membersPage(context), context)
    }

    @Sendable private func end(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let visitor = try context.visitor()
        let organisation: OrganisationID = try context.id("organisation")
        let person: PersonID = try context.id("person")
        let typed = Self.reason(posting, person, organisation)
        do {
            try await site.store.decide(
                .end(reason: typed), about: person, in: organisation, by: .person(visitor.person),
                at: context.visit.now)
        } catch let refusal as Refusal where refusal.isAboutReason {
            let ending = MembersPage.Ending(
                person: person, typed: typed, mistake: site.sentence(refusal, context))
            return try site.answer(
                try await membersPage(context, ending), context, status: .unprocessableContent)
        }
        guard person != visitor.person else {
            return site.redirect(to: Paths.memberships, done: "membership-left")
        }
        return site.redirect(to: Paths.members(of: organisation), done: "membership-removed")
    }

    @Sendable private func suggest(_ request: Request, _ context: SalaContext) async throws -> Response {
        let language = context.visit.language
        let typed = Self.shortened(context.visit.path.queryItem("query") ?? "")
        let found = try await site.store.suggestOrganisations(typed: typed)
        let near = found.areNear ? "\(site.say("membership.near", context)) · " : ""
        let rows = found.entries.map { entry in
            SuggestionView(
                id: entry.id.description, name: entry.summary.name(language),
                detail: near + entry.summary.province(language),
                chosen: entry.summary.placedName(language))
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "private, max-age=300",
                .vary: "Cookie",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(rows))))
    }

    private func page(
        _ context: SalaContext, _ search: MembershipsPage.Search, refusing: MembershipsPage.Refusing? = nil
    ) async throws -> Response {
        let (person, now) = (try context.visitor().person, context.visit.now)
        let own = try await site.store.memberships(of: person, at: now)
        let claims = try await site.store.pendingMemberships(
            for: person, limit: MembershipsPage.limit, at: now)
        let decided = try await site.store.decidedMemberships(for: person, at: now)
        let history = try await site.store.membershipHistory(of: person)
        let page = MembershipsPage(
            site, context, own: own, claims: claims, decided: decided, history: history, search,
            refusing: refusing)
        let isMistaken = search.mistake != nil || refusing != nil
        return try site.answer(page, context, status: isMistaken ? .unprocessableContent : .ok)
    }

    private func membersPage(
        _ context: SalaContext, _ ending: MembersPage.Ending? = nil
    ) async throws -> MembersPage {
        let people = try await site.store.people(
            of: try context.id("organisation"), for: try context.visitor().person, at: context.visit.now)
        return MembersPage(site, context, people, ending: ending)
    }

    private static func reason(
        _ posting: Posting, _ person: PersonID, _ organisation: OrganisationID
    ) -> String {
        posting.text(ReasonForm.name(person, organisation)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// No organisation's name is longer, and each word that is typed costs the database work.
    private static func shortened(_ typed: String) -> String {
        String(typed.prefix(100)).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension Refusal {
    /// The reason is to be mended beside its field.
    fileprivate var isAboutReason: Bool {
        switch self {
        case .membership(.reasonMissing), .membership(.reasonTooLong): true
        default: false
        }
    }
}
