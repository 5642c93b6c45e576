public import SalaThai

/// What a page that was sent makes of the answers that are saved.
public struct MergedAnswers: Hashable, Sendable {
    /// All answers, with what was sent.
    public var answers: Answers
    /// The questions of the page that somebody else answered in another way since it was opened, in the
    /// page's order: what was sent of them would overwrite that unseen.
    public var overtaken: [String]
}

extension Form {
    /// The saved answers with those of the page's typed questions replaced by what was sent; what is missing
    /// is cleared. Where it is known what the page showed, only what was changed on it counts: a question
    /// that was not on it, or still says what it said, keeps what is saved by now.
    public func merging(
        _ sent: Answers, page name: String, into saved: Answers, shown: ShownAnswers?, at now: Instant
    ) -> MergedAnswers {
        var merged = MergedAnswers(answers: saved, overtaken: [])
        let showing: Showing? = shown == nil ? nil : self.showing(saved, at: now)
        for question in page(name)?.questions ?? [] where question.isTyped {
            let name = question.name
            let answer = sent[name]
            // What is calculated until it is typed over was shown too.
            let present = saved[name] ?? showing?.answers[name]
            switch shown?.change(of: name, to: answer, over: present) ?? .own {
            case .none: continue
            case .own: break
            case .overtaking: merged.overtaken.append(name)
            }
            merged.answers[name] = answer
        }
        return merged
    }

    /// What a page says that it shows, for the post that follows: the questions that stand on it, each with
    /// what is saved of it, whatever stands in its field.
    public func shown(_ saved: Answers, page name: String, displaying displayed: Showing) -> ShownAnswers {
        let settled = showing(saved, at: displayed.now).answers
        let questions = (page(name)?.questions ?? []).filter { $0.isTyped && displayed.isRelevant($0) }
        return ShownAnswers(saved.merging(settled) { $1 }, of: questions.map(\.name))
    }

    /// One stamp over all that is saved, whether or not it is asked for: another once an answer or a file is.
    public func stamp(of saved: Answers) -> String {
        ShownAnswers(saved, of: questions.map(\.name)).text.stamp
    }
}
