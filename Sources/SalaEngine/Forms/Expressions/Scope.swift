public import SalaThai

extension Expression {
    /// What an expression can see.
    public struct Scope: Sendable {
        public var answers: Answers
        /// What `.` is.
        public var own: Answer?
        public var now: Instant
        /// The columns of the choice that a choice_filter looks at.
        public var columns: [String: String]
        /// The language of the names of months and days in `format-date`.
        public var language: Language

        public init(
            answers: Answers = [:], own: Answer? = nil, now: Instant, columns: [String: String] = [:],
            language: Language = .thai
        ) {
            self.answers = answers
            self.own = own
            self.now = now
            self.columns = columns
            self.language = language
        }
    }
}
