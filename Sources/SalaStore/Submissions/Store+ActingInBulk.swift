import SalaDatabase
public import SalaEngine
public import SalaThai

/// What an action on many submissions does, or would do.
public struct BulkOutcome: Sendable {
    public var moved: [SubmissionID] = []
    /// Those it cannot be done to, with the reason.
    public var refused: [SubmissionID: Refusal] = [:]
}

extension Store {
    /// How many submissions one bulk action may name.
    public static let maximumBulk = 1000

    /// What the action would do to each, without doing it.
    public func preview(
        _ action: String, input: Answers, on ids: [SubmissionID], by person: PersonID, at now: Instant
    ) async throws -> BulkOutcome {
        try await database.read { connection in
            try each(ids, person, connection) { dossier in
                let situation = dossier.situation(at: now, calendar: calendar)
                try demandBulk(action, dossier.programme)
                _ = try dossier.submission.decide(.act(action, input: input), in: situation)
            }
        }
    }

    /// Takes the action on each that it can be taken on, in one transaction.
    public func act(
        _ action: String, input: Answers, on ids: [SubmissionID], by person: PersonID, at now: Instant
    ) async throws -> BulkOutcome {
        try await database.write { connection in
            try each(ids, person, connection) { dossier in
                try demandBulk(action, dossier.programme)
                try decide(.act(action, input: input), on: &dossier, at: now, in: connection)
            }
        }
    }

    private func demandBulk(_ name: String, _ programme: Programme) throws {
        guard let action = programme.workflow.action(name) else { throw Refusal.notFound }
        guard action.isBulk else { throw Refusal.notAllowed }
    }

    private func each(
        _ ids: [SubmissionID], _ person: PersonID, _ connection: Connection,
        _ body: (inout WholeDossier) throws -> Void
    ) throws -> BulkOutcome {
        guard ids.count <= Store.maximumBulk else { throw Refusal.limitReached(Store.maximumBulk) }
        var outcome = BulkOutcome()
        var seen: Set<SubmissionID> = []
        for id in ids where seen.insert(id).inserted {
            do {
                var dossier = try dossier(id, for: person, in: connection)
                try body(&dossier)
                outcome.moved.append(id)
            } catch let refusal as Refusal {
                outcome.refused[id] = refusal
            }
        }
        return outcome
    }
}
