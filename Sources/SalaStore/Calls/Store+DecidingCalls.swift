import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Opens a call of the programme's newest version for an office; it stays a draft until it is published.
    ///
    /// Who asks a second time for the very same, as after an answer that never came, gets the first.
    public func openCall(
        _ handle: String, of programme: String, by person: PersonID, for office: OrganisationID,
        title: [Language: String], period: Period, settings: CallSettings, at now: Instant
    ) async throws -> CallID {
        try await database.write { connection in
            let (version, definition) = try newest(programme, in: connection)
            let opened = CallEvent.Opened(
                handle: handle, programme: programme, version: version, organisation: office, title: title,
                period: period, settings: settings)
            let id = CallID(UUID.version7(at: now))
            var call = Call(
                id: id, handle: handle, programme: programme, version: version, organisation: office,
                title: title,
                period: period, settings: settings)
            let actor = try actor(person, in: call, of: definition, connection)
            let twin = try twin(of: call, by: person, connection)
            let events = try Call.opening(
                opened, of: definition, by: actor,
                isTaken: twin == nil ? try isTaken(handle, connection) : false)
            if let twin { return twin }
            call.sequence = 1
            try connection.execute(
                """
                insert into call (id, handle, programme, version_id, organisation_id, state, opens_at,
                    closes_at, filed, snapshot, head)
                values (\(id), \(handle), \(programme), \(version), \(office), \(call.state.rawValue),
                    \(period.opens), \(period.closes), 0, \(try JSON.encode(call)), \(EventChain.root))
                """)
            _ = try record(
                events, on: call, replaying: true, head: EventChain.root, by: person, at: now, connection)
            return id
        }
    }

    /// The draft that the person opened with the same words and that nobody has touched since.
    private func twin(
        of call: Call, by person: PersonID, _ connection: Connection
    ) throws -> CallID? {
        let row = try connection.row(
            """
            select c.snapshot from call c join event e on e.subject_id = c.id and e.call_id = c.id
            where c.handle = \(call.handle) and e.sequence = 1 and e.actor_id = \(person)
            """)
        guard let other: Call = try row?.json("snapshot") else { return nil }
        var same = call
        (same.id, same.sequence) = (other.id, 1)
        return same == other ? other.id : nil
    }

    /// Whether a call has that handle, published or not.
    public func isTaken(_ handle: String) async throws -> Bool {
        try await database.read { connection in try isTaken(handle, connection) }
    }

    private func isTaken(_ handle: String, _ connection: Connection) throws -> Bool {
        try connection.row("select id from call where handle = \(handle)") != nil
    }

    /// The one way in for everything that is asked of a call.
    ///
    /// - Parameter shown: the newest event that the person's page showed of the call; refuses to set up or to
    ///   publish with `overtaken` what is another by now.
    @discardableResult
    public func decide(
        _ command: CallCommand, on handle: String, expecting shown: Int? = nil, by person: PersonID,
        at now: Instant
    ) async throws -> Call {
        try await database.write { connection in
            let (call, _) = try callAndFiled(handle, in: connection)
            return try decide(
                command, on: call, expecting: shown, by: person, at: now, in: connection)
        }
    }

    func decide(
        _ command: CallCommand, on call: Call, expecting shown: Int? = nil, by person: PersonID,
        at now: Instant, in connection: Connection
    ) throws -> Call {
        let programme = try programmes.programme(call.version, in: connection)
        let actor = try actor(person, in: call, of: programme, connection)
        try demandSight(of: call, actor)
        let events = try call.decide(
            command, of: programme, by: actor, at: now, granted: try granted(command, in: call, connection),
            holds: try holdsDecisions(in: call.id, connection),
            opened: try connection.openedRounds(of: programme, under: call.id),
            publishedBefore: try publishedBefore(command, on: call, connection), expecting: shown)
        for case .revoked(let role, let holder) in events {
            // Before the role is gone: it may be the one by which the person may take it back.
            try takeOffReviews(of: holder, losing: role, under: call, by: person, at: now, connection)
        }
        let head =
            try connection.row("select head from call where id = \(call.id)")?.get("head") ?? EventChain.root
        let decided = try record(
            events, on: call, replaying: false, head: head, by: person, at: now, connection)
        for event in events {
            try writeLetters(
                about: event, of: decided, hadEnd: call.period.closes != nil, programme, at: now,
                in: connection)
        }
        return decided
    }

    /// The roles in the call of whoever a grant or a revocation speaks of.
    private func granted(
        _ command: CallCommand, in call: Call, _ connection: Connection
    ) throws -> Set<String> {
        switch command {
        case .grant(_, let person), .revoke(_, let person):
            let rows = try connection.rows(
                "select role from call_role where call_id = \(call.id) and person_id = \(person)")
            return Set(try rows.map { try $0.get("role") })
        case .configure, .publish, .discard, .extend, .changeContact, .grantLateAccess, .withdrawLateAccess,
            .export, .cancelExport, .release, .declareRule:
            return []
        }
    }

    /// How many calls of the same office and programme that open in the same year were published before one
    /// that is to be published: a published call keeps its opening and is never thrown away.
    private func publishedBefore(
        _ command: CallCommand, on call: Call, _ connection: Connection
    ) throws -> Int {
        guard case .publish = command else { return 0 }
        let rows = try connection.rows(
            """
            select opens_at from call where organisation_id = \(call.organisation)
                and programme = \(call.programme) and state = \(Call.State.published.rawValue)
                and id <> \(call.id)
            """)
        let year = call.period.opens.localDate.year
        return try rows.map { try $0.instant("opens_at") }.count { $0.localDate.year == year }
    }

    /// Whether decisions are held in the call, so that its end stays where it is.
    public func holdsDecisions(in call: CallID) async throws -> Bool {
        try await database.read { try holdsDecisions(in: call, $0) }
    }

    func holdsDecisions(in call: CallID, _ connection: Connection) throws -> Bool {
        let row = try connection.row(
            "select id from submission where call_id = \(call) and held is not null limit 1")
        return row != nil
    }

    private func record(
        _ events: [CallEvent], on call: Call, replaying: Bool, head: String, by person: PersonID,
        at now: Instant,
        _ connection: Connection
    ) throws -> Call {
        var call = call
        var head = head
        for event in events {
            let sequence = replaying ? 1 : call.sequence + 1
            let recorded = Recorded(sequence: sequence, at: now, actor: person, body: event)
            call.evolve(recorded)
            head = try connection.append(
                recorded, kind: event.kind, subject: call.id.uuid, call: call.id, previous: head)
            try project(event, on: call, in: connection)
        }
        try connection.execute(
            """
            update call set state = \(call.state.rawValue), opens_at = \(call.period.opens),
                closes_at = \(call.period.closes), snapshot = \(try JSON.encode(call)), head = \(head)
            where id = \(call.id)
            """)
        if events.contains(where: \.isPublic) { try connection.raise([.calls, .call(call.handle)]) }
        return call
    }

    private func project(_ event: CallEvent, on call: Call, in connection: Connection) throws {
        switch event {
        case .granted(let role, let holder):
            try connection.execute(
                """
                insert into call_role (call_id, person_id, role) values (\(call.id), \(holder), \(role))
                on conflict do nothing
                """)
        case .revoked(let role, let holder):
            try connection.execute(
                """
                delete from call_role
                where call_id = \(call.id) and person_id = \(holder) and role = \(role)
                """
            )
        case .discarded:
            // Who was given a part in it has none any more: what was given stands in its events.
            try connection.execute("delete from call_role where call_id = \(call.id)")
        case .opened, .configured, .published, .extended, .contactChanged, .lateAccessGranted,
            .lateAccessWithdrawn, .exported, .exportCancelled, .released, .ruleDeclared:
            break
        }
    }

    func callAndFiled(_ handle: String, in connection: Connection) throws -> (Call, Int) {
        guard let row = try connection.row("select snapshot, filed from call where handle = \(handle)") else {
            throw Refusal.notFound
        }
        return (try row.json("snapshot"), try row.get("filed"))
    }

    private func newest(_ programme: String, in connection: Connection) throws -> (VersionID, Programme) {
        let row = try connection.row(
            "select id from programme_version where programme = \(programme) order by number desc limit 1")
        guard let row else { throw Refusal.notFound }
        let id: VersionID = try row.id("id")
        return (id, try programmes.programme(id, in: connection))
    }
}

extension CallEvent {
    /// Whether the event changes what anybody may read of the call: who has a role in it, or late access,
    /// nobody may.
    fileprivate var isPublic: Bool {
        switch self {
        case .granted, .revoked, .lateAccessGranted, .lateAccessWithdrawn, .exported, .exportCancelled:
            false
        default: true
        }
    }
}
