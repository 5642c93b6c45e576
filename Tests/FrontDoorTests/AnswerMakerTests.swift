import Foundation
import SalaAnalysis
import SalaDefinitions
import SalaEngine
import SalaThai
import Testing

@testable import sala

@Suite("The made-up answers of the demo")
struct AnswerMakerTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("are such as a municipality could give: what is measured is better than before, days fit the state")
    func plausible() throws {
        let set = try DemoSet(Installation(home: Self.home.path, address: "http://127.0.0.1:8080"))
        let now = set.present
        var states: Set<String> = []
        for seed in 0..<300 {
            let work = set.plan.works[seed % set.plan.works.count]
            var maker = AnswerMaker(
                set.programme.form, samples: set.plan.inputs.merging(work) { $1 },
                spans: set.plan.spans ?? [:], place: "เทศบาลตำบลตัวอย่าง", now: now,
                generator: SeededGenerator(seed: UInt64(seed)))
            let answers = maker.answers()
            func number(_ name: String) throws -> Double {
                try #require(answers[name].flatMap { Double($0.string) })
            }
            func day(_ name: String) throws -> LocalDate {
                try #require(answers[name].flatMap { LocalDate(iso: $0.string) })
            }
            let state = try #require(answers["status"]).string
            states.insert(state)
            #expect(answers["technology"]?.items.joined(separator: " ") == work["technology"])
            if state == "idea" {
                #expect(try day("planned_for") > now.localDate)
                #expect(try 100...20_000 ~= number("users_expected") && number("cost_expected") >= 10_000)
            } else {
                #expect(try day(state == "pilot" ? "piloted_since" : "used_since") < now.localDate)
                #expect(try number("minutes_before") > number("minutes_after"))
                #expect(try number("minutes_after") > 0)
                #expect(try 100...20_000 ~= number("users") && number("cost") >= 10_000)
            }
        }
        #expect(states == ["idea", "pilot", "in_use"])
    }
}
