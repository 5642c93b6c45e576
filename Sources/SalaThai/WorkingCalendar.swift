/// The days on which offices work: Monday to Friday except the holidays given.
public struct WorkingCalendar: Hashable, Sendable {
    public var holidays: Set<LocalDate>

    /// Takes every day on which offices are closed besides Saturdays and Sundays.
    public init(holidays: Set<LocalDate>) {
        self.holidays = holidays
    }

    /// True when offices are open on the date.
    public func isWorkingDay(_ date: LocalDate) -> Bool {
        !date.weekday.isWeekend && !holidays.contains(date)
    }

    /// The last of that many working days after the date (the date itself is not counted), or before it
    /// when negative; no days gives the date back.
    public func adding(workingDays count: Int, to date: LocalDate) -> LocalDate {
        let step = count < 0 ? -1 : 1
        var remaining = abs(count)
        var day = date
        while remaining > 0, day > .first, day < .last {
            day = day.adding(days: step)
            if isWorkingDay(day) { remaining -= 1 }
        }
        return day
    }
}
