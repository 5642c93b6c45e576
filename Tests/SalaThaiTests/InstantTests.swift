import SalaThai
import Testing

@Suite struct InstantTests {
    /// 2021-07-12T09:30:00Z by Python's datetime.
    let monday = Instant(seconds: 1_626_082_200)

    @Test("An instant is read on Bangkok's clock, seven hours ahead of UTC")
    func localising() {
        #expect(monday.localDate.iso == "2021-07-12")
        #expect(monday.localTime == LocalTime(hour: 16, minute: 30))
        let lateEvening = Instant(seconds: 1_626_109_200)
        #expect(lateEvening.localDate.iso == "2021-07-13")
        #expect(lateEvening.localTime.text == "00:00")
    }

    @Test("Instants before 1970 fall on the right day and second")
    func beforeTheEpoch() {
        let old = Instant(seconds: -147_077_999)
        #expect(old.localDate.iso == "1965-05-05")
        #expect(old.localTime == LocalTime(hour: 0, minute: 0, second: 1))
        #expect(Instant(microseconds: -1).iso == "1969-12-31T23:59:59Z")
    }

    @Test("The ends of the range are held instead of overflowing")
    func extremes() {
        #expect(Instant(microseconds: .max).localDate.iso == "9999-12-31")
        #expect(Instant(microseconds: .min).localDate.iso == "0001-01-01")
        let distance = Instant(microseconds: .max).text(relativeTo: Instant(microseconds: .min), thai: false)
        #expect(distance.hasPrefix("in "))
    }

    @Test("The clock is read in microseconds of this century")
    func now() {
        #expect(Instant.now() > Instant(seconds: 1_700_000_000))
        #expect(Instant.now() < Instant(seconds: 4_102_444_800))
    }

    @Test("ISO text is in UTC")
    func isoText() {
        #expect(monday.iso == "2021-07-12T09:30:00Z")
        #expect(Instant(microseconds: 1_626_082_200_999_999).iso == "2021-07-12T09:30:00Z")
    }

    @Test(
        "ISO text is read with an offset, and on Bangkok's clock without one",
        arguments: [
            "2021-07-12T09:30:00Z", "2021-07-12T09:30Z", "2021-07-12T16:30", "2021-07-12T16:30:00+07:00",
            "2021-07-12T16:30+07:00", "2021-07-12T02:00:00-07:30", "2021-07-12 16:30:00",
        ])
    func isoParsing(text: String) {
        #expect(Instant(iso: text) == monday)
    }

    @Test("A fraction of a second is kept to the microsecond")
    func isoFraction() {
        #expect(Instant(iso: "2021-07-12T09:30:00.25Z")?.microseconds == 1_626_082_200_250_000)
        #expect(Instant(iso: "2021-07-12T09:30:00.123456789Z")?.microseconds == 1_626_082_200_123_456)
    }

    @Test(
        "Other texts are no instants",
        arguments: [
            "", "2021-07-12", "2021-07-12T", "2021-07-12T9:30", "2021-07-12T24:00", "2021-07-12T16:60",
            "2021-02-30T10:00", "2021-07-12T16:30:00+7", "2021-07-12T16:30:00ZZ", "2021-07-12T16:30:00.Z",
            "2021-07-12T16:30.5", "2021-07-12T16:30:00+07:00:00", "2021-07-12T16:30:00+0a:00",
            "เมื่อวานนี้เวลาบ่ายสาม",
        ])
    func isoRefusing(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test("Times are worded for Thai and English readers")
    func wording() {
        #expect(monday.text(thai: true) == "12 ก.ค. 2564 16:30 น.")
        #expect(monday.text(thai: false) == "12 Jul 2021 16:30")
        #expect(monday.text(.long, thai: true) == "12 กรกฎาคม 2564 16:30 น.")
    }

    static let distances: [(seconds: Int64, thai: String, english: String)] = [
        (259_205, "อีก 3 วัน", "in 3 days"), (86_400, "อีก 1 วัน", "in 1 day"),
        (86_399, "อีก 23 ชั่วโมง", "in 23 hours"), (18_000, "อีก 5 ชั่วโมง", "in 5 hours"),
        (779, "อีก 12 นาที", "in 12 minutes"), (30, "อีกไม่ถึง 1 นาที", "in less than a minute"),
        (0, "เมื่อสักครู่", "just now"), (-59, "เมื่อสักครู่", "just now"),
        (-60, "เมื่อ 1 นาทีที่แล้ว", "1 minute ago"), (-3600, "เมื่อ 1 ชั่วโมงที่แล้ว", "1 hour ago"),
        (-259_200, "เมื่อ 3 วันที่แล้ว", "3 days ago"),
    ]

    @Test("Distances are worded in the largest whole unit", arguments: distances)
    func distance(seconds: Int64, thai: String, english: String) {
        let other = monday.adding(seconds: seconds)
        #expect(other.text(relativeTo: monday, thai: true) == thai)
        #expect(other.text(relativeTo: monday, thai: false) == english)
    }

    @Test("A time of day is read as people type it")
    func typedTimes() {
        for text in ["16:30", "16.30 น.", "๑๖:๓๐", "16.30น.", " 16:30:00 "] {
            #expect(LocalTime(typed: text) == LocalTime(hour: 16, minute: 30), "\(text)")
        }
        for text in ["", "16", "24:00", "16:60", "บ่ายสาม", "16:3:0:0", "น."] {
            #expect(LocalTime(typed: text) == nil, "\(text)")
        }
    }
}
