import SalaEngine

/// What a judge typed, as it was typed: it is shown again whatever becomes of it.
struct ReviewDraft: Equatable, Sendable {
    /// The chosen levels by criterion, as sent.
    var levels: [String: String]
    var commentToCommittee: String
    var commentToFiler: String
    /// What the names of criteria begin with in a form, so that none is taken for something else.
    static let prefix = "score-"

    init(_ review: Review) {
        levels = review.scores.mapValues(String.init)
        commentToCommittee = review.commentToCommittee
        commentToFiler = review.commentToFiler
    }

    init(posted fields: [String: [String]]) {
        func text(_ name: String) -> String { fields[name]?.first ?? "" }
        levels = [:]
        for (name, values) in fields where name.hasPrefix(ReviewDraft.prefix) {
            levels[String(name.dropFirst(ReviewDraft.prefix.count))] = values.first
        }
        commentToCommittee = text(Round.committeeComment).trimmed
        commentToFiler = text(Round.filerComment).trimmed
    }

    /// What was posted with a reason for leaving: the whole page's form, or the reason alone.
    init(posted fields: [String: [String]], over review: Review) {
        let isWhole = fields.keys.contains(Round.committeeComment) || fields.keys.contains(Round.filerComment)
        self = isWhole ? ReviewDraft(posted: fields) : ReviewDraft(review)
    }

    /// As the engine takes it; what is no number counts as not chosen.
    func scoring(isFinal: Bool) -> Scoring {
        Scoring(
            scores: levels.compactMapValues { Int($0) }, commentToCommittee: commentToCommittee,
            commentToFiler: commentToFiler, isFinal: isFinal)
    }
}

extension String {
    /// Without white space at its ends, with the line ends of this system.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        while text.first?.isWhitespace == true { text.removeFirst() }
        return String(text).replacing("\r\n", with: "\n")
    }
}
