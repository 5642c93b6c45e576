import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Calls of one programme in one year")
struct CallSeriesTests {
    /// Opens and publishes one; which of its office it is.
    @discardableResult
    private func publish(
        _ handle: String, _ home: FairHome, period: Period = FairHome.period
    ) async throws -> Int? {
        try await home.openCall(handle, period: period)
        let call = try await home.store.decide(
            .publish, on: handle, by: home.officer, at: FairHome.time(2))
        return call.series
    }

    @Test("are counted for each office as they are published, and anew in each year")
    func counted() async throws {
        try await FairHome.with { home in
            #expect(try await home.store.call(FairHome.handle, for: nil).call.series == 1)
            // What is never published is not counted, whenever it was opened.
            try await home.openCall("draft")
            #expect(try await publish("second", home) == 2)
            let nextYear = Period(opens: FairHome.time(200), closes: FairHome.time(210))
            #expect(try await publish("next-year", home, period: nextYear) == 1)
            #expect(try await publish("third", home) == 3)
            #expect(try await home.store.call("draft", for: home.officer).call.series == nil)
            let town = home.towns[5]
            try await home.store.grantMembership(
                home.stranger, town, role: .officer, at: FairHome.time(1))
            _ = try await home.store.openCall(
                "elsewhere", of: Fair.name, by: home.stranger, for: town, title: FairHome.title,
                period: FairHome.period, settings: CallSettings(), at: FairHome.time(1))
            let elsewhere = try await home.store.decide(
                .publish, on: "elsewhere", by: home.stranger, at: FairHome.time(2))
            #expect(elsewhere.series == 1)
        }
    }

    @Test("give other numbers than the first, by which a search finds what was filed")
    func numbered() async throws {
        try await FairHome.with { home in
            try await publish("second", home)
            let first = try await home.file(0)
            let second = try await home.store.start(
                under: "second", for: home.towns[0], by: home.filers[0], at: FairHome.time(14))
            try await home.answer(second, 0, FairHome.answers("ไฟส่องสว่าง"))
            try await home.act("submit", on: second, by: home.filers[0], at: FairHome.time(14))
            #expect(try await home.submission(first).number == "F-2564-0001")
            #expect(try await home.submission(second).number == "F-2564-2-0001")
            let searches = [
                "F-2564-2-0001": [second], "f256420001": [second], "F-2564-2-000": [second],
                "F-2564-2-0002": [], "F-2564-3-0001": [], "F-2564-0001": [],
            ]
            for (text, expected) in searches {
                var filter = SubmissionFilter()
                filter.text = text
                let desk = try await home.store.desk("second", for: home.officer, filter)
                #expect(desk.listing.entries.map(\.id) == expected, "\(text)")
            }
        }
    }

    @Test("that were published before they were counted are read, and are counted for those that follow")
    func uncounted() async throws {
        try await FairHome.with { home in
            try await home.store.database.write { connection in
                try connection.execute(
                    "update event set body = '{\"published\":{}}' where kind = 'published'")
                try connection.execute("update call set snapshot = json_remove(snapshot, '$.series')")
            }
            let history = try await home.store.callHistory(FairHome.handle, for: home.officer)
            #expect(history.events.map(\.body).contains(.published(series: nil)))
            #expect(history.view.call.series == nil && history.view.call.state == .published)
            _ = try await home.file(0)
            let numbers = try await home.store.desk(FairHome.handle, for: home.officer, SubmissionFilter())
            #expect(numbers.listing.entries.map(\.number) == ["F-2564-0001"])
            #expect(try await publish("second", home) == 2)
        }
    }
}
