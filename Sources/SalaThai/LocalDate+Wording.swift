extension LocalDate {
    /// How much room a date's words may take.
    public enum Style: Sendable {
        /// The month's full name, as in `12 กรกฎาคม 2564` or `12 July 2021`.
        case long
        /// The month's abbreviation, as in `12 ก.ค. 2564` or `12 Jul 2021`.
        case short
    }

    /// The date as people read it: Buddhist years in Thai, Gregorian years in English.
    public func text(_ style: Style, thai: Bool) -> String {
        let names =
            switch (style, thai) {
            case (.long, true): MonthNames.thaiLong
            case (.short, true): MonthNames.thaiShort
            case (.long, false): MonthNames.englishLong
            case (.short, false): MonthNames.englishShort
            }
        return "\(day) \(names[month - 1]) \(thai ? buddhistYear : year)"
    }
}
