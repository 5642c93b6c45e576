/// A stage as a sign and a word.
public struct StageBadgeView: Sendable {
    /// What a stage means to who looks: never said by colour alone.
    public enum Tone: String, CaseIterable, Sendable {
        /// Still being written.
        case draft
        /// Waits for somebody.
        case waiting
        /// Somebody is at it.
        case active
        case success
        case refused
        /// Ended without a judgement.
        case closed
    }

    public var label: String
    public var tone: String
    /// The sign's name in `Public/icons/sala.svg`.
    public var icon: String

    public init(_ label: String, tone: Tone) {
        self.label = label
        self.tone = tone.rawValue
        icon =
            switch tone {
            case .draft: "pencil"
            case .waiting: "clock"
            case .active: "arrow"
            case .success: "check"
            case .refused: "cross"
            case .closed: "dash"
            }
    }
}
