/// The answers that a page of a form showed when it was opened, each as a stamp of a few letters: what tells
/// a later post which of them the person changed, and which somebody else changed meanwhile.
public struct ShownAnswers: Hashable, Sendable {
    private var stamps: [String: String]

    /// - Parameter names: the questions that stood on the page; others count as not shown.
    public init(_ answers: Answers, of names: [String]) {
        stamps = Dictionary(names.map { ($0, answers[$0].stamp) }) { $1 }
    }

    /// Reads what `text` wrote; what is no pair of a name and a stamp is left out.
    public init(_ text: String) {
        let pairs = text.split(separator: " ").compactMap { pair -> (String, String)? in
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        stamps = Dictionary(pairs) { $1 }
    }

    /// The stamps as a form carries them: `name=stamp`, with spaces between.
    public var text: String {
        stamps.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    /// The same as if those questions had not been on the page.
    public func hiding(_ names: [String]) -> ShownAnswers {
        var shown = self
        for name in names { shown.stamps[name] = nil }
        return shown
    }

    /// What a later post does to one answer.
    public enum Change: Hashable, Sendable {
        /// Nothing: it was not on the page, says what the page said, or what is saved by now.
        case none
        /// The person changed it on the page, and nobody else did meanwhile.
        case own
        /// The person changed it, and somebody else in another way: sent, it would overwrite that unseen.
        case overtaking
    }

    /// What it does to send that answer where another is saved by now.
    public func change(of name: String, to sent: Answer?, over present: Answer?) -> Change {
        guard stamps[name] != nil, !showed(sent, to: name), sent != present else { return .none }
        return showed(present, to: name) ? .own : .overtaking
    }

    /// Whether the question stood on the page with another answer than this, which is saved by now.
    func missed(_ present: Answer?, to name: String) -> Bool {
        stamps[name] != nil && !showed(present, to: name)
    }

    /// Whether the page showed this answer to the question.
    private func showed(_ answer: Answer?, to name: String) -> Bool { stamps[name] == answer.stamp }
}

extension Answer? {
    fileprivate var stamp: String {
        switch self {
        case nil: "".stamp
        case .text(let text): "t\(text)".stamp
        case .list(let items): "l\(items.joined(separator: "\u{1F}"))".stamp
        }
    }
}
