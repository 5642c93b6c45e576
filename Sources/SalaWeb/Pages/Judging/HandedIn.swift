import SalaEngine
import SalaStore

/// The review that a judge has just given or kept, as the address of the page after it says.
struct HandedIn: Equatable, Sendable {
    let submission: SubmissionID
    let round: String

    init(_ submission: SubmissionID, in round: String) {
        self.submission = submission
        self.round = round
    }

    /// Nil for an address that says nothing of the kind.
    init?(path: String) {
        guard let submission = path.queryItem("done-entry").flatMap({ SubmissionID($0) }),
            let round = path.queryItem("done-round")
        else { return nil }
        self.init(submission, in: round)
    }

    func url(after path: String, by going: ReviewGoing) -> String {
        Paths.adding(
            [
                (Paths.told, going.done), ("done-entry", submission.description), ("done-round", round),
            ], to: path)
    }
}

extension Site {
    /// Names the review that the person has just given or kept, and leads back to it; nil where the address
    /// tells of none of the person's.
    func notice(ofHandedIn context: SalaContext) async throws -> NoticeView? {
        guard let handed = HandedIn(path: context.visit.path) else { return nil }
        let person = try context.visitor().person
        let dossier: Dossier
        do {
            dossier = try await store.dossier(handed.submission, for: person)
        } catch is Refusal {
            return nil
        }
        let key: String
        switch dossier.submission.reviews[handed.round]?[person]?.state {
        case .final: key = "given-entry"
        case .begun: key = "kept-entry"
        default: return nil
        }
        let title = dossier.title.isEmpty ? say("submission.untitled", context) : dossier.title
        let entry = [dossier.submission.number, title].compactMap(\.self).joined(separator: " ")
        return NoticeView(
            .success, say("judging.\(key)", context, ["entry": entry]),
            link: LinkView(
                label: say("judging.back-to-entry", context),
                url: Paths.review(handed.round, of: handed.submission)))
    }
}
