import SalaEngine
import SalaThai
import Testing

@testable import SalaWeb

@Suite("How long a public page holds")
struct PublicPageTests {
    private struct Notice: PublicPage {
        static let template = "pages/notice"
        var chrome = Chrome.sample()
        var turns: [Instant]
    }

    /// Everything that pages say of a time, at another.
    private func words(_ time: Instant, _ now: Instant) -> String {
        let view = DaysLeftView(time, now: now, isThai: true)
        let opening = CallMoment(Period(opens: time, closes: nil), at: now)
        let closing = CallMoment(Period(opens: Instant(microseconds: .min), closes: time), at: now)
        return "\(view.text) \(view.isUrgent) \(view.isOver) \(opening) \(closing)"
    }

    @Test("it says the same from its beginning to its end, and the next one is made in time")
    func holds() {
        var random = SystemRandomNumberGenerator()
        let start = Instant(iso: "2026-07-10T09:00:00+07:00")!
        let spans: [Int64] = [0, 1, 2, 59, 60, 61, 3599, 3600, 86_399, 86_400, 3 * 86_400, 40 * 86_400]
        var cases: [(time: Instant, now: Instant)] = []
        for span in spans {
            for offset: Int64 in [-1_000_001, -1_000_000, -1, 0, 1, 999_999, 1_000_000] {
                for sign: Int64 in [1, -1] {
                    cases.append(
                        (Instant(microseconds: start.microseconds + sign * span * 1_000_000 + offset), start))
                }
            }
        }
        for _ in 0..<2000 {
            let distance = Int64.random(in: -5 * 86_400_000_000...5 * 86_400_000_000, using: &random)
            cases.append((Instant(microseconds: start.microseconds + distance), start))
        }
        for (time, now) in cases {
            let lasting = Notice(turns: [time]).lasting(from: now)
            #expect(lasting.contains(now))
            #expect(lasting.upperBound <= now.adding(seconds: 3600))
            let said = words(time, now)
            var moments = [Instant(microseconds: lasting.upperBound.microseconds - 1)]
            for _ in 0..<20 {
                moments.append(
                    Instant(
                        microseconds: .random(
                            in: now.microseconds..<lasting.upperBound.microseconds, using: &random)))
            }
            for moment in moments {
                #expect(words(time, moment) == said, "\(time.microseconds - now.microseconds)")
            }
        }
    }

    @Test("without distances it holds to the end of the hour, and so of the day under a printed sheet")
    func hour() {
        let now = Instant(iso: "2026-07-10T09:41:20+07:00")!
        let far = [Instant(microseconds: .max), Instant(microseconds: .min)]
        for turns in [[], far] {
            let lasting = Notice(turns: turns).lasting(from: now)
            #expect(lasting == now..<Instant(iso: "2026-07-10T10:00:00+07:00")!)
        }
        let before = Instant(seconds: -30)
        #expect(Notice(turns: []).lasting(from: before) == before..<Instant(seconds: 0))
        let whole = Instant(seconds: 7200)
        #expect(Notice(turns: []).lasting(from: whole) == whole..<Instant(seconds: 10_800))
        let late = Instant(iso: "2026-07-10T23:59:59+07:00")!
        let midnight = Instant(iso: "2026-07-11T00:00:00+07:00")!
        #expect(Notice(turns: []).lasting(from: late) == late..<midnight)
    }
}
