import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Conflicts of interest before content")
struct ConflictTests {
    /// What a judge may ask of an entry, by name.
    private func looks(
        _ home: FairHome, _ id: SubmissionID, _ judge: PersonID
    ) -> [(String, () async throws -> Void)] {
        let store = home.store
        return [
            ("dossier", { _ = try await store.dossier(id, for: judge) }),
            ("page", { _ = try await store.submission(id, for: judge, at: FairHome.time(17)) }),
            ("changes", { _ = try await store.filings(of: id, for: judge) }),
            (
                "review",
                {
                    _ = try await store.askedReview(
                        of: id, round: "first", for: judge, at: FairHome.time(17))
                }
            ),
            ("scores", { try await home.review(id, 0, impact: 1, novelty: 1) }),
            (
                "draft",
                {
                    let scoring = Scoring(
                        scores: [:], commentToCommittee: "", commentToFiler: "", isFinal: false)
                    try await store.keepDraft(
                        scoring, of: id, in: "first", by: judge, at: FairHome.time(17))
                }
            ),
        ]
    }

    @Test("until the judge answers nothing of the entry is seen, counted or found")
    func closed() async throws {
        try await FairHome.with("asking") { home in
            let judge = home.judges[0]
            let id = try await home.judged(0, "โคมไฟพลังแสงอาทิตย์", judges: [0])
            for (name, look) in looks(home, id, judge) {
                await #expect(throws: Refusal.conflictUnanswered, "\(name)") { try await look() }
            }
            var filter = SubmissionFilter()
            #expect(try await home.store.desk(FairHome.handle, for: judge, filter).listing.total == 0)
            filter.text = "โคมไฟ"
            #expect(try await home.store.desk(FairHome.handle, for: judge, filter).listing.total == 0)
            let facets = try await home.store.deskFacets(FairHome.handle, for: judge, SubmissionFilter())
            #expect(facets.counts.isEmpty)
            let desk = try await home.store.judgeDesk(FairHome.handle, for: judge)
            #expect(desk.rows.isEmpty && desk.declared.isEmpty && desk.next == nil)
            #expect(desk.unanswered == 1)
            let asked = try await home.store.conflictQuestions(FairHome.handle, for: judge)
            #expect(asked.named.map(\.submission) == [id])
            #expect(asked.named.first?.organisation?.id == home.towns[0])

            try await deny(home, id, judge)
            for (name, look) in looks(home, id, judge) {
                await #expect(throws: Never.self, "\(name)") { try await look() }
            }
            #expect(try await home.store.desk(FairHome.handle, for: judge, filter).listing.total == 1)
            #expect(try await home.store.judgeDesk(FairHome.handle, for: judge).unanswered == 0)
        }
    }

    private func deny(_ home: FairHome, _ id: SubmissionID, _ judge: PersonID) async throws {
        try await home.store.decide(
            .denyConflict(round: "first", words: "ถามแล้ว"), on: id, by: judge, at: FairHome.time(17))
    }

    @Test("the answer is an event with the words that were shown, and is given once")
    func event() async throws {
        try await FairHome.with("asking") { home in
            let id = try await home.judged(0, judges: [0])
            try await deny(home, id, home.judges[0])
            let last = try #require(try await home.events(id).last)
            #expect(
                last.body == .conflictDenied(round: "first", judge: home.judges[0], words: "ถามแล้ว"))
            #expect(last.actor == home.judges[0])
            await #expect(throws: Refusal.alreadyDone) { try await deny(home, id, home.judges[0]) }
            await #expect(throws: Refusal.notFound) { try await deny(home, id, home.judges[1]) }
        }
    }

    @Test("many are answered at once, those ticked as conflicts; what is not asked is passed over")
    func together() async throws {
        try await FairHome.with("asking") { home in
            let judge = home.judges[0]
            var ids: [SubmissionID] = []
            for town in 0..<4 { ids.append(try await home.judged(town, judges: [0])) }
            let answers = ids.prefix(3).enumerated().map { index, id in
                ConflictAnswer(
                    submission: id, round: "first", words: "ถาม \(index)", conflict: index == 1 ? "ญาติ" : nil)
            }
            let done = try await home.store.answerConflicts(
                answers, under: FairHome.handle, by: judge, at: FairHome.time(17))
            #expect(done == ConflictsAnswered(cleared: 2, declared: 1, passed: 0))
            let again = try await home.store.answerConflicts(
                answers, under: FairHome.handle, by: judge, at: FairHome.time(17))
            #expect(again == ConflictsAnswered(cleared: 0, declared: 0, passed: 3))
            let left = try await home.store.conflictQuestions(FairHome.handle, for: judge)
            #expect(left.named.map(\.submission) == [ids[3]])
            let desk = try await home.store.judgeDesk(FairHome.handle, for: judge)
            #expect(Set(desk.rows.map(\.submission.id)) == [ids[0], ids[2]])
            // Never read, so never named by its title.
            #expect(desk.declared.map(\.submission.title) == [""])
            #expect(desk.declared.map(\.review.reason) == ["ญาติ"])
        }
    }

    @Test("the next review is one that can be read, as long as there is one")
    func next() async throws {
        try await FairHome.with("asking") { home in
            let judge = home.judges[0]
            var ids: [SubmissionID] = []
            for town in 0...2 { ids.append(try await home.judged(town, judges: [0])) }
            for id in [ids[0], ids[1]] {
                try await home.store.decide(
                    .denyConflict(round: "first", words: "asked"), on: id, by: judge, at: FairHome.time(17))
            }
            func next(_ id: SubmissionID) async throws -> SubmissionID? {
                let review = try await home.store.askedReview(
                    of: id, round: "first", for: judge, at: FairHome.time(18))
                return review.queue.next?.submission
            }
            #expect(try await next(ids[1]) == ids[0])
            try await home.review(ids[0], 0, impact: 1, novelty: 1)
            #expect(try await next(ids[1]) == ids[2])
        }
    }

    @Test("as many questions are asked of the database for three entries as for one")
    func queries() async throws {
        try await FairHome.with("asking") { home in
            func count() async throws -> Int {
                try await home.store.database.counting {
                    _ = try await home.store.conflictQuestions(FairHome.handle, for: home.judges[0])
                }
            }
            _ = try await home.judged(0, judges: [0])
            let one = try await count()
            for town in 1...2 { _ = try await home.judged(town, judges: [0]) }
            #expect(try await count() == one)
        }
    }

    @Test("whoever was in the organisation, or lies in its province where that is minded, is not asked")
    func found() async throws {
        try await FairHome.with("near") { home in
            let store = home.store
            let id = try await home.judged(0)
            let (former, near, own) = (home.judges[0], home.judges[1], home.judges[2])
            try await store.grantMembership(former, home.towns[0], role: .member, at: FairHome.time(2))
            try await store.decide(
                .end(reason: "ย้าย"), about: former, in: home.towns[0], by: .person(former),
                at: FairHome.time(3))
            try await store.grantMembership(near, home.towns[1], role: .member, at: FairHome.time(2))
            try await store.grantMembership(own, home.towns[0], role: .member, at: FairHome.time(2))
            let pairs = [former, near, own].map { AssignmentPair(submission: id, judge: $0) }
            let outcome = try await store.assign(
                pairs, in: FairHome.handle, round: "first", by: home.officer, at: FairHome.time(16))
            #expect(
                outcome.refused == ["former-organisation": 1, "same-province": 1, "own-organisation": 1])
            let (_, judges, _) = try await store.judges(of: id, round: "first", for: home.officer)
            let grounds = Dictionary(uniqueKeysWithValues: judges.map { ($0.person, $0.conflict) })
            #expect(grounds[former] == .formerOrganisation && grounds[near] == .sameProvince)
            #expect(grounds[own] == .ownOrganisation && grounds[home.judges[3]] == .some(nil))
            let plan = try await store.assignmentPlan(
                FairHome.handle, round: "first", from: .seed(1), by: home.officer, at: FairHome.time(16))
            #expect(plan.judges.filter { !$0.entries.isEmpty }.map(\.person) == [home.judges[3]])
            #expect(plan.short.map(\.own) == [3])
        }
    }

    @Test("who becomes a member of what entered is taken off at once, and those who assign are told")
    func joining() async throws {
        try await FairHome.with("asking") { home in
            let judge = home.judges[0]
            let id = try await home.judged(0, judges: [0, 1])
            let other = try await home.judged(1, judges: [0, 1])
            try await deny(home, id, judge)
            try await home.review(id, 0, impact: 1, novelty: 1)
            try await home.store.claimMembership(judge, home.towns[0], at: FairHome.time(18))
            #expect(try await home.submission(id).reviews["first"]?[judge]?.isActive == true)
            try await home.store.decide(
                .approve, about: judge, in: home.towns[0], by: .person(home.filers[0]),
                at: FairHome.time(18))
            let review = try #require(try await home.submission(id).reviews["first"]?[judge])
            #expect(review.state == .recused && review.ground == .ownOrganisation)
            #expect(
                try await home.events(id).last?.body
                    == .conflictFound(round: "first", judge: judge, ground: .ownOrganisation))
            #expect(try await home.submission(other).reviews["first"]?[judge]?.isActive == true)
            let letters = try await home.store.database.read { connection in
                try connection.rows(
                    "select name, address, body from letter where name in ('conflict-found', "
                        + "'reviews-adjusted', 'judges-missing') order by name"
                ).map { row in (try row.get("name") as String, try row.get("address") as String) }
            }
            #expect(
                letters.map { "\($0.0) \($0.1)" } == [
                    "conflict-found officer@example.go.th", "judges-missing officer@example.go.th",
                    "reviews-adjusted judge-1@example.go.th",
                ])
        }
    }

    @Test("the chair that the round names takes a judge off with a reason; nobody else but who assigns does")
    func recusal() async throws {
        try await FairHome.with("asking") { home in
            let id = try await home.judged(0, judges: [0, 1])
            func recuse(_ judge: Int, by person: PersonID, _ reason: String = "พี่น้อง") async throws {
                try await home.store.decide(
                    .recuse(round: "first", judge: home.judges[judge], reason: reason), on: id, by: person,
                    at: FairHome.time(17))
            }
            await #expect(throws: Refusal.conflictUnanswered) { try await recuse(1, by: home.judges[0]) }
            await #expect(throws: Refusal.unfit("reason")) { try await recuse(0, by: home.checker, " ") }
            try await recuse(0, by: home.checker)
            try await recuse(1, by: home.officer)
            let reviews = try await home.submission(id).reviews["first"] ?? [:]
            #expect(reviews.values.map(\.state) == [.recused, .recused])
            await #expect(throws: Refusal.notFound) {
                try await home.store.dossier(id, for: home.judges[0])
            }
            let outcome = try await home.store.assign(
                [AssignmentPair(submission: id, judge: home.judges[0])], in: FairHome.handle,
                round: "first", by: home.officer, at: FairHome.time(18))
            #expect(outcome.refused == ["recused": 1])
        }
    }
}
