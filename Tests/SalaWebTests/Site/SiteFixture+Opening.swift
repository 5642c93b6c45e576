import Foundation
import SalaDefinitions
import SalaEngine
import SalaThai

@testable import SalaStore

extension SiteFixture {
    /// Publishes the programme and opens its calls, as an office does.
    func openCalls() async throws {
        let programme = SiteFixture.root.appending(path: "Programmes/\(SiteFixture.programme)")
        var shipped = try ProgrammeFiles(folder: programme)
        if isBlind {
            let panel = shipped.files["panel.yaml"] ?? ""
            let rule = "    chair: chair\n"
            shipped.files["panel.yaml"] = panel.replacing(
                rule, with: "\(rule)    blind: { hides: [partners] }\n", maxReplacements: 1)
        }
        let files = String(decoding: try JSONEncoder().encode(shipped), as: UTF8.self)
        try await store.publish(programme: SiteFixture.programme, files: files, at: clock.tick())
        let later = Period(opens: SiteFixture.time(7, 1), closes: SiteFixture.time(12, 31, 23, 59, 59))
        try await open(
            SiteFixture.call, "การประกวด 2569", SiteFixture.period, ["prizes": 2, "awards": 1])
        try await open(SiteFixture.nextCall, "การประกวด 2570", later, [:])
        try await open(SiteFixture.secretCall, Secrets.secretCall, later, [:], isPublished: false)
        try await grant("screener", people[.screener])
        try await grant("chair", people[.chair])
        for judge in people.judges + [people[.otherJudge]] { try await grant("judge", judge) }
    }

    private func open(
        _ handle: String, _ title: String, _ period: Period, _ numbers: [String: Int],
        isPublished: Bool = true
    ) async throws {
        _ = try await store.openCall(
            handle, of: SiteFixture.programme, by: people[.officer], for: people.office,
            title: [.thai: title, .english: title], period: period, settings: CallSettings(numbers: numbers),
            at: clock.tick())
        guard isPublished else { return }
        try await store.decide(.publish, on: handle, by: people[.officer], at: clock.tick())
    }

    private func grant(_ role: String, _ person: PersonID) async throws {
        try await store.decide(
            .grant(role: role, person: person), on: SiteFixture.call, by: people[.officer], at: clock.tick())
    }
}
