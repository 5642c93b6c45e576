import Foundation
import SalaDatabase
import SalaEngine
import SalaThai

/// Which letters of an outbox are asked for; without anything set the newest.
public struct OutboxFilter: Sendable {
    /// Letters in one of these states; all when there is none.
    public var states: [LetterState]
    /// Stands in the subject or in the reader's address; everything does when it is empty.
    public var words: String
    /// Letters that stand behind this one.
    public var mark: OutboxMark?

    public init(states: [LetterState] = [], words: String = "", behind mark: OutboxMark? = nil) {
        self.states = states
        self.words = words
        self.mark = mark
    }

    /// A condition on the table `letter`: what the words find, in whatever state.
    var found: SQL {
        guard !words.isEmpty else { return "1 = 1" }
        let exact = ["!", "%", "_"].reduce(words.lowercased()) { $0.replacing($1, with: "!\($1)") }
        let pattern = "%\(exact)%"
        return """
            (lower(letter.address) like \(pattern) escape '!'
                or lower(letter.subject) like \(pattern) escape '!')
            """
    }

    /// A condition on the table `letter`.
    var condition: SQL {
        var condition = found
        if !states.isEmpty {
            condition = condition + " and letter.state in \(list: states.map(\.rawValue))"
        }
        if let mark {
            condition =
                condition + " and (letter.written_at, letter.id) < (\(mark.writtenAt), \(mark.letter))"
        }
        return condition
    }
}

/// A place in an outbox: letters stand in it by when they were written, the newest first.
public struct OutboxMark: LosslessStringConvertible, Equatable, Sendable {
    var writtenAt: Instant
    var letter: UUID

    init(_ letter: LetterSummary) {
        (writtenAt, self.letter) = (letter.writtenAt, letter.id)
    }

    /// Nil unless the text is a mark's description.
    public init?(_ description: String) {
        let parts = description.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, let microseconds = Int64(parts[0]),
            let id = UUID(text: String(parts[1]))
        else { return nil }
        (writtenAt, letter) = (Instant(microseconds: microseconds), id)
    }

    public var description: String { "\(writtenAt.microseconds)_\(letter.text)" }
}
