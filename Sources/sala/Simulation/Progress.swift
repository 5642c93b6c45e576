import Foundation
import Synchronization

/// Says on standard error what is going on and how far it is.
final class Progress: Sendable {
    private let isQuiet: Bool
    private let state = Mutex((phase: "", done: 0, total: 0, shown: ContinuousClock.now))

    init(isQuiet: Bool = false) {
        self.isQuiet = isQuiet
    }

    /// Says what the phases that follow belong to.
    func announce(_ whole: String) {
        say("\(whole):")
    }

    func begin(_ phase: String) {
        state.withLock { $0 = (phase, 0, 0, .now) }
        say("\(phase) …")
    }

    /// So many of so many are done; said at most twice a second.
    func step(_ done: Int, of total: Int) {
        let line = state.withLock { state -> String? in
            state.done = done
            guard ContinuousClock.now - state.shown > .milliseconds(500) else { return nil }
            state.shown = .now
            return "\(state.phase): \(done) of \(total)"
        }
        if let line { say(line) }
    }

    func end(_ phase: String) {
        say("\(phase): done")
    }

    private func say(_ line: String) {
        guard !isQuiet else { return }
        FileHandle.standardError.write(Data("  \(line)\n".utf8))
    }
}
