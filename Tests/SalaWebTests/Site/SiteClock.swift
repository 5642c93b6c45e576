import SalaThai
import Synchronization

/// The site's time, which stands still until a test moves it.
final class SiteClock: Sendable {
    private let time: Mutex<Instant>

    init(_ now: Instant) {
        time = Mutex(now)
    }

    var now: Instant { time.withLock { $0 } }

    func move(to now: Instant) {
        time.withLock { $0 = now }
    }

    /// A second later than it was, so that nothing happens at the same time as anything else.
    func tick() -> Instant {
        time.withLock { time in
            time = time.adding(seconds: 1)
            return time
        }
    }
}
