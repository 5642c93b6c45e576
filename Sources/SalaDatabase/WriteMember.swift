import GRDB

/// A write that waits for its turn; exactly one of `settle` and `refuse` reaches its caller, and only once.
struct WriteMember: Sendable {
    /// Runs the closure, which may happen again after a neighbour's failure has undone it.
    let perform: @Sendable (GRDB.Database) -> Attempt
    /// Tells the caller that the closure never ran.
    let refuse: @Sendable (any Error) -> Void

    /// How running the closure went, not yet told to its caller.
    struct Attempt {
        let failure: (any Error)?
        /// Tells the caller how it went or, when that is not nil, what undid it afterwards.
        let settle: (_ undoing: (any Error)?) -> Void
    }
}
