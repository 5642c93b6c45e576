import SalaDatabase
public import SalaEngine

extension Store {
    /// The programme of a submission, for who sees it or did so by a role that has ended or a review that was
    /// left or taken off.
    public func programme(of id: SubmissionID, for person: PersonID) async throws -> Programme {
        try await database.read { connection in
            guard let dossier = try anyDossier(id, for: person, in: connection) else {
                throw Refusal.notFound
            }
            let scope = Scope(dossier.actor, programme: dossier.programme, call: dossier.call.id)
            let wasAsked = dossier.submission.reviews.values.contains { $0[person] != nil }
            guard try wasAsked || scope.sees(dossier.submission) || hasLostSight(of: dossier, connection)
            else { throw Refusal.notFound }
            return dossier.programme
        }
    }

    /// Whether the person saw the submission by a role in the call that was taken back, and so may know why
    /// it is to be seen no more.
    func hasLostSight(of dossier: WholeDossier, _ connection: Connection) throws -> Bool {
        guard let person = dossier.actor.person else { return false }
        let submission = dossier.submission
        return try rolesTakenBack(from: person, in: dossier.call.id, connection).contains { role in
            switch dossier.programme.role(role)?.sees {
            case .all: true
            case .filed: submission.filedAt != nil
            case .assigned: submission.reviews.values.contains { $0[person] != nil }
            case .own, nil: false
            }
        }
    }

    /// The roles in the call that were ever taken back from the person.
    func rolesTakenBack(
        from person: PersonID, in call: CallID, _ connection: Connection
    ) throws -> Set<String> {
        let rows = try connection.rows(
            """
            select body from event where call_id = \(call) and subject_id = \(call) and kind = 'revoked'
            """)
        return try Set(
            rows.compactMap { row in
                guard case .revoked(let role, person) = try row.json("body", as: CallEvent.self) else {
                    return nil
                }
                return role
            })
    }
}
