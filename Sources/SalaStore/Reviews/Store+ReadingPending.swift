import Crypto
import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// The decisions of a call that are held and not yet released, but for those on the person's own.
public struct PendingDecisions: Sendable {
    public var view: CallView
    /// How many, by held action, in the order of the workflow.
    public var counts: [(action: Action, count: Int)]
    /// Another one as soon as one of the decisions is another.
    public var fingerprint: String

    public var total: Int { counts.map(\.count).reduce(0, +) }
    /// How many letters their release sends to filers.
    public var letters: Int { counts.filter { $0.action.letter != nil }.map(\.count).reduce(0, +) }
}

extension Store {
    /// What a release would release, for those who may release.
    public func pendingDecisions(_ handle: String, for person: PersonID) async throws -> PendingDecisions {
        try await database.read { connection in
            try pendingDecisions(handle, for: person, in: connection)
        }
    }

    func pendingDecisions(
        _ handle: String, for person: PersonID, in connection: Connection
    ) throws -> PendingDecisions {
        let view = try callView(handle, for: person, in: connection)
        guard view.actor.may(.release, in: view.programme) else { throw Refusal.notAllowed }
        let rows = try connection.rows(
            """
            select id, held, head from submission
            where \(Scope(view).foreign) and held is not null order by id
            """)
        var counts: [String: Int] = [:]
        var decisions = SHA256()
        for row in rows {
            counts[try row.get("held"), default: 0] += 1
            // The head of its events: whatever happens to a submission makes it another.
            let decision: [String] = [try row.get("id"), try row.get("held"), try row.get("head")]
            decisions.update(data: Data((decision.joined(separator: " ") + "\n").utf8))
        }
        return PendingDecisions(
            view: view,
            counts: view.programme.workflow.actions.compactMap { action in
                counts[action.name].map { (action, $0) }
            }, fingerprint: Hexadecimal.text(decisions.finalize()))
    }

    /// Refuses decisions that are others than those shown, and says who changed them.
    func demand(
        _ shown: ShownDecisions, under handle: String, for person: PersonID, in connection: Connection
    ) throws {
        let pending = try pendingDecisions(handle, for: person, in: connection)
        guard pending.fingerprint != shown.fingerprint else { return }
        throw Refusal.overtaken(try overtakings(under: pending.view, since: shown.at, in: connection))
    }
}

/// The pending decisions that somebody was shown, and when.
public struct ShownDecisions: Equatable, Sendable {
    public var fingerprint: String
    public var at: Instant

    public init(fingerprint: String, at: Instant) {
        self.fingerprint = fingerprint
        self.at = at
    }
}
