import SalaEngine
import SalaStore
import SalaThai

extension CallView {
    /// Whether one more may be begun for the organisation, or for the person without one, beside what is
    /// there.
    func hasRoom(for organisation: OrganisationID?, beside begun: [OwnSubmission]) -> Bool {
        begun.count { $0.row.organisation?.id == organisation } < programme.filing.limit ?? .max
    }

    /// Nothing more may be begun for any of the organisations, or for the person where the programme takes
    /// none.
    func isFull(for organisations: [OrganisationID], beside begun: [OwnSubmission]) -> Bool {
        guard programme.filing.by == .organisation else { return !hasRoom(for: nil, beside: begun) }
        return !organisations.isEmpty && organisations.allSatisfy { !hasRoom(for: $0, beside: begun) }
    }
}

extension CallView {
    /// Whether who asks may begin something now.
    func takesIn(from visitor: Visitor?, at now: Instant) -> Bool {
        guard call.state != .draft, !call.isConcluded else { return false }
        return call.period.contains(now) || lateAccess(for: visitor, at: now) != nil
    }

    /// The late access by which who asks may still file now.
    func lateAccess(for visitor: Visitor?, at now: Instant) -> LateAccess? {
        guard let visitor else { return nil }
        let entrants =
            visitor.organisations(filingUnder: call).map(LateAccess.Entrant.organisation)
            + [.person(visitor.person)]
        return entrants.compactMap { call.lateAccess(of: $0) }.filter { $0.isOpen(at: now) }
            .max { $0.until < $1.until }
    }
}

extension Visitor {
    /// The organisations that the visitor may file for under the call: an office does not file under its own.
    func organisations(filingUnder call: Call) -> [OrganisationID] {
        Array(Set(memberships.map(\.organisation)).subtracting([call.organisation]))
    }
}

extension Site {
    /// What the visitor, or an organisation of the visitor's, has under the call and has not taken back;
    /// nothing for who has not signed in.
    func begun(under handle: String, _ visitor: Visitor?) async throws -> [OwnSubmission] {
        guard let visitor else { return [] }
        return try await store.ownSubmissions(of: visitor.person).filter { own in
            own.call.handle == handle && !own.isWithdrawn
        }
    }

    /// The way to the call for who took the submission back, or whose organisation did, and may begin
    /// another now; nil for all others.
    func beginningAnew(after dossier: Dossier, _ context: SalaContext) async throws -> LinkView? {
        let stage = dossier.programme.workflow.stage(dossier.submission.stage)
        guard dossier.isOwn, stage?.isWithdrawn == true, let visitor = context.visit.visitor else {
            return nil
        }
        let handle = dossier.call.handle
        let view = try await store.call(handle, for: visitor.person)
        let begun = try await begun(under: handle, visitor)
        guard view.takesIn(from: visitor, at: context.visit.now),
            !view.isFull(for: visitor.organisations(filingUnder: view.call), beside: begun)
        else { return nil }
        return LinkView(label: say("submission.begin-anew", context), url: Paths.call(handle))
    }

    /// What leads to a submission's form: to go on with it, or to correct what was filed.
    func writing(isFiled: Bool, _ context: SalaContext) -> String {
        say(isFiled ? "submission.correct" : "submission.continue", context)
    }
}
