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
            try connection.countUploads(of: &dossier, before: [command])
            try connection.findClosedRounds(of: &dossier, before: [command])
            do throws(Refusal) {
                let situation = dossier.situation(at: now, calendar: calendar)
                _ = try dossier.submission.decide(command, in: situation)
                return nil
            } catch {
                return error
            }
        }
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
