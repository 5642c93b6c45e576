import Foundation
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("What waits")
struct WaitingWorkTests {
    @Test("in rounds of judging and for release is counted beside each call, and leads to its list")
    func rounds() async throws {
        try await DeskSite.with { home in
            _ = try await home.judged(1, by: [])
            let reviewed = try await home.judged(2)
            try await home.score(reviewed, 3, 3)
            let held = [try await home.judged(3), try await home.judged(4)]
            for id in held { try await home.score(id, 4, 4) }
            let round = Paths.panel("first", of: DeskSite.handle)
            let short = "<a href=\"\(round)#panel-short\"><strong>1</strong>"
            let before = try await home.officer.get("/desks").html
            #expect(before.contains(short))
            // Nothing can be selected while one of the round lacks its reviews, which the desk says.
            #expect(!before.contains("waiting for selection"))
            let awaited = "<a href=\"\(round)/ranking\"><strong>1</strong> <span>still waiting for reviews"
            #expect(before.contains(awaited))
            #expect(try await home.officer.get(round).html.contains("id=\"panel-short\""))
            try await home.hold("win", held[0], "lose", held[1], by: home.officerID)
            let desks = try await home.officer.get("/desks").html
            #expect(desks.contains("<a href=\"\(round)/release\"><strong>2</strong>"))
            // The decisions have closed the round: nobody is assigned any more.
            #expect(!desks.contains(short) && !desks.contains("<strong>0</strong>"))
        }
    }

    @Test("leads to the ranking when all of a round have their reviews")
    func ranking() async throws {
        try await DeskSite.with { home in
            try await home.score(try await home.judged(1), 3, 3)
            let desks = try await home.officer.get("/desks").html
            let ranking = "\(Paths.panel("first", of: DeskSite.handle))/ranking"
            #expect(desks.contains("<a href=\"\(ranking)\"><strong>1</strong>"))
        }
    }

    @Test("is nothing where nothing waits, and says so once")
    func nothing() async throws {
        try await DeskSite.with { home in
            let desks = try await home.officer.get("/desks").html
            #expect(desks.contains("<a href=\"/calls/\(DeskSite.handle)/desk\"><strong>0</strong>"))
            #expect(!desks.contains("#panel-short"))
        }
    }

    @Test("is counted in the tabs of a desk as its search leaves it")
    func tabs() async throws {
        try await DeskSite.with { home in
            _ = try await home.file(1, title: "สะพาน")
            _ = try await home.file(2, title: "เสาไฟ")
            _ = try await home.judged(3, by: [])
            let desk = Paths.desk(DeskSite.handle)
            let html = try await home.officer.get("\(desk)?stage=judging&query=เสาไฟ".percentEncoded).html
            #expect(html.contains(">All 1</a>") && html.contains(">ตรวจสอบ 1</a>"))
            #expect(html.contains(">ให้คะแนน 0</a>"))
        }
    }
}

extension String {
    fileprivate var percentEncoded: String {
        addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? self
    }
}
