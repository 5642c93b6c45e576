import Foundation
import SalaDatabase
import SalaThai

/// Which letters of an outbox are asked for; without anything set the newest.
public struct OutboxFilter: Sendable {
    /// Letters in one of these states; all when there is none.
    public var states: [LetterState]
    /// Letters that stand behind this one.
    public var mark: OutboxMark?

    public init(states: [LetterState] = [], behind mark: OutboxMark? = nil) {
        self.states = states
        self.mark = mark
    }

    /// A condition on the table `letter`.
    var condition: SQL {
        var condition: SQL =
            states.isEmpty ? "1 = 1" : "letter.state in \(list: states.map(\.rawValue))"
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
            let id = UUID(uuidString: String(parts[1]))
        else { return nil }
        (writtenAt, letter) = (Instant(microseconds: microseconds), id)
    }

    public var description: String { "\(writtenAt.microseconds)_\(letter.uuidString.lowercased())" }
}
