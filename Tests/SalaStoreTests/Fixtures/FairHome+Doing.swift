import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

extension FairHome {
    @discardableResult
    func openCall(
        _ handle: String, by person: PersonID? = nil, settings: CallSettings = CallSettings(),
        period: Period = FairHome.period
    ) async throws -> CallID {
        try await store.openCall(
            handle, of: Fair.name, by: person ?? officer, for: office, title: FairHome.title, period: period,
            settings: settings, at: FairHome.time(1))
    }

    func grant(_ role: String, to person: PersonID, in handle: String = FairHome.handle) async throws {
        try await store.decide(
            .grant(role: role, person: person), on: handle, by: officer, at: FairHome.time(1))
    }

    /// Another officer of the office.
    func colleague() async throws -> PersonID {
        let person = try await store.enrol(
            email: "colleague@example.go.th", name: "Demo colleague", language: .thai, at: FairHome.time(1))
        try await store.grantMembership(person, office, role: .officer, at: FairHome.time(1))
        return person
    }

    func start(_ town: Int, at now: Instant = FairHome.time(14)) async throws -> SubmissionID {
        try await store.start(under: FairHome.handle, for: towns[town], by: filers[town], at: now)
    }

    func answer(_ id: SubmissionID, _ town: Int, _ answers: Answers, at now: Instant = FairHome.time(14))
        async throws
    {
        try await store.decide(.answer(page: "about", answers), on: id, by: filers[town], at: now)
    }

    @discardableResult
    func act(
        _ action: String, _ input: Answers = [:], on id: SubmissionID, by person: PersonID,
        at now: Instant = FairHome.time(15)
    ) async throws -> Dossier {
        try await store.decide(.act(action, input: input), on: id, by: person, at: now)
    }

    static let returnInput: Answers = [
        "parts": .list(["title", "plan"]), "reason": .text("ขาดลายมือชื่อ"), "due": .text("2021-07-22"),
    ]

    static func answers(_ title: String, _ more: Answers = [:]) -> Answers {
        ["title": .text(title), "story": .text("เรื่องราวของ\(title)")].merging(more) { $1 }
    }

    /// Filed by that town.
    func file(
        _ town: Int, _ title: String = "ไฟส่องสว่าง", _ more: Answers = [:], at now: Instant = FairHome.time(14)
    ) async throws -> SubmissionID {
        let id = try await start(town, at: now)
        try await answer(id, town, FairHome.answers(title, more), at: now)
        try await act("submit", on: id, by: filers[town], at: now)
        return id
    }

    /// Attached by that town to a question, under a name.
    func attach(
        _ name: String, to question: String, of id: SubmissionID, _ town: Int,
        at now: Instant = FairHome.time(14)
    ) async throws -> AttachmentID {
        let attachment = Attachment(
            id: AttachmentID(UUID.version7(at: now)), question: question, name: name,
            mediaType: question == "photo" ? "image/png" : "application/pdf", bytes: 5,
            sha256: String(repeating: "b", count: 64))
        try await store.decide(.attach(attachment), on: id, by: filers[town], at: now)
        return attachment.id
    }

    /// Returned, and without its title, which the clock's action of a `guarded` fair waits for.
    func stuck(_ town: Int) async throws -> SubmissionID {
        let id = try await file(town)
        try await act("return", FairHome.returnInput, on: id, by: checker)
        try await answer(id, town, [:], at: FairHome.time(16))
        return id
    }

    /// In the judges' hands, those of these places asked.
    func judged(_ town: Int, _ title: String = "ไฟส่องสว่าง", judges asked: [Int] = []) async throws
        -> SubmissionID
    {
        let id = try await file(town, title)
        try await act("pass", on: id, by: checker)
        try await assign(id, asked)
        return id
    }

    func assign(_ id: SubmissionID, _ asked: [Int]) async throws {
        let pairs = asked.map { AssignmentPair(submission: id, judge: judges[$0]) }
        let outcome = try await store.assign(
            pairs, in: FairHome.handle, round: "first", by: officer, at: FairHome.time(16))
        #expect(outcome.refused == [:])
    }

    /// Judged by the first two judges with those levels of impact and novelty.
    func scored(_ town: Int, _ levels: (Int, Int), _ second: (Int, Int)? = nil) async throws -> SubmissionID {
        let id = try await judged(town, "งานที่ \(town)", judges: [0, 1])
        for (index, levels) in [levels, second ?? levels].enumerated() {
            try await review(id, index, impact: levels.0, novelty: levels.1)
        }
        return id
    }

    func review(
        _ id: SubmissionID, _ judge: Int, impact: Int, novelty: Int, filer: String = "", isFinal: Bool = true
    ) async throws {
        let scoring = Scoring(
            scores: ["impact": impact, "novelty": novelty], commentToCommittee: "ลับเฉพาะกรรมการ",
            commentToFiler: filer, isFinal: isFinal)
        try await store.decide(
            .review(round: "first", scoring), on: id, by: judges[judge], at: FairHome.time(20))
    }

    /// What the database holds, for no eyes in particular.
    func submission(_ id: SubmissionID) async throws -> Submission {
        let found = try await store.database.read { connection in
            try store.anyDossier(id, for: nil, in: connection)?.submission
        }
        return try #require(found)
    }

    func events(_ id: SubmissionID) async throws -> [Recorded<SubmissionEvent>] {
        try await store.database.read { connection in
            guard let dossier = try store.anyDossier(id, for: nil, in: connection) else { return [] }
            return try connection.events(of: id.uuid, call: dossier.call.id, as: SubmissionEvent.self)
        }
    }

    /// The letters of programmes in the order in which they were written, as `name to: body`.
    func letters() async throws -> [String] {
        try await store.database.read { connection in
            try connection.rows(
                "select name, address, body from letter where submission_id is not null order by rowid"
            ).map { row in
                "\(try row.get("name") as String) to \(try row.get("address") as String)"
            }
        }
    }

    /// Somebody with an account and nothing else.
    func enrol(_ name: String) async throws -> PersonID {
        try await store.enrol(
            email: "\(name)@example.go.th", name: "Demo \(name)", language: .thai, at: FairHome.time(1))
    }

    /// The letters about memberships to somebody, in the order in which they were written, with their fields.
    func membershipLetters(to name: String) async throws -> [String] {
        try await store.database.read { connection in
            try connection.rows(
                """
                select name, body from letter where address = \("\(name)@example.go.th")
                    and name like 'membership-%' order by rowid
                """
            ).map { "\(try $0.get("name") as String): \(try $0.get("body") as String)" }
        }
    }

    /// The letters about calls to somebody, those that no programme writes, with their fields.
    func callLetters(to name: String) async throws -> [String] {
        try await store.database.read { connection in
            try connection.rows(
                """
                select subject, body from letter where address = \("\(name)@example.go.th")
                    and name in ('role-granted', 'call-extended', 'call-end-set') order by rowid
                """
            ).map { "\(try $0.get("subject") as String): \(try $0.get("body") as String)" }
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        try await store.database.read { try #require(try $0.row(sql)).get("count") }
    }
}
