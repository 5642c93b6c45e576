import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("A panel's pages")
struct PanelDeskTests {
    private let panel = "/calls/\(DeskSite.handle)/rounds/first"

    @Test("an assignment is shown before it is done, and then says who got how much")
    func previewing() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [])]
            let path = "\(panel)/assignments"
            let shown = try await home.officer.get("\(path)?seed=%E0%B9%97")
            #expect(shown.status == 200)
            #expect(shown.html.contains("1 assignment will be added") && shown.html.contains("D-0002 Lamp 2"))
            #expect(shown.html.contains("1 letter tells the judge"))
            #expect(try await home.submission(ids[1]).reviews.isEmpty)
            let done = try await home.officer.confirm(shown.html, at: path)
            let location = try #require(done.location)
            #expect(location.hasPrefix("\(panel)?done-added=1&done-missing=0&done-seed=7&done-at="))
            let panel = try await home.officer.get(location).html
            #expect(panel.contains("Assigned just now"))
            #expect(panel.contains("Demo judge-2</a> <span class=\"soft\">1 more</span>"))
            let nothing = try await home.officer.get("\(path)?seed=7").html
            #expect(nothing.contains("There is nothing to assign") && !nothing.contains("name=\"expected\""))
        }
    }

    @Test("what is confirmed after the round has moved on is not done, and the page shows what there is now")
    func overtakenPreview() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [])
            let path = "\(panel)/assignments"
            let shown = try await home.officer.get("\(path)?seed=7").html
            _ = try await home.judged(2, by: [])
            let refused = try await home.officer.confirm(shown, at: path)
            #expect(refused.status == 409)
            #expect(refused.html.contains("so nobody has been assigned"))
            #expect(refused.html.contains("2 assignments will be added"))
            let bare = try await home.officer.post(path, from: panel, ["seed": "7"])
            #expect(bare.status == 409)
            #expect(try await home.submission(id).reviews.isEmpty)
        }
    }

    @Test("a submission that stays short is named with the reason")
    func shortPreview() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            for judge in home.judges {
                let pair = AssignmentPair(submission: id, judge: judge.id)
                _ = try await home.site.store.assign(
                    [pair], in: DeskSite.handle, round: "first", by: home.officerID, at: DeskSite.start)
                try await home.site.store.decide(
                    .declareConflict(round: "first", reason: "ญาติ"), on: id, by: judge.id,
                    at: DeskSite.start)
            }
            let html = try await home.officer.get("\(panel)/assignments?seed=7").html
            #expect(html.contains("1 submission still lacks judges"))
            let reason =
                "0 judges (this round asks for 1) · 2 judges declared a conflict, abstained or were taken off"
            #expect(html.contains(reason))
            #expect(html.contains("no other judge can take it") && html.contains("D-0001 Lamp 1"))
        }
    }

    @Test("a judge's row leads to that judge's submissions with the state of each review")
    func tasks() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2), try await home.judged(3, by: [1])]
            try await home.score(ids[0], 5, 5)
            let path = Paths.tasks(of: home.judges[0].id, "first", of: DeskSite.handle)
            #expect(try await home.officer.get(panel).html.contains("href=\"\(path)\""))
            let html = try await home.officer.get(path).html
            #expect(html.contains("D-0001 Lamp 1") && html.contains("D-0002 Lamp 2"))
            #expect(!html.contains("Lamp 3") && html.contains("Scored") && html.contains("To score"))
            #expect(!html.contains("100.00"))
            #expect(try await home.judges[0].browser.get(path).status == 403)
            let nobody = Paths.tasks(of: home.officerID, "first", of: DeskSite.handle)
            #expect(try await home.officer.get(nobody).status == 404)
        }
    }

    @Test("a judge is taken off only with a reason, and not asked twice")
    func assigning() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let reviews = try await home.submission(id).reviews["first"] ?? [:]
            let judge = try #require(reviews.keys.first)
            let judges = Paths.judges("first", of: id)
            let removal = Paths.judge(judge, "first", of: id)
            let bare = try await home.officer.post(removal, from: judges, ["reason-\(judge)": ""])
            #expect(bare.status == 422)
            let removed = try await home.officer.post(removal, from: judges, ["reason-\(judge)": "ลาออก"])
            #expect(removed.location == "\(judges)?done=judge-removed")
            #expect(try await home.submission(id).reviews["first"]?[judge]?.state == .withdrawn)
            let again = try await home.officer.post(removal, from: judges, ["reason-\(judge)": "ลาออก"])
            #expect(again.location == "\(judges)?done=judge-removed", "the answer may have been lost")
            let own = try #require(home.judges.first { $0.id == judge }).browser
            #expect(try await own.get(Paths.review("first", of: id)).html.contains("took this review back"))
            let added = try await home.officer.post(judges, from: judges, ["judge": judge.description])
            #expect(added.location == "\(judges)?done=judge-added")
            let twice = try await home.officer.post(judges, from: judges, ["judge": judge.description])
            #expect(twice.status == 409)
        }
    }

    @Test(
        "what is no seed is refused beside its field as it was typed, and nobody is assigned",
        arguments: ["เลขมงคล", "", "-3", "1234567890123456789"])
    func noSeed(typed: String) async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [])
            let address = Paths.adding([("seed", typed)], to: "\(panel)/assignments")
            let refused = try await home.officer.get(address)
            #expect(refused.status == 422)
            #expect(refused.html.contains("id=\"field-seed-error\""))
            #expect(refused.html.contains("href=\"#field-seed\""))
            #expect(refused.html.contains("name=\"seed\" value=\"\(typed)\""))
            #expect(try await home.submission(id).reviews.isEmpty)
            let judge = try await home.judges[0].browser.post(
                "\(panel)/assignments", from: "/account", ["seed": typed])
            #expect(judge.status == 403)
        }
    }

    @Test("an assignment says how many pairs were refused and why, the most frequent reason first")
    func refusedPairs() async throws {
        try await DeskSite.with { home in
            _ = try await home.judged(1)
            let done = AssignmentDone(
                added: 1, missing: 0, refused: ["own-organisation": 1, "conflict-declared": 2], seed: 7)
            let url = done.url(after: panel)
            #expect(AssignmentDone(path: url) == done)
            func told(_ url: String) async throws -> String {
                await home.officer.keep("__Host-sala-told", try #require(Paths.telling(url)))
                return try await home.officer.get(url).html
            }
            let html = try await told(url)
            #expect(
                html.contains(
                    "3 more were refused: the judge has declared a conflict of interest (2), "
                        + "it is the judge’s own or the judge’s organisation’s (1)"))
            let nonsense = try await told(
                "\(panel)?done-added=1&done-missing=0&done-refused=x%3Cb%3E:1&done-seed=7")
            #expect(nonsense.contains("1 more was refused: something changed meanwhile (1)"))
        }
    }

    @Test("a reason longer than others may be is refused beside its field as it was typed")
    func longRemoval() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let judge = home.judges[0].id
            let reason = String(repeating: "ก", count: 1001)
            let answer = try await home.officer.post(
                Paths.judge(judge, "first", of: id), from: Paths.judges("first", of: id),
                ["reason-\(judge)": reason])
            #expect(answer.status == 422)
            #expect(answer.html.contains("id=\"field-reason-\(judge)-error\""))
            #expect(answer.html.contains(reason) && answer.html.contains("1,000"))
            #expect(try await home.submission(id).reviews["first"]?[judge]?.state == .assigned)
        }
    }

    @Test("the list that is downloaded holds the judges' addresses and is taken as it is")
    func sheet() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1, by: []), try await home.judged(2, by: [1])]
            #expect(try await home.officer.get(panel).html.contains("judge-1@desks.example"))
            let sheet = try await home.officer.get("\(panel)/assignment-list.csv")
            #expect(sheet.status == 200)
            let lines = sheet.html.split(whereSeparator: \.isNewline)
            #expect(lines.first == "\u{FEFF}entry,judge,title,judge-name")
            #expect(lines.dropFirst().map { String($0.prefix(6)) } == ["D-0001", "D-0002"])
            #expect(lines.last == "D-0002,judge-2@desks.example,Lamp 2,Demo judge-2")
            let shown = try await home.officer.post(
                "\(panel)/assignment-list", from: panel, ["list": sheet.html])
            #expect(shown.status == 200 && shown.html.contains("1 line of the list says what stands already"))
            let done = try await home.officer.confirm(shown.html, at: "\(panel)/assignment-list")
            #expect(done.location?.hasPrefix("\(panel)?done-added=1&done-missing=0&done-at=") == true)
            #expect(try await home.submission(ids[0]).reviews["first"]?.count == 1)
            #expect(try await home.judges[0].browser.get("\(panel)/assignment-list.csv").status == 403)
        }
    }

    @Test("a line of a list that names what is not in the round says where it rests and where it could be")
    func elsewhere() async throws {
        try await DeskSite.with { home in
            _ = try await home.file(1)
            let refused = try await home.officer.post(
                "\(panel)/assignment-list", from: panel,
                ["list": "entry,judge\nD-0001,judge-1@desks.example"])
            #expect(refused.status == 422 && !refused.html.contains("moved on"))
            #expect(
                refused.html.contains(
                    "Line 2: At the stage “ตรวจสอบ”; this can be done only at the stage “ให้คะแนน”"))
        }
    }

    @Test("a list with a wrong line comes back as it was typed, with what is wrong, and assigns nobody")
    func list() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [])
            let path = "\(panel)/assignment-list"
            let wrong = "entry,judge\nD-0001\nD-0009,judge-2@desks.example"
            let refused = try await home.officer.post(path, from: panel, ["list": wrong])
            #expect(refused.status == 422)
            #expect(refused.html.contains("Line 2: the first line has 2 fields, this one 1"))
            #expect(refused.html.contains("Line 3: no submission has the number D-0009"))
            #expect(refused.html.contains(wrong))
            #expect(try await home.submission(id).reviews.isEmpty)
            let right = "entry,judge\nD-0001,judge-1@desks.example"
            let shown = try await home.officer.post(path, from: panel, ["list": right])
            #expect(try await home.submission(id).reviews.isEmpty)
            let done = try await home.officer.confirm(shown.html, at: path)
            #expect(done.location?.hasPrefix("\(panel)?done-added=1&done-missing=0&done-at=") == true)
            #expect(try await home.submission(id).reviews["first"]?.count == 1)
        }
    }

    @Test("decisions are held, can be taken back, and go out once the number is confirmed")
    func releasing() async throws {
        try await DeskSite.with { home in
            let ids = [try await home.judged(1), try await home.judged(2, by: [1])]
            try await home.score(ids[0], 5, 5)
            let ranking = "\(panel)/ranking"
            let early = try await home.officer.post("\(panel)/selection", from: ranking, [:])
            #expect(early.status == 409)
            #expect(early.html.contains("1 review is wanted, 0 given so far"))
            try await home.score(ids[1], 1, 1, by: 1)
            _ = try await home.officer.post("\(panel)/selection", from: ranking, [:])
            #expect(try await home.submission(ids[0]).held?.action == "win")
            _ = try await home.officer.post("\(panel)/selection/withdrawal", from: ranking, [:])
            #expect(try await home.submission(ids[0]).held == nil)
            _ = try await home.officer.post("\(panel)/selection", from: ranking, [:])
            let release = "\(panel)/release"
            let asked = try await home.officer.get(release).html
            #expect(asked.contains("2 results will be released together"))
            #expect(asked.contains("The letter about 1 submission goes out to its filer at once"))
            #expect(asked.contains("D-0001 Lamp 1") && asked.contains("D-0002 Lamp 2"))
            #expect(asked.contains("The letter that D-0001 will get"))
            // 60 × 1/5 + 40 × 1/5 = 20.
            #expect(asked.contains("Rank 2 · score 20.00"))
            let list = try await home.officer.get("\(release)?action=lose").html
            #expect(list.contains("D-0002 Lamp 2") && list.contains("Rank 2 · score 20.00"))
            let stale = try await home.officer.post(release, from: release, ["expected": "1"])
            #expect(stale.status == 409)
            let done = try await home.officer.confirm(asked, at: release)
            #expect(done.location == "\(release)?released=yes")
            #expect(try await home.submission(ids[0]).stage == "won")
            let released = try await home.officer.get("\(release)?released=yes").html
            #expect(released.contains("2 results were released on"))
            #expect(released.contains("href=\"\(Paths.letters(of: DeskSite.handle))\""))
            // The page says so as often as it is asked for, and counts what happened, not what it is told.
            for address in [release, "\(release)?released=40"] {
                let later = try await home.officer.get(address)
                #expect(later.status == 200 && later.html.contains("2 results were released on"))
            }
            // The programme has no register.
            #expect(!released.contains("href=\"\(Paths.register(DeskSite.handle))\""))
        }
    }

    @Test("a ranking and its drawing download as they are shown, and each score can be reckoned through")
    func ranking() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            try await home.score(id, 4, 3)
            // 60 × 4/5 + 40 × 3/5 = 72.
            let sheet = try await home.officer.get("\(panel)/ranking.csv").html
            #expect(sheet.hasSuffix("\r\n1,D-0001,Lamp 1,Demo filer-1,72.00,1/1,0,Score,\r\n"))
            let bars = try await home.officer.get("\(panel)/distribution.csv").html
            #expect(bars.hasSuffix("\r\n70,75,1\r\n75,80,0\r\n"))
            let trace = try await home.officer.get("\(panel)/ranking/\(id)").html
            #expect(trace.contains("60 × (4 − 0) ÷ (5 − 0)") && trace.contains("The mean of 72 is 72;"))
            #expect(trace.contains("Wide effect"))
            #expect(try await home.judges[0].browser.get("\(panel)/ranking/\(id)").status == 403)
        }
    }
}
