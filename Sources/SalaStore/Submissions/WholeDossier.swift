import SalaDatabase
import SalaEngine
import SalaThai

/// A submission with everything around it that a decision needs. It is for the engine alone and never leaves
/// the store: what a person may see of it is a `Dossier`.
struct WholeDossier: Sendable {
    var submission: Submission
    /// The hash of the newest event.
    var head: String
    /// The receipt's code, once filed.
    var receipt: String?
    let call: Call
    /// How many have been filed under the call.
    var filed: Int
    let programme: Programme
    var actor: Actor
    let organisation: OrganisationSummary?
    /// What has been attached since the last filing: looked up where something is to be attached.
    var uploaded = UploadTally()
    /// Looked up where judging is at stake.
    var closedRounds: Set<String> = []

    /// The situation of a decision at that time.
    func situation(at now: Instant, calendar: WorkingCalendar) -> Situation {
        Situation(
            programme: programme, call: call, actor: actor, now: now, calendar: calendar,
            nextNumber: filed + 1, uploaded: uploaded, closedRounds: closedRounds,
            province: organisation?.provinceCode)
    }

    /// Whether the actor, as a judge, has still to say if there is a conflict of interest.
    var awaitsAnswer: Bool {
        guard let person = actor.person else { return false }
        return programme.rounds.contains { round in
            actor.roles.contains(round.judges) && submission.awaitsAnswer(of: person, in: round)
        }
    }

    /// The late access by which it was filed; of a draft, the one that its filer has.
    var late: LateAccess? {
        guard let filed = submission.filedAt else {
            return call.lateAccess(of: submission.entrant).flatMap { $0.withdrawnAt == nil ? $0 : nil }
        }
        return call.lateAccess(of: submission.entrant, filedAt: filed)
    }

    /// What others than its filer know the submission by: the title that was last filed.
    var title: String { programme.title(in: submission.filedAnswers ?? submission.answers) }
}

extension Programme {
    /// What the filer's side reads of its submission: the answers as they now are where it may write them,
    /// as they were last filed everywhere else.
    func answersToFiler(of submission: Submission) -> Answers {
        let isOpen = workflow.stage(submission.stage)?.isOpen == true
        return isOpen ? submission.answers : submission.filedAnswers ?? submission.answers
    }

    /// What those who read these answers know the submission by; empty before it has a title.
    func title(in answers: Answers) -> String {
        titleQuestion.flatMap { answers[$0]?.string } ?? ""
    }
}
