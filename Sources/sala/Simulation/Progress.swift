import SalaEngine
import Synchronization

/// Says on standard error what is going on and how far it is.
final class Progress: Sendable {
    private let isQuiet: Bool
    private let state = Mutex((phase: "" as Sentence, shown: ContinuousClock.now))

    init(isQuiet: Bool = false) {
        self.isQuiet = isQuiet
    }

    /// Says what the phases that follow belong to.
    func announce(_ whole: String) {
        say("  \(whole):")
    }

    func begin(_ phase: Sentence) {
        state.withLock { $0 = (phase, .now) }
        say("  \(phase) …")
    }

    /// So many of so many are done; said at most twice a second.
    func step(_ done: Int, of total: Int) {
        let sentence = state.withLock { state -> Sentence? in
            guard ContinuousClock.now - state.shown > .milliseconds(500) else { return nil }
            state.shown = .now
            return "  \(state.phase): \(done) of \(total)"
        }
        if let sentence { say(sentence) }
    }

    func end(_ phase: Sentence) {
        say("  \(phase): done")
    }

    private func say(_ sentence: Sentence) {
        if !isQuiet { Speech.warn(sentence) }
    }
}
