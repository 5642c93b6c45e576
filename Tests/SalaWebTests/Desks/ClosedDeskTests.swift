import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("A round in which there is nothing to do")
struct ClosedDeskTests {
    private let panel = "/calls/\(DeskSite.handle)/rounds/first"

    @Test(
        "where nothing was released the page says so, whatever its address claims, and leads to the ranking")
    func nothingReleased() async throws {
        try await DeskSite.with { home in
            _ = try await home.judged(1)
            for address in ["\(panel)/release", "\(panel)/release?released=40"] {
                let answer = try await home.officer.get(address)
                #expect(answer.status == 409 && !answer.html.contains("40 results"))
                #expect(answer.html.contains("there is nothing to release"))
                #expect(answer.html.contains("<li><a href=\"\(panel)/ranking\">"))
            }
        }
    }

    @Test("a judge who corrects scores while a decision is held learns that scoring is closed")
    func scoringClosed() async throws {
        try await DeskSite.with { home in
            let id = try await home.judged(1)
            let review = Paths.review("first", of: id)
            let judge = home.judges[0].browser
            try await home.score(id, 5, 5)
            let fields = ["score-impact": "4", "score-reach": "3", "comment-to-filer": "ดี", "go": "give"]
            let open = try await judge.get(review).html
            _ = try await home.officer.post("\(panel)/selection", from: "\(panel)/ranking", [:])
            let answer = try await judge.confirm(open, at: review, fields.map { ($0.key, $0.value) })
            #expect(answer.status == 409 && answer.html.contains("Scores already given stand"))
            #expect(!answer.html.contains("Take it back"))
        }
    }

    @Test("a judge whose role was taken back reads that it has ended; nobody else does")
    func roleEnded() async throws {
        try await DeskSite.with { home in
            let desk = Paths.judging(DeskSite.handle)
            let judge = home.judges[0]
            try await home.site.store.decide(
                .revoke(role: "judge", person: judge.id), on: DeskSite.handle, by: home.officerID,
                at: DeskSite.start.adding(seconds: 60))
            let ended = "Your role in this call has ended"
            let answer = try await judge.browser.get(desk)
            #expect(answer.status == 403 && answer.html.contains(ended))
            let never = try await home.officer.get(desk)
            #expect(never.status == 403 && !never.html.contains(ended))
        }
    }

    @Test("a drawing of one score keeps the size of its words, and its cut stands within it")
    func narrowDrawing() {
        func drawing(_ bars: Int, cutBefore: Int) -> DistributionView {
            DistributionView(
                title: "", labelHeading: "", valueHeading: "",
                counts: Array(repeating: ("80–85", 8, "8"), count: bars), cutBefore: cutBefore,
                cutLabel: "80.00")
        }
        let narrow = drawing(2, cutBefore: 0)
        #expect(narrow.width == 600 && narrow.bars.map(\.middle) == [150, 450])
        #expect(narrow.cut?.x == 0 && narrow.cut?.anchor == "start")
        #expect(drawing(2, cutBefore: 1).cut?.anchor == "middle")
        #expect(drawing(2, cutBefore: 2).cut?.anchor == "end")
        let usual = drawing(12, cutBefore: 6)
        #expect(usual.width == 720 && usual.cut?.x == 360 && usual.cut?.anchor == "middle")
    }
}
