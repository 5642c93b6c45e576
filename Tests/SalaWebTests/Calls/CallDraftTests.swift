import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("What an office types to open a call")
struct CallDraftTests {
    private let programme = SampleProgramme.programme

    private func draft(_ changes: [String: String] = [:]) -> CallDraft {
        let fields = [
            "handle": "call-1", "title-th": "ชื่อ", "title-en": "Name", "opens-date": "12 ก.ค. 2569",
            "opens-time": "08.30 น.", "closes-date": "31/7/2569", "closes-time": "", "setting-prizes": "๔๐",
            "weight-only-impact": "50", "weight-only-reach": "50",
        ]
        return CallDraft(Posting(fields: fields.merging(changes) { $1 }.mapValues { [$0] }))
    }

    @Test("dates, times and numbers are read as people type them, a day without a time to its last second")
    func reading() throws {
        let reading = try #require(draft().read(of: programme).reading)
        #expect(reading.title == [.thai: "ชื่อ", .english: "Name"])
        #expect(reading.period.opens == Instant(iso: "2026-07-12T08:30:00+07:00"))
        #expect(reading.period.closes == Instant(iso: "2026-07-31T23:59:59+07:00"))
        #expect(reading.settings.numbers == ["prizes": 40])
        #expect(reading.settings.weights == ["only": ["impact": 50, "reach": 50]])
    }

    @Test(
        "an end has the second that its minute is meant to have",
        arguments: [("16:30", "16:30:00"), ("23:59", "23:59:59"), ("0:00", "00:00:00")])
    func end(typed: String, clock: String) throws {
        let reading = try #require(draft(["closes-time": typed]).read(of: programme).reading)
        #expect(reading.period.closes == Instant(iso: "2026-07-31T\(clock)+07:00"))
    }

    @Test("without a closing date the call never closes, unless what is filed is judged")
    func endless() throws {
        var unjudged = programme
        unjudged.rounds = []
        let reading = try #require(draft(["closes-date": ""]).read(of: unjudged).reading)
        #expect(reading.period.closes == nil)
        let judged = draft(["closes-date": "", "setting-prizes": "999"]).read(of: programme)
        #expect(judged.reading == nil)
        #expect(judged.mistakes.map(\.field) == ["closes-date", "setting-prizes"])
        #expect(judged.mistakes.map(\.key) == ["end-missing", "bounds"])
    }

    @Test(
        "what cannot be read is said beside its own field",
        arguments: [
            ("opens-date", "", "missing"), ("opens-date", "31/2/2569", "no-such-day"),
            ("opens-time", "25:00", "time"),
            ("closes-date", "someday", "date"), ("setting-prizes", "many", "number"),
            ("setting-prizes", "99999999999999999999", "number"), ("weight-only-reach", "half", "number"),
        ])
    func mistakes(field: String, typed: String, key: String) {
        let (reading, mistakes) = draft([field: typed]).read(of: programme)
        #expect(reading == nil)
        #expect(mistakes == [CallDraft.Mistake(field: field, key: key)])
    }

    @Test("a closing time without its date is a mistake, not an endless call")
    func timeAlone() {
        var unjudged = programme
        unjudged.rounds = []
        let typed = draft(["closes-date": "", "closes-time": "16:30"])
        let (_, mistakes) = typed.read(of: unjudged)
        #expect(typed.read(of: programme).mistakes == mistakes)
        #expect(mistakes == [CallDraft.Mistake(field: "closes-date", key: "date-missing")])
    }

    @Test("weights that the engine refuses are told with what they add up to")
    func weights() {
        let mistakes = draft().mistakes([CallMistake(.weights(round: "only"), .sum(95))], of: programme)
        #expect(
            mistakes == [
                CallDraft.Mistake(field: "weight-only-impact", key: "weights", values: ["sum": "95"])
            ])
    }

    @Test("a number outside its bounds is told with the bounds")
    func bounds() {
        let found = CallMistake(.setting("prizes"), .outOfBounds(minimum: 1, maximum: 200))
        let mistakes = draft().mistakes([found], of: programme)
        #expect(
            mistakes == [
                CallDraft.Mistake(
                    field: "setting-prizes", key: "bounds", values: ["minimum": "1", "maximum": "200"])
            ])
    }

    @Test("a number above that of another setting is told with that one, unless that one cannot be read")
    func bounded() {
        var programme = programme
        programme.settings.append(
            SettingDefinition(name: "awards", bounds: 1...200, standard: 1, atMost: "prizes"))
        func mistakes(_ changes: [String: String]) -> [CallDraft.Mistake] {
            draft(changes.merging(["setting-awards": "99", "closes-date": "someday"]) { $1 })
                .read(of: programme).mistakes
        }
        let date = CallDraft.Mistake(field: "closes-date", key: "date")
        let above = CallDraft.Mistake(
            field: "setting-awards", key: "at-most", values: ["setting": "prizes"])
        #expect(mistakes(["setting-prizes": "3"]) == [date, above])
        let unread = CallDraft.Mistake(field: "setting-prizes", key: "number")
        #expect(mistakes(["setting-prizes": "many"]) == [date, unread])
        #expect(mistakes(["setting-prizes": "99"]) == [date])
    }

    @Test(
        "a call's own settings fill the form that is read back to the same settings",
        arguments: [true, false])
    func roundTrip(thai: Bool) throws {
        let settings = CallSettings(
            numbers: ["prizes": 12], weights: ["only": ["impact": 10, "reach": 90]])
        let period = Period(
            opens: try #require(Instant(iso: "2026-07-12T08:30:00+07:00")),
            closes: Instant(iso: "2026-07-31T23:59:59+07:00"))
        let call = Call(
            id: CallID(.version7(at: CallSite.start)), handle: "call-1", programme: "sample",
            version: VersionID(.version7(at: CallSite.start)), organisation: CallSite.office,
            title: [.thai: "ชื่อ", .english: "Name"], period: period, settings: settings)
        let reading = CallDraft(call, of: programme, thai: thai).read(of: programme).reading
        #expect(reading == CallDraft.Reading(title: call.title, period: period, settings: settings))
    }
}
