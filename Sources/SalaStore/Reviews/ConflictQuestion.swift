public import SalaEngine

/// What a judge is asked before anything may be read: who entered, and nothing of the work.
public struct ConflictQuestion: Sendable {
    public var submission: SubmissionID
    public var round: String
    /// Who filed; nil when a person did.
    public var organisation: OrganisationSummary?
    /// The name of the person who filed for no organisation.
    public var applicant: String
}

/// What the judges of a blind round are asked: whether there is a conflict with any of those who entered, as
/// a set that says of no entry whose it is.
public struct BlindQuestion: Equatable, Sendable {
    public var round: String
    /// The entries that wait for the answer; nothing of them is shown.
    public var submissions: [SubmissionID]
    /// Those who entered them, in the order of names, among others where they are few.
    public var filers: [BlindFiler]
}

/// Somebody who entered, as a name among others.
public struct BlindFiler: Equatable, Sendable {
    /// Of the organisation, or of the person who filed for none.
    public var key: String
    public var organisation: OrganisationSummary?
    public var applicant: String
}

/// Everything that a judge has still to say about conflicts of interest in a call.
public struct ConflictQuestions: Sendable {
    public var view: CallView
    /// By the names of those who filed.
    public var named: [ConflictQuestion]
    /// One for each blind round.
    public var blind: [BlindQuestion]

    public var count: Int { named.count + blind.reduce(0) { $0 + $1.submissions.count } }
}

/// What a judge says of one entry, in answer to those words.
public struct ConflictAnswer: Sendable {
    public var submission: SubmissionID
    public var round: String
    public var words: String
    /// Why there is a conflict; nil says that there is none.
    public var conflict: String?

    public init(submission: SubmissionID, round: String, words: String, conflict: String?) {
        self.submission = submission
        self.round = round
        self.words = words
        self.conflict = conflict
    }
}

/// What a judge of a blind round says of all who were named, in answer to those words.
public struct BlindAnswer: Sendable {
    /// What was asked, whole: an answer for some of those who were named would tell whose entry it opens.
    public var question: BlindQuestion
    /// The keys of those with whom there is a conflict.
    public var conflicts: Set<String>
    public var words: String
    /// Why; empty where there is none.
    public var reason: String

    public init(question: BlindQuestion, conflicts: Set<String>, words: String, reason: String) {
        self.question = question
        self.conflicts = conflicts
        self.words = words
        self.reason = reason
    }
}

/// What came of answers that were given together.
public struct ConflictsAnswered: Equatable, Sendable {
    public var cleared = 0
    public var declared = 0
    /// Those that were not asked any more.
    public var passed = 0
}
