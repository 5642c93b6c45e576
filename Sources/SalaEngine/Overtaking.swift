public import SalaThai

/// Something that was done between a page and what was asked from it, told to who asked.
public struct Overtaking: Hashable, Sendable {
    /// What was done, with the action where there is one.
    public enum Deed: Hashable, Sendable {
        case acted(String)
        case held(String)
        case takenBack(String)
        /// So many decisions of the call were released together.
        case released(Int)
        /// A review was given, or given anew.
        case scored
        /// A review that might have been given counts no more.
        case reviewEnded
    }

    /// The submission's number; nil for what was done to a call, or to what has no number yet.
    public var number: String?
    public var deed: Deed
    /// The name of who did it; nil is the clock, or somebody whom the reader may not know of.
    public var name: String?
    public var at: Instant

    public init(number: String?, deed: Deed, name: String?, at: Instant) {
        self.number = number
        self.deed = deed
        self.name = name
        self.at = at
    }
}

extension Overtaking.Deed {
    /// Nil for an event that changes nothing of what a decision rests on.
    public init?(_ event: SubmissionEvent) {
        switch event {
        case .acted(let acted): self = .acted(acted.action)
        case .held(let action, _): self = .held(action)
        case .takenBack(let action): self = .takenBack(action)
        case .reviewed(_, _, let scoring) where scoring.isFinal: self = .scored
        case .unassigned, .conflictDeclared, .abstained: self = .reviewEnded
        default: return nil
        }
    }
}
