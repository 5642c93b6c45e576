import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Asking judges anew, from a list, and taking them out")
struct AssigningAgainDeskTests {
    private let panel = "/calls/\(DeskSite.handle)/rounds/first"

    @Test("a judge who declared a conflict is asked anew under the own name, with a reason")
    func again() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let judge = home.judges[0]
            let review = Paths.review("first", of: id)
            _ = try await judge.browser.post(
                "\(review)/conflict", from: review, ["conflict-reason": "ญาติห่าง ๆ"])
            let judges = Paths.judges("first", of: id)
            let form = Paths.reassignment(judge.id, "first", of: id)
            let shown = try await home.officer.get(judges).html
            #expect(shown.contains("Conflict declared") && shown.contains("ญาติห่าง ๆ"))
            #expect(shown.contains("action=\"\(form)\""))
            #expect(!shown.contains("value=\"\(judge.id)\""))
            let plain = try await home.officer.post(judges, from: judges, ["judge": judge.id.description])
            #expect(plain.status == 403 && plain.html.contains("has declared a conflict of interest"))
            let bare = try await home.officer.post(form, from: judges, ["reason-\(judge.id)": " "])
            #expect(bare.status == 422 && bare.html.contains("id=\"field-reason-\(judge.id)-error\""))
            let done = try await home.officer.post(form, from: judges, ["reason-\(judge.id)": "แจ้งผิด"])
            #expect(done.location == "\(judges)?done=judge-again")
            #expect(try await judge.browser.get(review).status == 200)
            let history = try await home.officer.get(Paths.submission(id)).html
            #expect(history.contains("Judge assigned again after a conflict or abstention"))
            #expect(history.contains("แจ้งผิด") && history.contains("ญาติห่าง ๆ"))
            #expect(
                try await home.officer.get(judges).html.contains("It has as many judges as the round wants"))
        }
    }

    @Test("the entry's page tells who declared a conflict why it is gone, and nobody else that it is there")
    func goingBack() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let page = Paths.submission(id)
            let review = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            _ = try await judge.post("\(review)/conflict", from: review, ["conflict-reason": "ญาติห่าง ๆ"])
            let told = try await judge.get(page)
            #expect(told.status == 404)
            #expect(told.html.contains("You declared a conflict of interest here on"))
            #expect(told.html.contains("href=\"\(Paths.judging(DeskSite.handle))\""))
            for secret in ["Lamp", "D-0001", "ญาติห่าง ๆ"] { #expect(!told.html.contains(secret)) }
            // Whoever never judged it reads what stands where nothing is.
            let other = home.judges[1].browser
            let nowhere = Paths.submission(SubmissionID(UUID()))
            let found = try await other.get(page)
            #expect(found.status == 404 && !found.html.contains("conflict of interest"))
            #expect(
                try await other.get(nowhere).html.replacing(nowhere, with: "")
                    == found.html.replacing(page, with: ""))
        }
    }

    @Test("the history says by name who declared a conflict, to those who read reviews")
    func declarer() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [0, 1])
            let review = Paths.review("first", of: id)
            _ = try await home.judges[1].browser.post(
                "\(review)/conflict", from: review, ["conflict-reason": "ญาติห่าง ๆ"])
            let history = try await home.officer.get(Paths.submission(id)).html
            let entry = history.components(separatedBy: "Judge declared a conflict of interest")[1]
            #expect(entry.components(separatedBy: "</li>")[0].contains("<span>Demo judge-2</span>"))
            #expect(!(try await home.judges[0].browser.get(Paths.submission(id)).html.contains("judge-2")))
        }
    }

    @Test("a judge who sees all from the desk is told, too, what the judge left there and when")
    func leftWithDesk() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [])
            let (store, now) = (home.site.store, DeskSite.start.adding(seconds: 200))
            try await store.decide(
                .grant(role: "judge", person: home.officerID), on: DeskSite.handle, by: home.officerID,
                at: now)
            let pair = AssignmentPair(submission: id, judge: home.officerID)
            _ = try await store.assign(
                [pair], in: DeskSite.handle, round: "first", by: home.officerID, at: now)
            let page = Paths.review("first", of: id)
            _ = try await home.officer.post("\(page)/conflict", from: page, ["conflict-reason": "ญาติ"])
            let back = try await home.officer.get(page)
            #expect(back.status == 403)
            #expect(back.html.contains("You declared a conflict of interest here on"))
        }
    }

    @Test("a list says which lines stand twice, and what gets more judges than the round wants")
    func cautions() async throws {
        try await DeskSite.with { home in
            _ = try await home.judged(1, by: [])
            let lines = [1, 2, 1].map { "D-0001,judge-\($0)@desks.example" }
            let list = (["entry,judge"] + lines).joined(separator: "\n")
            let shown = try await home.officer.post("\(panel)/assignment-list", from: panel, ["list": list])
            #expect(shown.status == 200)
            #expect(shown.html.contains("Line 4 repeats line 2"))
            #expect(!shown.html.contains("says what stands already"))
            #expect(
                shown.html.contains("1 submission will have more judges than the 1 that the round wants"))
            #expect(shown.html.contains("D-0001 Lamp 1 – 2 judges"))
            let done = try await home.officer.confirm(shown.html, at: "\(panel)/assignment-list")
            #expect(done.location?.hasPrefix("\(panel)?done-added=2") == true)
        }
    }

    @Test("who has a stake in what is judged is told which and whom to ask, and revokes no judge's role")
    func stake() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1, by: [1])
            try await home.site.store.database.write { connection in
                try connection.execute(
                    "update submission set applicant_id = \(home.officerID) where id = \(id)")
            }
            let people = Paths.people(of: DeskSite.handle)
            let refused = try await home.officer.post(
                Paths.revocations(of: DeskSite.handle), from: people,
                ["person": home.judges[0].id.description, "role": "judge"])
            #expect(refused.status == 403)
            #expect(refused.html.contains("Submission D-0001, which is being judged, is yours"))
            #expect(refused.html.contains("href=\"\(people)\""))
            #expect(try await home.judges[0].browser.get("/calls/\(DeskSite.handle)/judging").status == 200)
        }
    }
}
