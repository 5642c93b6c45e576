import SalaDatabase
public import SalaEngine
import SalaThai

extension Store {
    /// How many doings of others to one submission are told at most.
    private static let maximumTold = 20

    /// What was done to the decisions of a call since that time, latest first, for those who may release
    /// them: that they were released, or else what became of each. All of it: who tells a part
    /// of it says how much is left out.
    func overtakings(
        under view: CallView, since time: Instant, in connection: Connection
    ) throws -> [Overtaking] {
        let released = try connection.rows(
            """
            select event.at, event.body, person.name, null as number
            from event left join person on person.id = event.actor_id
            where event.call_id = \(view.call.id) and event.subject_id = \(view.call.id)
                and event.kind = 'released' and event.at >= \(time)
            order by event.sequence desc limit 1
            """)
        let releases = try released.compactMap { row -> Overtaking? in
            guard case .released(let count) = try row.json("body", as: CallEvent.self) else { return nil }
            return try overtaking(.released(count), row)
        }
        guard releases.isEmpty else { return releases }
        let rows = try connection.rows(
            Store.overtakingColumns
                + """
                where event.call_id = \(view.call.id) and event.at >= \(time) and \(Scope(view).foreign)
                    and event.kind in ('acted', 'held', 'taken-back')
                order by event.at desc, submission.number, event.sequence desc
                """)
        return try rows.compactMap { row in
            try Overtaking.Deed(row.json("body", as: SubmissionEvent.self)).map { try overtaking($0, row) }
        }
    }

    /// What has moved the ranking of a round since that time, latest first: reviews that were given or ended,
    /// and what moved on.
    func overtakings(
        of round: Round, under view: CallView, since time: Instant, in connection: Connection
    ) throws -> [Overtaking] {
        let rows = try connection.rows(
            Store.overtakingColumns
                + """
                where event.call_id = \(view.call.id) and event.at >= \(time) and \(Scope(view).foreign)
                    and event.kind in ('acted', 'held', 'taken-back', 'reviewed', 'unassigned',
                        'conflict-declared', 'recused', 'conflict-found', 'abstained')
                order by event.at desc, submission.number, event.sequence desc
                """)
        return try rows.compactMap { row in
            let event = try row.json("body", as: SubmissionEvent.self)
            guard event.round ?? round.name == round.name else { return nil }
            return try Overtaking.Deed(event).map { try overtaking($0, row) }
        }
    }

    /// What was done to a submission since an event of it that a page had shown, as far as the person may
    /// know: what a decision rests on, and nothing else.
    func overtakings(
        of dossier: WholeDossier, since sequence: Int, in connection: Connection
    ) throws -> [Overtaking] {
        let eyes = Eyes(dossier)
        let rows = try connection.rows(
            Store.overtakingColumns
                + """
                where event.call_id = \(dossier.call.id) and event.subject_id = \(dossier.submission.id)
                    and event.sequence > \(sequence) and event.kind in ('acted', 'held', 'taken-back')
                order by event.sequence desc limit \(Store.maximumTold)
                """)
        return try rows.compactMap { row in
            let event = Recorded(
                sequence: try row.get("sequence"), at: try row.instant("at"),
                actor: try row.optionalID("actor_id"), body: try row.json("body", as: SubmissionEvent.self))
            guard eyes.sees(event), let deed = Overtaking.Deed(event.body) else { return nil }
            return try overtaking(deed, row, isNamed: event.actor.map(eyes.knowsFaster) ?? false)
        }
    }

    /// What last moved a submission out of one of those stages, with whether somebody else did it: for who
    /// came too late to do there what was asked; nil where it never was in one of them and left it.
    public func departure(
        of id: SubmissionID, from stages: [String], for person: PersonID
    ) async throws -> (deed: Overtaking, isOthers: Bool)? {
        try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            for (row, event) in try moves(of: dossier, in: connection) {
                guard case .acted(let acted) = event.body, stages.contains(acted.from),
                    acted.to != acted.from
                else { continue }
                let isNamed = event.actor.map(Eyes(dossier).knowsFaster) ?? false
                return (
                    try overtaking(.acted(acted.action), row, isNamed: isNamed), event.actor != person
                )
            }
            return nil
        }
    }

    /// The actions that were taken on a submission, latest first, each with the row it was read from.
    func moves(
        of dossier: WholeDossier, in connection: Connection
    ) throws -> [(row: Row, event: Recorded<SubmissionEvent>)] {
        let rows = try connection.rows(
            Store.overtakingColumns
                + """
                where event.call_id = \(dossier.call.id) and event.subject_id = \(dossier.submission.id)
                    and event.kind = 'acted' order by event.sequence desc
                """)
        return try rows.map { row in
            (
                row,
                Recorded(
                    sequence: try row.get("sequence"), at: try row.instant("at"),
                    actor: try row.optionalID("actor_id"),
                    body: try row.json("body", as: SubmissionEvent.self))
            )
        }
    }

    private func overtaking(_ deed: Overtaking.Deed, _ row: Row, isNamed: Bool = true) throws -> Overtaking {
        Overtaking(
            number: try row.get("number"), deed: deed, name: isNamed ? try row.get("name") : nil,
            at: try row.instant("at"))
    }

    private static let overtakingColumns: SQL = """
        select event.sequence, event.at, event.actor_id, event.body, person.name, submission.number
        from event join submission on submission.id = event.subject_id
        left join person on person.id = event.actor_id

        """
}

extension SubmissionEvent {
    /// The round of judging that it belongs to; nil for what belongs to none.
    fileprivate var round: String? {
        switch self {
        case .reviewed(let round, _, _), .unassigned(let round, _, _), .conflictDeclared(let round, _, _, _),
            .recused(let round, _, _), .conflictFound(let round, _, _), .abstained(let round, _, _):
            round
        default: nil
        }
    }
}
