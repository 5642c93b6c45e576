/// How much a search looks at before it is content with what it has. It counts what it does and not the time
/// it takes, so that the same problem gives the same assignment on every machine.
struct SearchEffort: Sendable {
    /// Offers and exchanges, about.
    var exchanges = 1_000_000_000
    /// Swaps for each sum that is tried.
    var swaps = 3_000_000
    /// Panels.
    var panels = 300_000_000
}
