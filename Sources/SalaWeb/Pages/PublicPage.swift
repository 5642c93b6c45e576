import SalaThai

/// A page that is the same for everybody who has not signed in, until what it shows changes.
protocol PublicPage: Page {
    /// The times whose distance from now the page tells, or at which it begins to say something else.
    var turns: [Instant] { get }
}

extension PublicPage {
    /// How long the page, made at that time, says what another one would: until one of its distances has
    /// another whole number of days, hours or minutes, or the hour is over, and with some hour the day that a
    /// printed sheet ends with.
    func lasting(from now: Instant) -> Range<Instant> {
        let hour: Int64 = 3_600_000_000
        let next = now.microseconds - now.microseconds.remainder(by: hour) + hour
        return
            now..<turns.compactMap { $0.nextTurn(after: now) }.reduce(
                Instant(microseconds: next), min)
    }
}

extension Instant {
    /// When `text(relativeTo:)`, `CallMoment` and `DaysLeftView` first say something else of this time than
    /// they say now; nil if it is too far off for that to come.
    func nextTurn(after now: Instant) -> Instant? {
        let (past, overflow) = now.microseconds.subtractingReportingOverflow(microseconds)
        guard !overflow, past != .min else { return nil }
        let second: Int64 = 1_000_000
        let units: [Int64] = [86_400 * second, 3600 * second]
        let unit = units.first { abs(past) >= $0 } ?? 60 * second
        guard past < 0 else {
            // The last second of a period is in to its end.
            if past < second { return Instant(microseconds: microseconds + second) }
            return Instant(microseconds: now.microseconds - past % unit + unit)
        }
        let whole = -past / unit * unit
        // Whole units are told until they are no longer whole.
        return whole == 0 ? self : Instant(microseconds: microseconds - whole + 1)
    }
}

extension Int64 {
    /// Never negative.
    fileprivate func remainder(by divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
