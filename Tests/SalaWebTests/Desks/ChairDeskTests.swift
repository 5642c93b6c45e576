import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The chair's page")
struct ChairDeskTests {
    private let path = Paths.chair("first", of: DeskSite.handle)
    private let further = Paths.further("first", of: DeskSite.handle)

    private func scored(_ count: Int, in home: DeskSite) async throws -> [SubmissionID] {
        var ids: [SubmissionID] = []
        for number in 1...count {
            let id = try await home.judged(number)
            try await home.score(id, 3, 3)
            ids.append(id)
        }
        return ids
    }

    @Test("draws every entry with its interval, and says the same as a table and as files")
    func draws() async throws {
        try await DeskSite.with { home in
            let empty = try await home.officer.get(path)
            #expect(empty.status == 200 && empty.html.contains("No review yet"))
            _ = try await scored(3, in: home)
            let html = try await home.officer.get(path).html
            #expect(html.components(separatedBy: "class=\"interval").count > 3)
            #expect(
                html.contains("60.00 ± 0.00")
                    && html.contains("<td class=\"number\"><span class=\"on-card\">"))
            #expect(html.contains("The number after ± is the standard error of the calibrated score"))
            #expect(html.contains("33%") && html.contains("Demo judge-1"))
            let sheet = try await home.officer.get(Paths.chairSheet("first", of: DeskSite.handle))
            #expect(sheet.html.split(separator: "\r\n").count == 4 && sheet.html.contains("0.33"))
            let judges = try await home.officer.get(Paths.chairJudgesSheet("first", of: DeskSite.handle))
            #expect(judges.html.contains("Demo judge-2"))
            #expect(try await home.judges[0].browser.get(path).status == 403)
        }
    }

    @Test("asks for further reviews of the grey zone once it was shown whom, with a reason")
    func asks() async throws {
        try await DeskSite.with { home in
            let ids = try await scored(3, in: home)
            #expect(try await home.officer.get(path).html.contains(further))
            let shown = try await home.officer.get(further).html
            #expect(shown.contains("One more review is asked for each of 3 submissions"))
            #expect(shown.contains("after scores are known") && shown.contains("Demo judge-2 (has 0)"))
            let expected = try #require(shown.hidden("expected"))
            let bare = try await home.officer.post(
                further, from: further, ["expected": expected, "reason": " "])
            #expect(bare.status == 422 && bare.html.contains("#field-reason"))
            let stale = try await home.officer.post(
                further, from: further, ["expected": "another", "reason": "close"])
            #expect(stale.status == 409 && stale.html.contains("nobody has been asked yet"))
            #expect(stale.html.contains("value=\"close\""))
            let done = try await home.officer.post(
                further, from: further, ["expected": expected, "reason": "close"])
            #expect(done.location == "\(path)?done=further-asked")
            for id in ids {
                let reviews = try await home.submission(id).reviews["first"] ?? [:]
                #expect(reviews[home.judges[1].id]?.state == .assigned)
            }
            let entry = try await home.officer.get(Paths.submission(ids[0])).html
            #expect(entry.contains("A further review asked for") && entry.contains("close"))
        }
    }

    @Test("opens a review again from the page of an entry's judges")
    func reopens() async throws {
        try await DeskSite.with { home in
            let id = try await scored(1, in: home)[0]
            let judges = Paths.judges("first", of: id)
            let judge = home.judges[0].id
            #expect(try await home.officer.get(judges).html.contains("Open again"))
            let url = Paths.reopening(judge, "first", of: id)
            let bare = try await home.officer.post(url, from: judges, ["reopen-\(judge)": ""])
            #expect(bare.status == 422)
            let done = try await home.officer.post(url, from: judges, ["reopen-\(judge)": "levels swapped"])
            #expect(done.location == "\(judges)?done=reopened")
            #expect(try await home.submission(id).reviews["first"]?[judge]?.state == .begun)
            let open = try await home.officer.get(judges).html
            #expect(!open.contains("Open again"))
            #expect(open.contains("Why it was opened again: <span>levels swapped</span>"))
            let own = try await home.judges[0].browser.get(Paths.review("first", of: id))
            #expect(own.status == 200)
        }
    }

    @Test("takes as many queries for three entries as for one")
    func queries() async throws {
        try await DeskSite.with { home in
            let store = home.site.store
            func count() async -> Int {
                await store.database.counting {
                    _ = try? await store.chairReport(
                        DeskSite.handle, round: "first", for: home.officerID)
                }
            }
            _ = try await scored(1, in: home)
            let one = await count()
            for number in 2...3 {
                let id = try await home.judged(number)
                try await home.score(id, number, 4)
            }
            #expect(one > 0)
            #expect(await count() == one)
        }
    }
}

extension String {
    /// The value of a hidden field of that name.
    fileprivate func hidden(_ name: String) -> String? {
        let parts = components(separatedBy: "name=\"\(name)\" value=\"")
        return parts.count > 1 ? parts[1].components(separatedBy: "\"").first : nil
    }
}
