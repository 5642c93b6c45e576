import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Why the engine would refuse the command now; nil when it would not. Nothing is written.
    public func refusal(
        of command: Command, on id: SubmissionID, by person: PersonID, at now: Instant
    ) async throws -> Refusal? {
        try await refusal(of: [command], on: id, by: person, at: now)
    }

    /// Why the engine would refuse the commands together; nil when it would not. Nothing is written.
    public func refusal(
        of commands: [Command], on id: SubmissionID, by person: PersonID, at now: Instant
    ) async throws -> Refusal? {
        try await database.read { connection -> Refusal? in
            var dossier = try dossier(id, for: person, in: connection)
            try connection.countUploads(of: &dossier, before: commands)
            do throws(Refusal) {
                let situation = dossier.situation(at: now, calendar: calendar)
                _ = try dossier.submission.decide(commands, in: situation)
                return nil
            } catch {
                return error
            }
        }
    }
}
