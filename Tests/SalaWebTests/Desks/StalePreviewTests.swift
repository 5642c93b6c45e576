import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("What was confirmed, when it has changed since it was shown")
struct StalePreviewTests {
    private let desk = "/calls/\(DeskSite.handle)/desk"
    private let bulk = "/calls/\(DeskSite.handle)/bulk-actions"
    private let release = "/calls/\(DeskSite.handle)/rounds/first/release"

    @Test("other decisions of the same number are not released; the page says who changed them, and when")
    func decisions() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [1])]
            try await home.score(ids[0], 5, 5)
            try await home.score(ids[1], 1, 1, by: 1)
            try await home.hold("lose", ids[0], "win", ids[1], by: home.officerID)
            let asked = try await home.officer.get(release).html
            let (colleague, colleagueID) = try await home.colleague()
            let shown = try await colleague.get(release).html
            let later = home.site.clock().adding(seconds: 60)
            for id in ids { try await home.site.store.decide(.takeBack, on: id, by: colleagueID, at: later) }
            try await home.hold("win", ids[0], "lose", ids[1], by: colleagueID, at: later)
            let answer = try await home.officer.confirm(asked, at: release)
            #expect(answer.status == 409)
            #expect(answer.html.contains("Demo colleague") && answer.html.contains("D-0001"))
            for id in ids { #expect(try await home.submission(id).stage == "judging") }
            // What is shown now is what goes out.
            let done = try await home.officer.confirm(answer.html, at: release)
            #expect(done.location == "\(release)?released=yes")
            #expect(try await home.submission(ids[0]).stage == "won")
            // The colleague's page is older than the release: the colleague learns of it.
            let late = try await colleague.confirm(shown, at: release)
            #expect(late.status == 409)
            #expect(late.html.contains("Demo officer"))
        }
    }

    @Test("a release that finds many decisions withdrawn names some, and says how many more there are")
    func withdrawn() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [1])]
            try await home.score(ids[0], 5, 5)
            try await home.score(ids[1], 1, 1, by: 1)
            try await home.hold("win", ids[0], "lose", ids[1], by: home.officerID)
            let asked = try await home.officer.get(release).html
            let (_, colleagueID) = try await home.colleague()
            let now = home.site.clock()
            for turn in Int64(1)...11 {
                for id in ids {
                    try await home.site.store.decide(
                        .takeBack, on: id, by: colleagueID, at: now.adding(seconds: 60 * turn))
                }
                guard turn < 11 else { break }
                try await home.hold(
                    "lose", ids[0], "lose", ids[1], by: colleagueID, at: now.adding(seconds: 60 * turn + 30))
            }
            // 22 withdrawals and 20 decisions between them: all are undone, and five are named.
            let answer = try await home.officer.confirm(asked, at: release)
            #expect(answer.status == 409)
            #expect(answer.html.contains("Demo colleague") && answer.html.contains("and 37 more"))
            #expect(answer.html.contains("D-0001 · Unannounced decision taken back: "))
            // One more decision stands by then: its page lists twenty of the 43.
            try await home.site.store.decide(
                .act("lose", input: [:]), on: ids[0], by: colleagueID, at: now.adding(seconds: 3600))
            let listed = try await home.officer.confirm(asked, at: release)
            #expect(listed.status == 409 && listed.html.contains("and 23 more"))
        }
    }

    @Test("other submissions of the same number are not moved; what was typed stays")
    func submissions() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.file(1), try await home.file(2), try await home.drafted(3)]
            let chosen = ids.map { "&submission=\($0)" }.joined()
            let asked = try await home.officer.get("\(bulk)?action=reject&desk=\(desk)\(chosen)")
            #expect(asked.html.contains("2 submissions will change their status to"))
            let (_, colleagueID) = try await home.colleague()
            let later = home.site.clock().adding(seconds: 60)
            try await home.site.store.decide(
                .act("pass", input: [:]), on: ids[0], by: colleagueID, at: later)
            try await home.submit(ids[2])
            let answer = try await home.officer.confirm(asked.html, at: bulk, [("reason", "ซ้ำกัน")])
            #expect(answer.status == 409)
            #expect(answer.html.contains("ซ้ำกัน"))
            #expect(answer.html.contains("Demo colleague") && answer.html.contains("D-0001"))
            #expect(try await home.submission(ids[1]).stage == "checking")
            let done = try await home.officer.confirm(answer.html, at: bulk, [("reason", "ซ้ำกัน")])
            #expect(done.status == 303)
            #expect(try await home.submission(ids[0]).stage == "judging")
            #expect(try await home.submission(ids[1]).stage == "lost")
        }
    }

    @Test("submissions of another call are not taken, though the officer may move them there")
    func foreign() async throws {
        try await DeskSite.with { home in
            let id = try await home.file(1)
            let other = try await home.file(2, under: try await home.openAnother())
            let asked = try await home.officer.get(
                "\(bulk)?action=pass&submission=\(id)&submission=\(other)")
            #expect(asked.html.contains("1 submission will change its status to"))
            #expect(try await home.officer.confirm(asked.html, at: bulk).status == 303)
            #expect(try await home.submission(id).stage == "judging")
            #expect(try await home.submission(other).stage == "checking")
        }
    }
}
