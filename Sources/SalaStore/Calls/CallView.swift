import SalaDatabase
public import SalaEngine
public import SalaThai

/// A call with what its pages need, as one person may see it.
public struct CallView: Sendable {
    public var call: Call
    public var programme: Programme
    public var actor: Actor
    public var office: OrganisationSummary?
    /// How many submissions have been filed and not been taken back.
    public var filed: Int

    /// The person may see the call though it is not published.
    public var isManager: Bool { actor.may(.manageCall, in: programme) }
}

extension Store {
    /// The call under that handle; a draft is found only by those who have a role in it.
    public func call(_ handle: String, for person: PersonID?) async throws -> CallView {
        try await database.read { connection in try callView(handle, for: person, in: connection) }
    }

    func callView(_ handle: String, for person: PersonID?, in connection: Connection) throws -> CallView {
        let row = try connection.row(Store.callColumns + "where call.handle = \(handle)")
        guard let row, let view = try callViews([row], for: person, connection).first else {
            throw Refusal.notFound
        }
        try demandSight(of: view.call, view.actor)
        return view
    }

    /// Refuses a draft as not found to who has no role in it, and to who has one where it was thrown away.
    func demandSight(of call: Call, _ actor: Actor) throws {
        guard call.state == .published || !actor.roles.isEmpty else { throw Refusal.notFound }
        guard call.state != .discarded else { throw Refusal.callDiscarded }
    }

    /// The published calls, at most `limit`: those that close soonest first, then those that never close,
    /// then those that have closed.
    public func publishedCalls(limit: Int, at now: Instant) async throws -> [CallView] {
        try await database.read { connection in
            let rows = try connection.rows(
                Store.callColumns
                    + """
                    where call.state = 'published'
                    order by case when call.closes_at < \(now) then 2
                            when call.closes_at is null then 1 else 0 end,
                        case when call.closes_at < \(now) then -call.closes_at else call.closes_at end
                    limit \(limit)
                    """)
            return try callViews(rows, for: nil, connection)
        }
    }

    /// The calls in which the person has a granted role: the person's desks.
    public func calls(of person: PersonID) async throws -> [CallView] {
        try await database.read { connection in
            let rows = try connection.rows(
                Store.callColumns
                    + """
                    where call.state <> 'discarded'
                        and (call.id in (select call_id from call_role where person_id = \(person))
                            or call.organisation_id in (select organisation_id from membership
                                where person_id = \(person) and state = 'approved'))
                    order by call.opens_at desc
                    """)
            let grants = try grants(of: person, under: "1 = 1", connection)
            return try callViews(rows, for: nil, connection).compactMap { view in
                var view = view
                view.actor = Actor(person, grants, in: view.call, of: view.programme)
                return view.actor.roles.isEmpty ? nil : view
            }
        }
    }

    private static let callColumns: SQL = """
        select call.snapshot as call, \(OrganisationSummary.columns)
        from call join organisation on organisation.id = call.organisation_id

        """

    private func callViews(
        _ rows: [Row], for person: PersonID?, _ connection: Connection
    ) throws -> [CallView] {
        let calls: [Call] = try rows.map { try $0.json("call") }
        let filed = try connection.filedCounts(under: calls.map(\.id))
        return try zip(rows, calls).map { row, call in
            let programme = try programmes.programme(call.version, in: connection)
            let standing = filed[call.id, default: [:]].filter { stage, _ in
                programme.workflow.stage(stage)?.isWithdrawn != true
            }
            return CallView(
                call: call, programme: programme,
                actor: try actor(person, in: call, of: programme, connection),
                office: try row.organisation(), filed: standing.values.reduce(0, +))
        }
    }
}
