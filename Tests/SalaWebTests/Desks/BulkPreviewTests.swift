import Foundation
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("What an action on many would do")
struct BulkPreviewTests {
    private let ids = (1...6).map {
        SubmissionID(UUID(uuidString: "00000000-0000-7000-8000-00000000000\($0)")!)
    }

    private func row(_ id: SubmissionID, _ number: String) -> SubmissionRow {
        SubmissionRow(
            id: id, number: number, title: "", stage: "", organisation: nil, applicant: "", due: nil,
            filedAt: nil,
            movedAt: Instant(seconds: 0), held: nil, entrant: .person(PersonID(id.uuid)))
    }

    @Test("what the action's own form lacks keeps nothing from being moved")
    func mistaken() {
        let mistake = Mistake(question: "reason", page: "p", kind: .missing)
        var outcome = BulkOutcome()
        outcome.moved = [ids[0]]
        outcome.refused = [ids[1]: .mistaken([mistake])]
        let preview = BulkPreview(desk: "/d", chosen: ids, outcome, rows: [row(ids[1], "2")])
        #expect(preview.movable == [ids[0], ids[1]])
        #expect(preview.rows.map(\.id) == [ids[1]])
        #expect(preview.refusals.isEmpty)
        #expect(preview.mistakes == [mistake])
    }

    @Test("refusals come together by the sentence that people read, the most frequent first")
    func grouped() {
        var outcome = BulkOutcome()
        outcome.refused = [
            ids[0]: .ownOrganisation, ids[1]: .wrongStage("judging"), ids[2]: .wrongStage("draft"),
            ids[3]: .reviewsMissing(wanted: 3, given: 1), ids[4]: .reviewsMissing(wanted: 3, given: 2),
            ids[5]: .wrongStage("judging"),
        ]
        let rows = ids.enumerated().map { row($0.element, String($0.offset)) }
        let preview = BulkPreview(desk: "/d", chosen: ids, outcome, rows: rows)
        #expect(preview.movable.isEmpty)
        #expect(preview.refusals.map { $0.rows.map(\.number) } == [["1", "2", "5"], ["0"], ["3"], ["4"]])
        #expect(preview.refusals.first?.refusal.code == "wrong-stage")
    }

    @Test("a submission that cannot be seen is neither moved nor named")
    func unseen() {
        var outcome = BulkOutcome()
        outcome.refused = [ids[0]: .notFound]
        let preview = BulkPreview(desk: "/d", chosen: [ids[0]], outcome, rows: [])
        #expect(preview.movable.isEmpty && preview.refusals.isEmpty)
    }
}
