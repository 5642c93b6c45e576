import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Blind rounds in the store")
struct BlindRoundTests {
    private func answer(
        _ home: FairHome, _ conflicts: Set<OrganisationID>, judge: PersonID
    ) async throws -> ConflictsAnswered {
        let asked = try await home.store.conflictQuestions(FairHome.handle, for: judge)
        let question = try #require(asked.blind.first)
        return try await home.store.answerConflicts(
            blindly: BlindAnswer(
                question: question, conflicts: Set(conflicts.map(\.description)), words: "ถามเป็นรายชื่อ",
                reason: conflicts.isEmpty ? "" : "ญาติ"), under: FairHome.handle, by: judge,
            at: FairHome.time(17))
    }

    @Test("a judge is asked about a set of names that says of no entry whose it is, the same at each look")
    func asking() async throws {
        try await FairHome.with("blind") { home in
            let judge = home.judges[0]
            for town in 1..<6 { _ = try await home.judged(town) }
            let id = try await home.judged(0, judges: [0])
            let asked = try await home.store.conflictQuestions(FairHome.handle, for: judge)
            #expect(asked.named.isEmpty && asked.count == 1)
            let question = try #require(asked.blind.first)
            #expect(question.submissions == [id])
            // One entry alone, and all six towns stand in the list.
            #expect(Set(question.filers.compactMap { $0.organisation?.id }) == Set(home.towns))
            let names = question.filers.compactMap { $0.organisation?.nameThai }
            #expect(names == names.sorted(by: ThaiOrder.precedes))
            let again = try await home.store.conflictQuestions(FairHome.handle, for: judge)
            #expect(again.blind.first?.filers == question.filers)
        }
    }

    @Test("what a ticked name entered goes, unseen and unnamed; the rest opens without a name")
    func answering() async throws {
        try await FairHome.with("blind") { home in
            let judge = home.judges[0]
            var ids: [SubmissionID] = []
            for town in 0..<3 { ids.append(try await home.judged(town, judges: [0])) }
            // A name that entered nothing for this judge changes nothing.
            _ = try await home.judged(5)
            let done = try await answer(home, [home.towns[1], home.towns[5]], judge: judge)
            #expect(done == ConflictsAnswered(cleared: 2, declared: 1, passed: 0))
            let desk = try await home.store.judgeDesk(FairHome.handle, for: judge)
            #expect(Set(desk.rows.map(\.submission.id)) == [ids[0], ids[2]])
            #expect(desk.rows.allSatisfy { $0.submission.organisation == nil })
            #expect(desk.declared.map(\.submission.number) == [nil])
            #expect(desk.declared.map(\.submission.title) == [""])
            let dossier = try await home.store.dossier(ids[0], for: judge)
            #expect(dossier.isBlind && dossier.organisation == nil && dossier.receipt == nil)
            #expect(dossier.submission.organisation == nil)
            #expect(dossier.submission.answers["phone"] == nil)
            let officer = try await home.store.dossier(ids[0], for: home.officer)
            #expect(!officer.isBlind && officer.organisation?.id == home.towns[0])
        }
    }

    @Test("an answer for one name alone, or for a list of yesterday, is refused and opens nothing")
    func partialAnswer() async throws {
        try await FairHome.with("blind") { home in
            let judge = home.judges[0]
            for town in 0..<3 { _ = try await home.judged(town, judges: [0]) }
            let asked = try await home.store.conflictQuestions(FairHome.handle, for: judge)
            let question = try #require(asked.blind.first)
            var one = question
            one.filers = Array(question.filers.prefix(1))
            var fewer = question
            fewer.submissions.removeLast()
            for partial in [one, fewer] {
                await #expect(throws: Refusal.overtaken([])) {
                    try await home.store.answerConflicts(
                        blindly: BlindAnswer(question: partial, conflicts: [], words: "รายชื่อ", reason: ""),
                        under: FairHome.handle, by: judge, at: FairHome.time(17))
                }
            }
            #expect(try await home.store.judgeDesk(FairHome.handle, for: judge).rows.isEmpty)
            let left = try await home.store.conflictQuestions(FairHome.handle, for: judge)
            #expect(left.blind == [question])
        }
    }

    @Test("the names of files say nothing, in no list of what was filed either")
    func files() async throws {
        try await FairHome.with("blind") { home in
            let id = try await home.start(0)
            _ = try await home.attach("เทศบาล ก.png", to: "photo", of: id, 0)
            _ = try await home.attach("แผน ก.pdf", to: "plan", of: id, 0)
            try await home.answer(id, 0, FairHome.answers("ไฟ"))
            try await home.act("submit", on: id, by: home.filers[0])
            try await home.act("pass", on: id, by: home.checker)
            try await home.assign(id, [0])
            _ = try await answer(home, [], judge: home.judges[0])
            let seen = try await home.store.dossier(id, for: home.judges[0]).submission.attachments
            #expect(Set(seen.values.map(\.name)) == ["photo-1.png", "plan-1.pdf"])
            let filings = try await home.store.filings(of: id, for: home.judges[0])
            #expect(filings.files.values.allSatisfy { !$0.name.contains("ก") })
            let own = try await home.store.dossier(id, for: home.officer).submission.attachments
            #expect(Set(own.values.map(\.name)) == ["เทศบาล ก.png", "แผน ก.pdf"])
            // Nothing of what was attached is a real file here, so that nothing could be freed.
            for file in seen.keys {
                await #expect(throws: Refusal.fileWithheld) {
                    try await home.store.attachment(file, of: id, for: home.judges[0])
                }
            }
        }
    }

    @Test("whoever sees who entered by another role is asked for nothing in a blind round")
    func knowing() async throws {
        try await FairHome.with("blind") { home in
            let id = try await home.judged(0)
            try await home.grant("checker", to: home.judges[0])
            let outcome = try await home.store.assign(
                home.judges.prefix(2).map { AssignmentPair(submission: id, judge: $0) },
                in: FairHome.handle, round: "first", by: home.officer, at: FairHome.time(16))
            #expect(outcome.added == 1 && outcome.refused == ["knows-entrants": 1])
            let plan = try await home.store.assignmentPlan(
                FairHome.handle, round: "first", from: .seed(1), by: home.officer, at: FairHome.time(16))
            #expect(!plan.pairs.contains { $0.judge == home.judges[0] })
        }
    }

    @Test("a judge who joins what entered a blind round reads that assignments changed, and not why")
    func joining() async throws {
        try await FairHome.with("blind") { home in
            _ = try await home.judged(0, judges: [0])
            try await home.store.grantMembership(
                home.judges[0], home.towns[0], role: .member, at: FairHome.time(18))
            let letters = try await home.store.database.read { connection in
                try connection.rows("select body from letter where name = 'reviews-adjusted'").map {
                    try $0.get("body") as String
                }
            }
            #expect(letters.count == 1)
            #expect(letters.allSatisfy { $0.contains("conflict=\n") && !$0.contains("เทศบาล") })
        }
    }
}
