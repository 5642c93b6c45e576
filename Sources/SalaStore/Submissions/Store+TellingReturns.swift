import SalaDatabase
public import SalaEngine

extension Store {
    /// The action that gave a submission back to its filer to be mended, as far as the person may read what
    /// it asked; nil where the filer has not handed it in, or others have it now. Where the day until which
    /// it is to be mended was changed since, it is the day as it now stands.
    public func returning(of id: SubmissionID, for person: PersonID) async throws -> SubmissionEvent.Acted? {
        try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            let submission = dossier.submission
            let stage = dossier.programme.workflow.stage(submission.stage)
            guard let stage, stage.isOpen, submission.filedAt != nil else { return nil }
            let eyes = Eyes(dossier)
            let told = try moves(of: dossier, in: connection).compactMap { move in
                if case .acted(let acted) = eyes.told(move.event).body { acted } else { nil }
            }
            guard let first = told.firstIndex(where: { $0.from != $0.to }) else { return nil }
            var returning = told[first]
            if case .untilAnswer(let question) = stage.clock?.within {
                returning.input[question] = told[...first].lazy.compactMap { $0.input[question] }.first
            }
            return returning
        }
    }
}
