public import SalaThai

/// One judge's part in one round for one submission.
public struct Review: Equatable, Codable, Sendable {
    /// How far the judge is.
    public enum State: String, Codable, Sendable {
        case assigned
        /// Scores are kept but not yet given.
        case begun
        /// Given: it counts.
        case final
        /// The judge has a conflict of interest and will not review.
        case conflict
        case abstained
        /// The assignment was taken back.
        case withdrawn
        /// Taken off because of a conflict of interest that somebody else found: the chair, or Sala.
        case recused

        /// The judge still may, or did, review.
        public var isActive: Bool { refusal == nil }

        /// The judge left the review, and said why.
        public var isDeclared: Bool { self == .conflict || self == .abstained }

        /// Why the judge writes no review any more; nil while the judge may, or did.
        public var refusal: Refusal? {
            switch self {
            case .assigned, .begun, .final: nil
            case .conflict: .conflictDeclared
            case .abstained: .abstained
            case .withdrawn: .notAssigned
            case .recused: .recused
            }
        }

        /// Nobody asks the judge anew without saying why.
        var needsReason: Bool { isDeclared || self == .recused }
    }

    public var state: State
    public var scores: [String: Int]
    public var commentToCommittee: String
    public var commentToFiler: String
    /// Why the judge is in conflict or abstains, or why the review was opened again.
    public var reason: String
    /// The role with which the judge lost the review; nil where it did not end so.
    public var lostRole: String?
    /// When the judge said that there is no conflict of interest; nil where the judge has not, or was not
    /// asked.
    public var cleared: Instant?
    /// The conflict that the record showed; nil where it did not end so.
    public var ground: ConflictGround?
    /// The levels as they were given before the review was opened again; nil where it never was.
    public var reopened: [String: Int]?

    public init(
        state: State, scores: [String: Int] = [:], commentToCommittee: String = "",
        commentToFiler: String = "",
        reason: String = "", lostRole: String? = nil, cleared: Instant? = nil, ground: ConflictGround? = nil,
        reopened: [String: Int]? = nil
    ) {
        self.state = state
        self.scores = scores
        self.commentToCommittee = commentToCommittee
        self.commentToFiler = commentToFiler
        self.reason = reason
        self.lostRole = lostRole
        self.cleared = cleared
        self.ground = ground
        self.reopened = reopened
    }

    /// The judge still may, or did, review.
    public var isActive: Bool { state.isActive }

    /// Given once, opened again, and not given since.
    public var isReopened: Bool { state == .begun && reopened != nil }

    /// How far it is for the judge, to whom what is written and not handed in is begun too.
    public func state(hasDraft: Bool) -> State { state == .assigned && hasDraft ? .begun : state }

    /// How far it is and why it ended, without what the judge wrote: what those who assign may know.
    public var progress: Review {
        Review(
            state: state, reason: reason, lostRole: lostRole, cleared: cleared, ground: ground,
            reopened: reopened.map { _ in [:] })
    }
}

/// What a judge writes: levels by criterion and two comments.
public struct Scoring: Hashable, Codable, Sendable {
    public var scores: [String: Int]
    public var commentToCommittee: String
    public var commentToFiler: String
    /// Given, not only kept.
    public var isFinal: Bool

    public init(scores: [String: Int], commentToCommittee: String, commentToFiler: String, isFinal: Bool) {
        self.scores = scores
        self.commentToCommittee = commentToCommittee
        self.commentToFiler = commentToFiler
        self.isFinal = isFinal
    }

    /// Whether the review holds the same levels and comments.
    public func says(_ review: Review) -> Bool {
        scores == review.scores && commentToCommittee == review.commentToCommittee
            && commentToFiler == review.commentToFiler
    }
}
