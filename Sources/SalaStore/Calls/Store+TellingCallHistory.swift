import SalaDatabase
public import SalaEngine

/// What happened to a call, for those who manage it.
public struct CallHistory: Sendable {
    public var view: CallView
    /// In the order in which they happened.
    public var events: [Recorded<CallEvent>]
    /// The names of those who acted and of those who were given a role.
    public var names: [PersonID: String]
    /// Those that were granted late access.
    public var organisations: [OrganisationID: OrganisationSummary]

    /// How many have a role that the call granted.
    public var holders: Int
    /// Decisions are held in the call.
    public var holds: Bool
}

extension Store {
    /// The call with all its events; refused to those who may not manage it.
    public func callHistory(_ handle: String, for person: PersonID) async throws -> CallHistory {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.isManager else { throw Refusal.notAllowed }
            let events = try connection.events(of: view.call.id.uuid, call: view.call.id, as: CallEvent.self)
            let people = Set(events.flatMap(\.people)).sorted().map(\.uuid)
            let rows = try connection.rows("select id, name from person where id in \(list: people)")
            let holders = try connection.row(
                """
                select count(distinct person_id) as count from call_role where call_id = \(view.call.id)
                """)
            let entrants = (view.call.lateAccesses ?? []).compactMap { access -> OrganisationID? in
                if case .organisation(let id) = access.entrant { id } else { nil }
            }
            let organisations =
                entrants.isEmpty ? [] : try organisationSummaries(entrants, in: connection)
            return CallHistory(
                view: view, events: events,
                names: try Dictionary(
                    uniqueKeysWithValues: rows.map { (try $0.id("id"), try $0.get("name")) }),
                organisations: Dictionary(organisations.map { ($0.id, $0) }) { first, _ in first },
                holders: try holders?.get("count") ?? 0,
                holds: try holdsDecisions(in: view.call.id, connection))
        }
    }

    /// How often and why the end of a published call was moved, in order: everybody may know.
    public func extensions(of call: CallID) async throws -> [Recorded<CallEvent>] {
        try await database.read { connection in
            let rows = try connection.rows(
                """
                select sequence, at, body from event
                where call_id = \(call) and subject_id = \(call) and kind = 'extended' order by sequence
                """)
            return try rows.map { row in
                Recorded(
                    sequence: try row.get("sequence"), at: try row.instant("at"), actor: nil,
                    body: try row.json("body"))
            }
        }
    }
}

extension Recorded<CallEvent> {
    fileprivate var people: [PersonID] {
        switch body {
        case .granted(_, let person), .revoked(_, let person): [person] + (actor.map { [$0] } ?? [])
        case .lateAccessGranted(.person(let person), _, _), .lateAccessWithdrawn(.person(let person)):
            [person] + (actor.map { [$0] } ?? [])
        case .lateAccessGranted, .lateAccessWithdrawn, .opened, .configured, .published, .discarded,
            .extended, .contactChanged, .exported, .exportCancelled, .released, .ruleDeclared:
            actor.map { [$0] } ?? []
        }
    }
}
