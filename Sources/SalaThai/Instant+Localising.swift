import Foundation

/// Bangkok has kept UTC+7 without summer time since 1 April 1920 (IANA time zone database, Asia/Bangkok);
/// earlier instants are read on the same clock.
let bangkokOffsetSeconds: Int64 = 7 * 3600

extension Instant {
    /// The machine's clock, read once; pass the value on rather than reading it twice.
    public static func now() -> Instant {
        Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public var seconds: Int64 {
        microseconds.dividedDown(by: 1_000_000)
    }

    /// The day in Bangkok, held at the years 1 and 9999.
    public var localDate: LocalDate {
        LocalDate(daysSince1970: Int((seconds + bangkokOffsetSeconds).dividedDown(by: 86_400)))
    }

    /// The time of day in Bangkok, without the fraction of a second.
    public var localTime: LocalTime {
        Instant.time(ofSeconds: seconds + bangkokOffsetSeconds)
    }

    static func time(ofSeconds seconds: Int64) -> LocalTime {
        let second = Int(seconds - seconds.dividedDown(by: 86_400) * 86_400)
        let time = LocalTime(hour: second / 3600, minute: second / 60 % 60, second: second % 60)
        guard let time else { preconditionFailure("second \(second) of a day has no time") }
        return time
    }
}

extension LocalDate {
    /// The instant of that time of day in Bangkok; values beyond the clock carry over, so hour 24 is the
    /// next midnight.
    public func instant(hour: Int = 0, minute: Int = 0, second: Int = 0) -> Instant {
        let local = Int64(daysSince1970) * 86_400 + Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
        return Instant(seconds: local - bangkokOffsetSeconds)
    }

    /// The instant of that time of day in Bangkok.
    public func instant(at time: LocalTime) -> Instant {
        instant(hour: time.hour, minute: time.minute, second: time.second)
    }

    /// Midnight in Bangkok, when the day begins.
    public var startOfDay: Instant { instant() }

    /// The day's last microsecond in Bangkok.
    public var endOfDay: Instant {
        Instant(microseconds: instant(hour: 24).microseconds - 1)
    }
}
