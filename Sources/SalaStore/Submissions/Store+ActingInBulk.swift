import SalaDatabase
public import SalaEngine
public import SalaThai

/// What an action on many submissions does, or would do.
public struct BulkOutcome: Sendable {
    public var moved: [SubmissionID] = []
    /// Those it cannot be done to, with the reason.
    public var refused: [SubmissionID: Refusal] = [:]
    /// The newest event of each submission that was looked at: what `Store.act` expects to find.
    public var seen: [SubmissionID: Int] = [:]
}

extension Store {
    /// How many submissions one bulk action may name.
    public static let maximumBulk = 1000

    /// What the action would do to each, without doing it; submissions of another call are not found.
    public func preview(
        _ action: String, input: Answers, on ids: [SubmissionID], under handle: String, by person: PersonID,
        at now: Instant
    ) async throws -> BulkOutcome {
        try await database.read { connection in
            try each(ids, handle, person, connection) { dossier in
                let situation = dossier.situation(at: now, calendar: calendar)
                try demandBulk(action, dossier.programme)
                _ = try dossier.submission.decide(.act(action, input: input), in: situation)
            }
        }
    }

    /// Takes the action on each that it can be taken on, in one transaction.
    ///
    /// - Parameter shown: the newest event of each submission that the person confirmed; refuses all with
    ///   `overtaken` where somebody has moved one of them since, and with `mistaken` where the input is.
    public func act(
        _ action: String, input: Answers, on ids: [SubmissionID], under handle: String,
        expecting shown: [SubmissionID: Int], by person: PersonID, at now: Instant
    ) async throws -> BulkOutcome {
        try await database.write { connection in
            var overtakings: [Overtaking] = []
            _ = try each(ids, handle, person, connection) { dossier in
                let sequence = shown[dossier.submission.id] ?? 0
                guard dossier.submission.sequence != sequence else { return }
                overtakings += try self.overtakings(of: dossier, since: sequence, in: connection)
            }
            guard overtakings.isEmpty else { throw Refusal.overtaken(overtakings) }
            let outcome = try each(ids, handle, person, connection) { dossier in
                try demandBulk(action, dossier.programme)
                try decide(.act(action, input: input), on: &dossier, at: now, in: connection)
            }
            for case .mistaken(let mistakes) in outcome.refused.values { throw Refusal.mistaken(mistakes) }
            return outcome
        }
    }

    private func demandBulk(_ name: String, _ programme: Programme) throws {
        guard let action = programme.workflow.action(name) else { throw Refusal.notFound }
        guard action.isBulk else { throw Refusal.notAllowed }
    }

    private func each(
        _ ids: [SubmissionID], _ handle: String, _ person: PersonID, _ connection: Connection,
        _ body: (inout WholeDossier) throws -> Void
    ) throws -> BulkOutcome {
        guard ids.count <= Store.maximumBulk else { throw Refusal.limitReached(Store.maximumBulk) }
        let call = try callView(handle, for: person, in: connection).call.id
        var outcome = BulkOutcome()
        var known: Set<SubmissionID> = []
        for id in ids where known.insert(id).inserted {
            do {
                var dossier = try dossier(id, for: person, in: connection)
                guard dossier.call.id == call else { throw Refusal.notFound }
                outcome.seen[id] = dossier.submission.sequence
                try body(&dossier)
                outcome.moved.append(id)
            } catch let refusal as Refusal {
                outcome.refused[id] = refusal
            }
        }
        return outcome
    }
}
