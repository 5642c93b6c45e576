import Foundation
import SalaThai
import Testing

@Suite struct LocalDateTests {
    static let days: [(iso: String, days: Int, weekday: Weekday)] = [
        ("2021-07-12", 18_820, .monday), ("2000-02-29", 11_016, .tuesday), ("1900-03-01", -25_508, .thursday),
        ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday), ("1969-12-31", -1, .wednesday),
    ]

    @Test("Days since 1970 and weekdays agree with Python's datetime", arguments: days)
    func counting(iso: String, days: Int, weekday: Weekday) throws {
        let date = try #require(LocalDate(iso: iso))
        #expect(date.daysSince1970 == days)
        #expect(LocalDate(daysSince1970: days) == date)
        #expect(date.weekday == weekday)
    }

    @Test("Adding one day walks through every day of four centuries")
    func walking() throws {
        var date = try #require(LocalDate(iso: "1800-01-01"))
        var leapDays = 0
        for _ in 0..<146_097 {
            if date.month == 2, date.day == 29 { leapDays += 1 }
            let next = date.adding(days: 1)
            #expect(next > date && date.days(until: next) == 1)
            date = next
        }
        #expect(date.iso == "2200-01-01")
        #expect(leapDays == 97)
    }

    @Test(
        "A date of a day that does not exist is told from what is no date",
        arguments: [
            ("31/2/2564", true), ("31 ก.พ. 2564", true), ("2021-02-31", true), ("๓๒/๑/๒๕๖๔", true),
            ("1/13/2564", true), ("29/2/2566", true), ("29/2/2567", false), ("28/2/2564", false),
            ("31/2", false), ("พรุ่งนี้", false), ("", false), ("31/x/2564", false),
        ])
    func missingDays(text: String, isMissing: Bool) {
        #expect(LocalDate.isMissingDay(typed: text) == isMissing)
    }

    @Test("Days are held at the first and the last that have names")
    func holding() {
        #expect(LocalDate.last.adding(days: 1).iso == "9999-12-31")
        #expect(LocalDate.first.adding(days: .min).iso == "0001-01-01")
        #expect(LocalDate.last.adding(days: .max).iso == "9999-12-31")
    }

    @Test("A day begins and ends by Bangkok's clock")
    func instants() throws {
        let date = try #require(LocalDate(iso: "2021-07-12"))
        #expect(date.instant(hour: 16, minute: 30).iso == "2021-07-12T09:30:00Z")
        #expect(date.startOfDay.iso == "2021-07-11T17:00:00Z")
        #expect(date.endOfDay.iso == "2021-07-12T16:59:59Z")
        #expect(date.endOfDay.microseconds + 1 == date.adding(days: 1).startOfDay.microseconds)
        #expect(date.instant(hour: 24) == date.adding(days: 1).startOfDay)
    }

    @Test("Dates are worded with Buddhist years in Thai and Gregorian years in English")
    func wording() throws {
        let date = try #require(LocalDate(iso: "2021-07-12"))
        #expect(date.text(.long, thai: true) == "12 กรกฎาคม 2564")
        #expect(date.text(.short, thai: true) == "12 ก.ค. 2564")
        #expect(date.text(.long, thai: false) == "12 July 2021")
        #expect(date.text(.short, thai: false) == "12 Jul 2021")
        #expect(date.weekday.text(thai: true) == "วันจันทร์")
    }

    @Test(
        "Every usual way of typing 31 July 2021 is understood",
        arguments: [
            "31/7/2564", "31-7-64", "31.7.2564", "31 ก.ค. 2564", "31 กรกฎาคม 2564", "๓๑ ก.ค. ๒๕๖๔",
            "2021-07-31", "31 July 2021", "31/07/2021", " 31 / 07 / 2564 ", "31 Jul 2021", "July 31, 2021",
            "31กรกฎาคม2564", "วันที่ 31 กรกฎาคม พ.ศ. 2564", "31 ก.ค. 64", "31 กค 2564", "31 july 2021",
            "2564-07-31", "31 ก.ค.2564", "31 กรกฎาคม ค.ศ. 2021", "31ก.ค.64",
        ])
    func typing(text: String) {
        #expect(LocalDate(typed: text)?.iso == "2021-07-31")
    }

    @Test(
        "What is no date gives nil",
        arguments: [
            "", "31", "31/7", "31/7/564", "32/7/2564", "31/6/2564", "31/13/2564", "29/2/2564", "7-31-2021",
            "31/7-2564", "31 ก.ค.", "ก.ค. 2564", "31 กรก 2564", "31//2564", "-31/7/2564", "31/7/25640",
            "๓๑ ๗ ๒๕๖๔", "0/7/2564", "31 ก.ค. 2564 16:30", "31 July 12021", "31 กรกฎาคม ค.ศ. 64", "๚๛",
            "👩‍👩‍👧/7/2564",
        ])
    func refusing(text: String) {
        #expect(LocalDate(typed: text) == nil)
    }

    @Test("Every month is understood by its long and its short name in both languages")
    func typingMonths() throws {
        for month in 1...12 {
            let date = try #require(LocalDate(year: 2024, month: month, day: 9))
            for style in [LocalDate.Style.long, .short] {
                #expect(LocalDate(typed: date.text(style, thai: true)) == date)
                #expect(LocalDate(typed: date.text(style, thai: false)) == date)
            }
        }
    }

    @Test("Years from 2400 are Buddhist, and 29 February follows the Gregorian leap year")
    func years() {
        #expect(LocalDate(typed: "1/1/2400")?.iso == "1857-01-01")
        #expect(LocalDate(typed: "1/1/2399")?.iso == "2399-01-01")
        #expect(LocalDate(typed: "29/2/2567")?.iso == "2024-02-29")
        #expect(LocalDate(typed: "1/1/00")?.iso == "1957-01-01")
    }

    @Test("JSON holds a date as ISO text and refuses any other")
    func coding() throws {
        let date = try #require(LocalDate(iso: "2021-07-31"))
        #expect(String(decoding: try JSONEncoder().encode([date]), as: UTF8.self) == #"["2021-07-31"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LocalDate].self, from: Data(#"["31/7/2564"]"#.utf8))
        }
    }
}
