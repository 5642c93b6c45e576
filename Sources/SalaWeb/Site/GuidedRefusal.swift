import SalaEngine
import SalaStore

/// A refusal of something that was asked of one submission, with the ways on for who reads it.
struct GuidedRefusal: Error {
    let refusal: Refusal
    let sentence: String
    let ways: [LinkView]
    /// The text under `failure.KEY.title` names the page.
    var key = "refused"
}

extension Site {
    /// The refusal with its cause, as far as the person may know: who moved the submission on meanwhile, or
    /// that it is not where this can be done; and with ways on: to the submission and those given. The
    /// refusal alone where the person may see the submission no more.
    ///
    /// - Parameters:
    ///   - query: the desk that the person came from.
    ///   - stages: where what was asked can be done.
    func guiding(
        _ refusal: Refusal, about id: SubmissionID, for person: PersonID, _ context: SalaContext,
        from query: DeskQuery = DeskQuery(), in stages: (Workflow) -> [String],
        ways: (Dossier) async throws -> [LinkView]
    ) async throws -> any Error {
        do {
            let dossier = try await store.dossier(id, for: person)
            var (told, cause): (Refusal, String?) = (refusal, nil)
            if case .wrongStage(let stage) = refusal {
                let possible = stages(dossier.programme.workflow)
                if let left = try await store.departure(of: id, from: possible, for: person) {
                    // Somebody was faster, or the same person before: who asked is told who and when.
                    if left.isOthers {
                        told = .overtaken([left.deed])
                    } else {
                        let deed = lines([left.deed], of: dossier.programme, context).joined()
                        cause = say("failure.own-deed", context, ["deed": deed])
                    }
                } else {
                    cause = sentence(at: [stage], not: possible, of: dossier.programme, context)
                }
            }
            let title = dossier.title.isEmpty ? say("submission.untitled", context) : dossier.title
            let entry = [dossier.submission.number, title].compactMap(\.self).joined(separator: " ")
            let own = LinkView(
                label: say("failure.entry", context, ["entry": entry]),
                url: query.kept(by: Paths.submission(id)))
            return GuidedRefusal(
                refusal: told, sentence: cause ?? sentence(told, context, of: dossier.programme),
                ways: [own] + (try await ways(dossier)))
        } catch let error as Refusal {
            return error == .notFound ? refusal : error
        }
    }
}
