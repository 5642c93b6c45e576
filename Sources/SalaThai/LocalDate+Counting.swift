extension LocalDate {
    /// The first day that can be named, 1 January of the year 1.
    public static let first = LocalDate(daysSince1970: -719_162)
    /// The last day that can be named, 31 December 9999.
    public static let last = LocalDate(daysSince1970: 2_932_896)

    /// Days from 1970-01-01, by the arithmetic of Howard Hinnant's "chrono-Compatible Low-Level Date
    /// Algorithms".
    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.dividedDown(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day that many days from 1970-01-01, held at `first` and `last`; the inverse of `daysSince1970`.
    public init(daysSince1970 count: Int) {
        let shifted = min(max(count, -719_162), 2_932_896) + 719_468
        let era = shifted.dividedDown(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let date = LocalDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
        guard let date else { preconditionFailure("day \(count) has no name") }
        self = date
    }

    /// The day that many days later, or earlier when negative, held at `first` and `last`.
    public func adding(days: Int) -> LocalDate {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        if overflow { return days > 0 ? .last : .first }
        return LocalDate(daysSince1970: sum)
    }

    /// Whole days from this day to the other, negative when the other is earlier.
    public func days(until other: LocalDate) -> Int {
        other.daysSince1970 - daysSince1970
    }

    /// The day of the week in the Gregorian calendar.
    public var weekday: Weekday {
        let fromMonday = daysSince1970 + 3
        let index = fromMonday - fromMonday.dividedDown(by: 7) * 7
        guard let weekday = Weekday(rawValue: index + 1) else { preconditionFailure("a week has seven days") }
        return weekday
    }

    /// The year that Thai people write: the Gregorian year and 543.
    public var buddhistYear: Int { year + 543 }
}

extension FixedWidthInteger {
    /// The quotient rounded towards negative infinity, by a positive divisor.
    func dividedDown(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
