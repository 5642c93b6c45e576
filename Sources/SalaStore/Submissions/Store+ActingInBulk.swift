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
    /// What stopped it in its middle: the submissions that are neither moved nor refused were not reached.
    public var fault: (any Error)?
}

extension Store {
    /// How many submissions one bulk action may name.
    public static let maximumBulk = 1000
    /// How many submissions it moves in one transaction: others write in between.
    static let bulkBatch = 50

    /// What the action would do to each, without doing it; submissions of another call are not found.
    public func preview(
        _ action: String, input: Answers, on ids: [SubmissionID], under handle: String, by person: PersonID,
        at now: Instant
    ) async throws -> BulkOutcome {
        try await database.read { connection in
            try each(ids, handle, person, connection) { dossier in
                try demandBulk(action, dossier.programme)
                try attempt(.act(action, input: input), on: &dossier, at: now, in: connection)
            }
        }
    }

    /// Takes the action on each that it can be taken on, some in one transaction, each wholly or not at all.
    ///
    /// Where an error stops it after some have been moved, the outcome says so; before that it is thrown.
    ///
    /// - Parameter shown: the newest event of each submission that the person confirmed; refuses all with
    ///   `overtaken` where somebody has moved one of them since, and with `mistaken` where the input is. One
    ///   that is moved while others are being moved is refused with `overtaken` alone.
    public func act(
        _ action: String, input: Answers, on ids: [SubmissionID], under handle: String,
        expecting shown: [SubmissionID: Int], by person: PersonID, at now: Instant
    ) async throws -> BulkOutcome {
        try await database.read { connection in
            var overtakings: [Overtaking] = []
            let trial = try each(ids, handle, person, connection) { dossier in
                overtakings += try self.overtakings(of: dossier, expecting: shown, in: connection)
                try demandBulk(action, dossier.programme)
                try attempt(.act(action, input: input), on: &dossier, at: now, in: connection)
            }
            guard overtakings.isEmpty else { throw Refusal.overtaken(overtakings) }
            for case .mistaken(let mistakes) in trial.refused.values { throw Refusal.mistaken(mistakes) }
        }
        var outcome = BulkOutcome()
        var known: Set<SubmissionID> = []
        let distinct = ids.filter { known.insert($0).inserted }
        for start in stride(from: 0, to: distinct.count, by: Store.bulkBatch) {
            let batch = Array(distinct[start..<min(start + Store.bulkBatch, distinct.count)])
            do {
                let part = try await database.write { connection in
                    try each(batch, handle, person, connection) { dossier in
                        let changes = try overtakings(of: dossier, expecting: shown, in: connection)
                        guard changes.isEmpty else { throw Refusal.overtaken(changes) }
                        try demandBulk(action, dossier.programme)
                        try decide(.act(action, input: input), on: &dossier, at: now, in: connection)
                    }
                }
                outcome.merge(part)
            } catch {
                guard !outcome.moved.isEmpty else { throw error }
                outcome.fault = error
                return outcome
            }
        }
        return outcome
    }

    private func overtakings(
        of dossier: WholeDossier, expecting shown: [SubmissionID: Int], in connection: Connection
    ) throws -> [Overtaking] {
        let sequence = shown[dossier.submission.id] ?? 0
        guard dossier.submission.sequence != sequence else { return [] }
        return try overtakings(of: dossier, since: sequence, in: connection)
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

extension BulkOutcome {
    /// Adds what was done to others.
    fileprivate mutating func merge(_ part: BulkOutcome) {
        moved += part.moved
        refused.merge(part.refused) { first, _ in first }
        seen.merge(part.seen) { first, _ in first }
    }
}
