extension Instant {
    /// The day and the time in Bangkok, as in `12 ก.ค. 2564 16:30 น.` or `12 Jul 2021 16:30`.
    public func text(_ style: LocalDate.Style = .short, thai: Bool) -> String {
        "\(localDate.text(style, thai: thai)) \(localTime.text)\(thai ? " น." : "")"
    }

    /// How far off it is, in whole days, hours or minutes rounded towards now, as in `อีก 3 วัน`,
    /// `เมื่อ 5 ชั่วโมงที่แล้ว`, `in 12 minutes` or `just now`.
    public func text(relativeTo now: Instant, thai: Bool) -> String {
        let isPast = self <= now
        let (later, earlier) = isPast ? (now, self) : (self, now)
        let (distance, overflow) = later.microseconds.subtractingReportingOverflow(earlier.microseconds)
        let seconds = overflow ? Int64.max : distance / 1_000_000
        guard let unit = Self.units.first(where: { seconds >= $0.seconds }) else {
            if isPast { return thai ? "เมื่อสักครู่" : "just now" }
            return thai ? "อีกไม่ถึง 1 นาที" : "in less than a minute"
        }
        let count = seconds / unit.seconds
        let amount = thai ? "\(count) \(unit.thai)" : "\(count) \(unit.english)\(count == 1 ? "" : "s")"
        if isPast { return thai ? "เมื่อ \(amount)ที่แล้ว" : "\(amount) ago" }
        return thai ? "อีก \(amount)" : "in \(amount)"
    }

    private static let units: [(seconds: Int64, thai: String, english: String)] = [
        (86_400, "วัน", "day"), (3600, "ชั่วโมง", "hour"), (60, "นาที", "minute"),
    ]
}
