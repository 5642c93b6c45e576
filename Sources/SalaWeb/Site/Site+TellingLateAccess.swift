import SalaEngine
import SalaStore
import SalaThai

extension Site {
    /// That something came in, or may still come in, after the call closed: until when, why and by whom.
    func notice(
        of late: LateAccess, isFiled: Bool, _ names: [PersonID: String], _ context: SalaContext
    ) -> NoticeView {
        NoticeView(.warning, sentence(late, isFiled: isFiled, names, context))
    }

    /// The same for the row of a desk; nil for what came in time.
    func note(
        ofLate row: SubmissionRow, in call: Call, _ names: [PersonID: String], _ context: SalaContext
    ) -> String? {
        row.late(in: call).map { sentence($0, isFiled: true, names, context) }
    }

    private func sentence(
        _ late: LateAccess, isFiled: Bool, _ names: [PersonID: String], _ context: SalaContext
    ) -> String {
        say(
            isFiled ? "late.filed" : "late.open", context,
            [
                "time": late.until.text(.long, thai: context.visit.isThai), "reason": late.reason,
                "name": names[late.grantedBy] ?? "–",
            ])
    }

    /// Who was granted late access, as those who manage the call read it.
    func name(of entrant: LateAccess.Entrant, in history: CallHistory, _ context: SalaContext) -> String {
        switch entrant {
        case .organisation(let id):
            history.organisations[id]?.placedName(context.visit.language) ?? "–"
        case .person(let id): history.names[id] ?? "–"
        }
    }
}

extension Dossier {
    /// The person may send it in, where it can be sent: those who were invited only where the programme lets
    /// them.
    var mayFile: Bool {
        actor.owns(submission) || programme.filing.colleagues.mayFile && actor.writes(submission)
    }
}
