import Foundation
import Synchronization

/// Holds a closure on a database's thread until the test opens it.
final class Gate: Sendable {
    private let isOpen = Mutex(false)
    private let isReached = Mutex(false)

    func open() {
        isOpen.withLock { $0 = true }
    }

    /// Blocks the thread; gives up after a minute, so that a broken test ends.
    func pass() {
        isReached.withLock { $0 = true }
        let limit = Date(timeIntervalSinceNow: 60)
        while !isOpen.withLock({ $0 }), Date() < limit {
            Thread.sleep(forTimeInterval: 0.002)
        }
    }

    /// Returns when a closure has come to the gate.
    func untilReached() async throws {
        while !isReached.withLock({ $0 }) {
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}
