import SalaThai

extension Expression {
    /// A day and time in Bangkok, as XForms reckons with: fractional days since 1970-01-01T00:00 local time,
    /// so that a date without a time is a whole number (JavaRosa does the same).
    struct Moment: Equatable {
        static let offsetMinutes = 7 * 60
        private static let millisecondsInDay = 86_400_000

        let date: LocalDate
        /// Milliseconds since midnight.
        let time: Int

        init(_ instant: Instant) {
            let seconds = instant.seconds
            let fraction = Int(instant.microseconds - seconds * 1_000_000) / 1000
            let clock = instant.localTime
            date = instant.localDate
            time = ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 + fraction
        }

        /// Nil unless the days lie within the years 1 to 9999.
        init?(days: Double) {
            let whole = days.rounded(.down)
            guard let day = Int(exactly: whole) else { return nil }
            self.init(day: day, time: Int(((days - whole) * Double(Self.millisecondsInDay)).rounded()))
        }

        /// Reads `yyyy-mm-dd`, or that with `Thh:mm`, seconds, fraction and offset; without an offset it is
        /// local.
        init?(_ text: String) {
            let scalars = text.scalars.trimmed
            let halves = scalars.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = halves.first, let date = LocalDate(iso: String(first)),
                let time = halves.count == 1 ? 0 : Self.milliseconds(ofTime: String(halves[1]))
            else { return nil }
            self.init(day: date.daysSince1970, time: time)
        }

        /// Carries a time beyond the day to the days before or after.
        private init?(day: Int, time: Int) {
            let remainder = time % Self.millisecondsInDay
            self.time = remainder < 0 ? remainder + Self.millisecondsInDay : remainder
            let carried = day + (time - self.time) / Self.millisecondsInDay
            date = LocalDate(daysSince1970: carried)
            guard date.daysSince1970 == carried else { return nil }
        }

        var days: Double { Double(date.daysSince1970) + Double(time) / Double(Self.millisecondsInDay) }
        var hour: Int { time / 3_600_000 }
        var minute: Int { time / 60_000 % 60 }
        var second: Int { time / 1000 % 60 }

        /// ISO 8601 with milliseconds and offset.
        var iso: String {
            let clock = [hour, minute, second].map { Expression.padded($0, to: 2) }.joined(separator: ":")
            return "\(date.iso)T\(clock).\(Expression.padded(time % 1000, to: 3))+07:00"
        }
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension Expression.Moment {
    /// Local milliseconds since midnight of `hh:mm[:ss[.fraction]][Z|+hh[:mm]]`.
    private static func milliseconds(ofTime text: String) -> Int? {
        let pattern = #/(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?/#
        guard let match = text.wholeMatch(of: pattern.asciiOnlyDigits())?.output,
            let hour = Int(match.1), hour < 24, let minute = Int(match.2), minute < 60
        else { return nil }
        let second = match.3.flatMap { Int($0) } ?? 0
        guard second < 60 else { return nil }
        let fraction = match.4.flatMap { Int(($0 + "00").prefix(3)) } ?? 0
        let time = ((hour * 60 + minute) * 60 + second) * 1000 + fraction
        let zone = text.hasSuffix("Z") ? 0 : match.6.flatMap { Int($0) }
        guard let zone else { return time }
        let offset = (zone * 60 + (match.7.flatMap { Int($0) } ?? 0)) * (match.5 == "-" ? -1 : 1)
        return time + (offsetMinutes - offset) * 60_000
    }
}
