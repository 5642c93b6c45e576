public import SalaEngine

/// Where an assignment comes from.
public enum AssignmentSource: Equatable, Sendable {
    /// Reckoned from that seed.
    case seed(UInt64)
    /// A CSV list: `entry` is a submission's number, `judge` a judge's e-mail address.
    case list([UInt8])
}

/// Who would get what, and what would stay short; nothing has been done.
public struct AssignmentPlan: Sendable {
    /// A submission as the plan names it.
    public struct Entry: Equatable, Sendable {
        public var submission: SubmissionID
        public var number: String?
        public var title: String

        static func precedes(_ left: Entry, _ right: Entry) -> Bool {
            (left.number ?? "", left.submission) < (right.number ?? "", right.submission)
        }
    }

    /// One judge of the round.
    public struct Judge: Sendable {
        public var person: PersonID
        public var name: String
        public var email: String
        /// Reviews that the judge is asked for or has given already.
        public var before: Int
        /// What the judge would newly get, by number.
        public var entries: [Entry]

        public var after: Int { before + entries.count }
    }

    /// A submission that would still have fewer judges than the round wants, and why.
    public struct Short: Sendable {
        public var entry: Entry
        /// Judges that it would have.
        public var judges: Int
        public var missing: Int
        /// Judges who declared a conflict, abstained or were taken off.
        public var declined: Int
        /// Judges whom the record shows in conflict: it is their own, or of an organisation that they are or
        /// were in, or of their province where the round minds that; or who know who entered a blind round.
        public var own: Int
        /// Judges who could be asked and would not be.
        public var free: Int
    }

    /// A submission that would have more judges than the round wants.
    public struct Surplus: Sendable {
        public var entry: Entry
        /// Judges that it would have.
        public var judges: Int
    }

    /// A submission that would get a judge who has acted on it before.
    public struct Screened: Sendable {
        public var entry: Entry
        public var judge: String
    }

    /// A line of a list that says again what another line of it says.
    public struct Repeat: Equatable, Sendable {
        /// Both from 1.
        public var line: Int
        public var first: Int
    }

    public var view: CallView
    public var round: Round
    /// Every judge of the round, in the order of names.
    public var judges: [Judge]
    /// By number.
    public var short: [Short]
    /// Of those that would newly get a judge; by number.
    public var surplus: [Surplus]
    /// Of those that would newly get a judge; by number, then by the judge's name.
    public var screened: [Screened]
    /// Lines of a list that say what stood before.
    public var already: Int
    public var repeated: [Repeat]
    /// Another one as soon as anything that the plan rests on is another.
    public var fingerprint: String
    var pairs: [AssignmentPair]

    /// How many reviews would be asked for.
    public var added: Int { pairs.count }

    /// Those who would get something as a list that gives the same plan: a number and an address a line.
    public var list: [(entry: String, judge: String)] {
        judges.flatMap { judge in judge.entries.map { ($0.number ?? "", judge.email) } }
    }
}
