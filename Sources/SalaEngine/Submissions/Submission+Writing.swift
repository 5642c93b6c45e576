/// A letter that follows from an event, and whom it goes to.
public struct LetterOrder: Equatable, Sendable {
    /// Whom a letter goes to.
    public enum Recipient: Equatable, Sendable {
        case filer
        /// Whoever has one of the roles in the call.
        case roles([String])
    }

    public var letter: String
    public var to: Recipient
    /// The input of the action that it follows from.
    public var input: Answers

    public init(letter: String, to: Recipient, input: Answers) {
        self.letter = letter
        self.to = to
        self.input = input
    }
}

extension Submission {
    /// The letter that a stage's clock sends when it reminds.
    public static let reminder = "reminder"

    /// The letters that follow from an event that has just been folded in.
    public func letters(after event: SubmissionEvent, of programme: Programme) -> [LetterOrder] {
        switch event {
        case .acted(let acted):
            guard let letter = programme.workflow.action(acted.action)?.letter else { return [] }
            return [LetterOrder(letter: letter, to: .filer, input: acted.input)]
        case .reminded:
            let isFilersTurn = programme.workflow.stage(stage)?.isOpen == true
            let offices = programme.roles.filter { $0.granting != .filing }.map(\.name)
            let actions = programme.workflow.actions(from: stage).filter {
                !Set($0.by).isDisjoint(with: offices)
            }
            let unheld = actions.filter { !$0.isHeld }
            let roles = Set((unheld.isEmpty ? actions : unheld).flatMap(\.by)).intersection(offices)
            return [
                LetterOrder(
                    letter: Submission.reminder, to: isFilersTurn ? .filer : .roles(roles.sorted()),
                    input: [:])
            ]
        default:
            return []
        }
    }
}
