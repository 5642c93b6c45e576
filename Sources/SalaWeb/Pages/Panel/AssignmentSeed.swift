import SalaThai

/// The number from which an automatic assignment draws: the same number on the same entries and judges gives
/// the same assignment, so that anybody can check it.
enum AssignmentSeed {
    /// The day as eight digits of the Buddhist calendar, such as 25640712: nobody picked it to suit anybody.
    static func standard(on day: LocalDate) -> UInt64 {
        UInt64((day.year + 543) * 10_000 + day.month * 100 + day.day)
    }

    /// Nil for what is no whole number of at most 18 digits; Thai digits are taken.
    static func typed(_ text: String) -> UInt64? {
        guard let digits = Digits.integer(typed: text), digits.utf8.count <= 18 else { return nil }
        return UInt64(digits)
    }
}
