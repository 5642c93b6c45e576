import SalaEngine
import SalaThai
import Testing

@testable import SalaWeb

@Suite("What judges and those who run panels type")
struct ReviewDraftTests {
    @Test("levels come under their criterion and comments without the white space around them")
    func posted() {
        let draft = ReviewDraft(posted: [
            "score-impact": ["4"], "score-go": ["2"], "score-reach": ["many"], "go": ["give"], "csrf": ["x"],
            "comment-to-filer": [" บรรทัดหนึ่ง\r\nบรรทัดสอง \r\n"],
        ])
        #expect(draft.levels == ["impact": "4", "go": "2", "reach": "many"])
        let scoring = draft.scoring(isFinal: true)
        #expect(scoring.scores == ["impact": 4, "go": 2])
        #expect(scoring.commentToFiler == "บรรทัดหนึ่ง\nบรรทัดสอง")
        #expect(scoring.commentToCommittee == "")
        #expect(scoring.isFinal)
    }

    @Test("a kept review is shown as it was kept")
    func kept() {
        let review = Review(
            state: .begun, scores: ["impact": 0], commentToCommittee: "ดี", commentToFiler: "", reason: "")
        let draft = ReviewDraft(review)
        #expect(draft.levels == ["impact": "0"])
        #expect(draft.scoring(isFinal: false).scores == ["impact": 0])
        #expect(draft.commentToCommittee == "ดี")
    }

    @Test("the seed begins as the day in the Buddhist calendar")
    func standardSeed() throws {
        #expect(
            AssignmentSeed.standard(on: try #require(LocalDate(year: 2021, month: 7, day: 2))) == 25_640_702)
    }

    @Test(
        "a seed is typed as a whole number, also in Thai digits",
        arguments: [("25640702", 25_640_702), ("๑๒", 12), (" 1,200 ", 1200), ("0", 0)] as [(String, UInt64)])
    func typedSeed(text: String, seed: UInt64) {
        #expect(AssignmentSeed.typed(text) == seed)
    }

    @Test("what is no whole number is no seed", arguments: ["", "x", "-3", "1.5", "1234567890123456789"])
    func noSeed(text: String) {
        #expect(AssignmentSeed.typed(text) == nil)
    }

    @Test("what an assignment did is carried by the address after it")
    func assignmentDone() {
        let done = AssignmentDone(added: 240, missing: 2, seed: 7)
        #expect(AssignmentDone(path: done.url(after: "/calls/c/rounds/r")) == done)
        let list = AssignmentDone(added: 3, missing: 0, seed: nil)
        #expect(AssignmentDone(path: list.url(after: "/calls/c/rounds/r?x=1")) == list)
        #expect(AssignmentDone(path: "/calls/c/rounds/r?added=1") == nil)
    }
}
