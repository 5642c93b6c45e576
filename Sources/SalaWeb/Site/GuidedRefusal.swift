import SalaEngine
import SalaStore

/// A refusal of something that was asked of one submission, with the ways on for who reads it.
struct GuidedRefusal: Error {
    let refusal: Refusal
    /// Whose words the refusal speaks of actions in.
    let programme: Programme
    let ways: [LinkView]
    /// The text under `failure.KEY.title` names the page.
    var key = "refused"
    /// Says more than the refusal's own.
    var sentence: String?
}

extension Site {
    /// The refusal with what others did meanwhile, as far as the person may know, and with ways on: to the
    /// submission and those given. The refusal alone where the person may see the submission no more.
    ///
    /// - Parameter query: the desk that the person came from.
    func guiding(
        _ refusal: Refusal, about id: SubmissionID, for person: PersonID, _ context: SalaContext,
        from query: DeskQuery = DeskQuery(), ways: (Dossier) async throws -> [LinkView]
    ) async throws -> any Error {
        do {
            let dossier = try await store.dossier(id, for: person)
            var told = refusal
            if case .wrongStage = refusal {
                // Somebody was faster: who asked is told who and when, unless it was the same person.
                let moves = try await store.moves(of: id, byOthersThan: person)
                if !moves.isEmpty { told = .overtaken(moves) }
            }
            let title = dossier.title.isEmpty ? say("submission.untitled", context) : dossier.title
            let entry = [dossier.submission.number, title].compactMap(\.self).joined(separator: " ")
            let own = LinkView(
                label: say("failure.entry", context, ["entry": entry]),
                url: query.kept(by: Paths.submission(id)))
            return GuidedRefusal(
                refusal: told, programme: dossier.programme, ways: [own] + (try await ways(dossier)))
        } catch let error as Refusal {
            return error == .notFound ? refusal : error
        }
    }
}
