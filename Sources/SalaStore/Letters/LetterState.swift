/// What has become of a letter; people read it under the text `outbox.STATE`.
public enum LetterState: String, CaseIterable, Sendable {
    /// Goes out when its time comes.
    case waiting
    /// A server has it in hand.
    case sending
    /// The mail server answers for it.
    case sent
    /// Will not be sent again unless somebody asks for it.
    case failed
    /// Stays in the house: a demo shows its letters instead of sending them.
    case kept
}
