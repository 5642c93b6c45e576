import Foundation
import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("A desk's filter in its address")
struct DeskQueryTests {
    @Test("what an address says is read, as a browser's form sends it")
    func reading() {
        let query = DeskQuery(
            path:
                "/calls/local-2569/desk?stage=screening&query=%E0%B8%99%E0%B9%89%E0%B8%B3+DL%2B1"
                + "&order=due&page=3&facet-province=50&facet-field=health&done=acted&lang=en")
        #expect(query.filter.stage == "screening")
        #expect(query.filter.text == "น้ำ DL+1")
        #expect(query.filter.order == .due)
        #expect(query.filter.page == 3)
        #expect(query.filter.facets == ["province": "50", "field": "health"])
    }

    @Test("an address that is made is read back as the same filter")
    func roundTrip() {
        var filter = SubmissionFilter()
        filter.stage = "judging"
        filter.text = "50% & more + \"quoted\" = ก?"
        filter.facets = ["stage": "a b", "page": "x"]
        filter.order = .moved
        filter.page = 12
        let url = DeskQuery(filter).url(of: "local-2569")
        #expect(url.hasPrefix("/calls/local-2569/desk?stage=judging&"))
        #expect(DeskQuery(path: url).filter == filter)
    }

    @Test("a filter that narrows nothing has a plain address")
    func plain() {
        #expect(DeskQuery().url(of: "c") == "/calls/c/desk")
        #expect(DeskQuery(path: "/calls/c/desk?query=&stage=&facet-x=").filter == SubmissionFilter())
    }

    @Test("nonsense in an address is passed over", arguments: ["page=-4", "page=x", "page=0", "order=up"])
    func nonsense(item: String) {
        #expect(DeskQuery(path: "/calls/c/desk?\(item)").filter == SubmissionFilter())
    }

    @Test("a changed filter begins at its first page")
    func changing() {
        let query = DeskQuery(path: "/calls/c/desk?page=9&stage=a").changing { $0.stage = "b" }
        #expect(query.url(of: "c") == "/calls/c/desk?stage=b")
    }

    @Test("what was done is carried by the address after it")
    func done() {
        let done = BulkDone(action: "pass", moved: 12, refused: 3)
        let url = done.url(after: "/calls/c/desk?stage=a")
        #expect(url == "/calls/c/desk?stage=a&done-action=pass&done-moved=12&done-refused=3")
        #expect(BulkDone(path: url) == done)
        #expect(BulkDone(path: "/calls/c/desk?done-action=pass") == nil)
        #expect(DeskQuery(path: url).url(of: "c") == "/calls/c/desk?stage=a")
    }

    @Test("what was ticked is kept by the address, the rows and the wish for all that match")
    func choice() {
        let id = SubmissionID(UUID())
        var choice = DeskChoice([id])
        choice.isAll = true
        let url = choice.kept(by: "/calls/c/desk?stage=a", upTo: 50)
        #expect(url == "/calls/c/desk?stage=a&submission=\(id)&all-matching=1")
        #expect(DeskChoice(path: url) == choice)
        #expect(choice.kept(by: "/calls/c/desk", upTo: 0) == "/calls/c/desk?all-matching=1")
    }

    @Test(
        "the pages near the current one are offered, with the first and the last",
        arguments: [
            (1, 2, [1, 2]), (1, 20, [1, 2, 20]), (2, 20, [1, 2, 3, 20]), (10, 20, [1, 9, 10, 11, 20]),
            (20, 20, [1, 19, 20]),
        ])
    func pages(current: Int, count: Int, shown: [Int]) {
        #expect(PaginationView.shown(around: current, of: count) == shown)
    }
}
