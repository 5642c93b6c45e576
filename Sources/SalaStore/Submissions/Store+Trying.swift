import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Why the engine would refuse the command now; nil when it would not. Nothing is written.
    public func refusal(
        of command: Command, on id: SubmissionID, by person: PersonID, at now: Instant
    ) async throws -> Refusal? {
        try await database.read { connection -> Refusal? in
            var dossier = try dossier(id, for: person, in: connection)
            do {
                try attempt(command, on: &dossier, at: now, in: connection)
                return nil
            } catch let refusal as Refusal {
                return refusal
            }
        }
    }

    /// Throws what the engine would refuse the command with. Nothing is written.
    func attempt(
        _ command: Command, on dossier: inout WholeDossier, at now: Instant, in connection: Connection
    ) throws {
        try connection.countUploads(of: &dossier, before: [command])
        try connection.findClosedRounds(of: &dossier, before: [command])
        _ = try dossier.submission.decide(command, in: dossier.situation(at: now, calendar: calendar))
    }

    /// The commands without those that the engine would refuse as mistaken, with the mistakes. Throws every
    /// other refusal. Nothing is written.
    public func sift(
        _ commands: [Command], on id: SubmissionID, by person: PersonID, at now: Instant
    ) async throws -> SiftedCommands {
        try await database.read { connection in
            var dossier = try dossier(id, for: person, in: connection)
            try connection.countUploads(of: &dossier, before: commands)
            return try dossier.submission.sift(
                commands, in: dossier.situation(at: now, calendar: calendar))
        }
    }
}
