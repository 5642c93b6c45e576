import SalaThai
import Testing

@Suite struct WorkingCalendarTests {
    /// Songkran 2021: 12 to 15 April were holidays, Tuesday the 6th too; the 10th and 11th were a weekend.
    let calendar = WorkingCalendar(
        holidays: Set([6, 12, 13, 14, 15].compactMap { LocalDate(year: 2021, month: 4, day: $0) }))

    func april(_ day: Int) throws -> LocalDate {
        try #require(LocalDate(year: 2021, month: 4, day: day))
    }

    @Test("Weekends and holidays are no working days")
    func days() throws {
        #expect(try calendar.isWorkingDay(april(9)))
        for day in [6, 10, 11, 12, 15] { #expect(try !calendar.isWorkingDay(april(day))) }
    }

    @Test("Working days are counted from the day after, over weekends and holidays")
    func adding() throws {
        #expect(try calendar.adding(workingDays: 1, to: april(9)) == april(16))
        #expect(try calendar.adding(workingDays: 5, to: april(5)) == april(19))
        #expect(try calendar.adding(workingDays: 1, to: april(10)) == april(16))
        #expect(try calendar.adding(workingDays: 0, to: april(10)) == april(10))
        #expect(try calendar.adding(workingDays: -1, to: april(16)) == april(9))
    }

    @Test("The last day that has a name ends the search")
    func ending() {
        #expect(calendar.adding(workingDays: 1000, to: LocalDate.last.adding(days: -3)) == .last)
    }
}
