import SalaEngine
import SalaThai

extension CallDraft {
    /// In the form: what its page showed of the call.
    static let shown = "shown"

    /// What a page with these fields shows, for the post that follows.
    func shown(of programme: Programme) -> ShownAnswers {
        ShownAnswers(answers(of: programme), of: Self.fields(of: programme))
    }

    /// What was typed over what is saved by now: a field that was not changed on the page says what is saved,
    /// and one that somebody else changed too is a mistake that tells what they saved.
    func merged(
        over saved: CallDraft, shown: ShownAnswers, of programme: Programme
    ) -> (draft: CallDraft, mistakes: [Mistake]) {
        var (draft, mistakes) = (self, [Mistake]())
        let (sent, present) = (answers(of: programme), saved.answers(of: programme))
        for field in Self.fields(of: programme) {
            switch shown.change(of: field, to: sent[field], over: present[field]) {
            case .none: draft[field] = saved[field]
            case .own: break
            case .overtaking:
                let key = saved[field].isEmpty ? "overtaken-cleared" : "overtaken"
                mistakes.append(Mistake(field: field, key: key, values: ["saved": saved[field]]))
            }
        }
        return (draft, mistakes)
    }

    /// The fields by which a draft is set up, in the form's order.
    private static func fields(of programme: Programme) -> [String] {
        programme.languages.map { title($0) } + [contact, opensDate, opensTime, closesDate, closesTime]
            + programme.settings.map { setting($0.name) }
            + programme.rounds.flatMap { round in
                round.criteria.map { weight($0.name, in: round.name) }
            }
    }

    /// What each field says, the same however it was typed; what cannot be read, as it was typed.
    private func answers(of programme: Programme) -> Answers {
        let words = Set(programme.languages.map { Self.title($0) } + [Self.contact])
        return Self.fields(of: programme).reduce(into: [:]) { answers, field in
            let typed = self[field]
            guard !typed.isEmpty else { return }
            let read: String? =
                switch field {
                case Self.opensDate, Self.closesDate: LocalDate(typed: typed)?.iso
                case Self.opensTime, Self.closesTime: LocalTime(typed: typed)?.text
                case _ where words.contains(field): typed
                default: Digits.integer(typed: typed)
                }
            answers[field] = .text(read ?? typed)
        }
    }
}
