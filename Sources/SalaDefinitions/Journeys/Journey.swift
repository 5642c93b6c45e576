public import SalaEngine
public import SalaThai

/// An example of a programme's `examples/`: who does what, and what must follow. It is run as a test.
public struct Journey: Equatable, Sendable {
    /// The file's name without its ending.
    public var name: String
    public var call: Opening
    public var people: [Participant]
    public var steps: [Step]

    public init(name: String, call: Opening, people: [Participant], steps: [Step]) {
        self.name = name
        self.call = call
        self.people = people
        self.steps = steps
    }

    /// The call that the journey takes place under.
    public struct Opening: Equatable, Sendable {
        public var opens: Instant
        public var closes: Instant?
        /// Settings that differ from the programme's standard.
        public var settings: [String: Int]

        public init(opens: Instant, closes: Instant?, settings: [String: Int]) {
            self.opens = opens
            self.closes = closes
            self.settings = settings
        }
    }

    /// Somebody who takes part.
    public struct Participant: Equatable, Sendable {
        public var name: String
        /// The role; nil is somebody without any.
        public var role: String?
        /// The name of the organisation that the person belongs to; the office's people need none.
        public var organisation: String?

        public init(name: String, role: String?, organisation: String?) {
            self.name = name
            self.role = role
            self.organisation = organisation
        }
    }

    /// One thing that somebody does.
    public struct Step: Equatable, Sendable {
        /// The line of the file, for messages.
        public var line: Int
        /// Nil: directly after the step before.
        public var at: Instant?
        /// The participant's name, or `clock`.
        public var who: String
        /// Which submission, by the journey's own name for it.
        public var entry: String
        public var deed: Deed
        public var outcome: Outcome

        public init(line: Int, at: Instant?, who: String, entry: String, deed: Deed, outcome: Outcome) {
            self.line = line
            self.at = at
            self.who = who
            self.entry = entry
            self.deed = deed
            self.outcome = outcome
        }
    }

    /// What somebody does in a step.
    public enum Deed: Equatable, Sendable {
        case start
        case act(String, input: Answers)
        /// Answers by question; the pages follow from the form.
        case answer(Answers)
        /// The names of files by question.
        case attach([String: [String]])
        case assign(round: String, to: [String])
        /// The judge says that there is no conflict of interest.
        case denyConflict(round: String)
        case declareConflict(round: String, reason: String)
        case recuse(round: String, judge: String, reason: String)
        /// The person becomes a member of the organisation of that name.
        case becomeMember(String)
        case abstain(round: String, reason: String)
        case review(round: String, Scoring)
        /// One more review is asked of a person, after scores are known.
        case askFurther(round: String, judge: String, reason: String)
        /// A person's given review is opened again.
        case reopen(round: String, judge: String, reason: String)
        /// Somebody is invited to write the entry along.
        case invite(String)
        /// The invitation is accepted.
        case join
        /// Somebody writes the entry along no more.
        case part(String)
        /// The organisation of somebody, or the person, may file after the close.
        case letIn(String, until: Instant, reason: String)
        /// All submissions that the round judges are ranked and their decisions held.
        case select(round: String)
        /// The held decision of the entry is taken back.
        case takeBack
        /// All held decisions of the call take effect.
        case release
        /// Time passes until `at`, and every clock that ran out is handled.
        case wait
    }

    /// What must follow from a step.
    public enum Outcome: Equatable, Sendable {
        /// By the journey's own name for the submission.
        case expected([String: Expectation])
        /// The refusal with this code.
        case refused(String)
    }

    /// What must hold after a step; nil is not looked at.
    public struct Expectation: Equatable, Sendable {
        public var stage: String?
        public var number: String?
        /// The letters that this step sends about the entry, in any order.
        public var letters: [String]?
        /// Whether the entry stands in the public register.
        public var isPublic: Bool?
        /// The action that is held for the entry; an empty text is none.
        public var held: String?
        /// Answers that the entry must have, calculated ones included.
        public var answers: Answers

        public init(
            stage: String? = nil, number: String? = nil, letters: [String]? = nil, isPublic: Bool? = nil,
            held: String? = nil, answers: Answers = [:]
        ) {
            self.stage = stage
            self.number = number
            self.letters = letters
            self.isPublic = isPublic
            self.held = held
            self.answers = answers
        }
    }
}
