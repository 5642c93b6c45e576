import SalaThai

/// A demo's time: it begins in the middle of the programme's call and goes on from where it stopped.
struct DemoClock: Sendable {
    private let seconds: Int64

    /// - Parameter present: the time that it shall be now.
    init(present: Instant) {
        seconds = (present.microseconds - Instant.now().microseconds) / 1_000_000
    }

    func now() -> Instant {
        Instant.now().adding(seconds: seconds)
    }
}
