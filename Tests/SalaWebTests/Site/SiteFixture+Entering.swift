import Foundation
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

extension SiteFixture {
    /// What an entrant answers, page by page, all that is asked.
    static func answers(title: String, phone: String) -> [(page: String, answers: Answers)] {
        [
            (
                "organisation",
                [
                    "contact_name": .text("ผู้ประสานงานตัวอย่าง"), "contact_position": .text("นักวิเคราะห์"),
                    "contact_phone": .text(phone),
                ]
            ),
            (
                "work",
                [
                    "title": .text(title), "summary": .text("สรุปของ\(title)"), "field": .text("works"),
                    "topic": .text("roads_lighting"), "status": .text("in_use"),
                    "used_since": .text("2025-10-01"), "problem": .text("เดิมต้องเดินทางมาแจ้ง"),
                    "solution": .text("แจ้งทางโทรศัพท์"), "technology": .list(["chat", "gis"]),
                    "developer": .text("own_staff"),
                ]
            ),
            (
                "results",
                [
                    "users": .text("1200"), "cost": .text("90000"), "minutes_before": .text("90"),
                    "minutes_after": .text("5"), "evidence": .text("บันทึกเก้าเดือน"), "open_data": .text("no"),
                ]
            ),
            (
                "expansion",
                [
                    "adoptable": .text("adapted"), "adoption_needs": .list(["training"]),
                    "shares_source": .text("yes"), "expansion_plan": .text("ขยายในปีถัดไป"),
                ]
            ),
            ("declaring", ["declaration": .list(["truthful", "rights", "publication"])]),
        ]
    }

    /// Begun by the filer of that town, with every answer given but nothing attached.
    func draft(_ town: Int, title: String, phone: String, under handle: String = call) async throws
        -> SubmissionID
    {
        let filer = people.filers[town]
        let id = try await store.start(
            under: handle, for: people.towns[town], by: filer, at: clock.tick())
        for (page, answers) in SiteFixture.answers(title: title, phone: phone) {
            try await store.decide(.answer(page: page, answers), on: id, by: filer, at: clock.tick())
        }
        return id
    }

    /// Attaches a file whose bytes are kept as those of an upload are.
    func attach(
        _ name: String, _ bytes: [UInt8], _ mediaType: String, to question: String, of id: SubmissionID,
        by person: PersonID
    ) async throws {
        let file = try store.files.receive()
        try file.write(Data(bytes))
        let stored = try store.files.keep(file)
        let now = clock.tick()
        let attachment = Attachment(
            id: AttachmentID(UUID.version7(at: now)), question: question, name: name, mediaType: mediaType,
            bytes: stored.bytes, sha256: stored.sha256)
        try await store.decide(.attach(attachment), on: id, by: person, at: now)
    }

    /// A draft that lacks nothing.
    func complete(
        _ town: Int, title: String, phone: String, file: String = "โครงการ.pdf", under handle: String = call
    ) async throws -> SubmissionID {
        let id = try await draft(town, title: title, phone: phone, under: handle)
        let filer = people.filers[town]
        let pdf = "application/pdf"
        try await attach(
            file, SampleFiles.pdf("Project \(town)"), pdf, to: "project_document", of: id, by: filer)
        try await attach("เสาไฟ.png", SampleFiles.png, "image/png", to: "pictures", of: id, by: filer)
        try await attach(
            "หนังสือรับรอง.pdf", SampleFiles.pdf("Consent"), pdf, to: "consent_letter", of: id, by: filer)
        return id
    }

    func filed(_ town: Int, title: String, phone: String = "080-000-0000", file: String = "โครงการ.pdf")
        async throws -> SubmissionID
    {
        let id = try await complete(town, title: title, phone: phone, file: file)
        try await act("submit", on: id, by: people.filers[town])
        return id
    }

    @discardableResult
    func act(_ action: String, _ input: Answers = [:], on id: SubmissionID, by person: PersonID) async throws
        -> Dossier
    {
        try await store.decide(.act(action, input: input), on: id, by: person, at: clock.tick())
    }

    static let passInput: Answers = ["checks": .list(["eligible", "in_scope", "documents", "consent"])]

    /// Passes and assigns to every judge, each of whom gives those levels of each criterion, the first judge
    /// one more where that can be.
    func judged(_ id: SubmissionID, _ level: Int, round: String = "first-round") async throws {
        let officer = people[.officer]
        if round == "first-round" {
            try await act("pass", SiteFixture.passInput, on: id, by: people[.screener])
        }
        try await assign(id, round)
        for (index, judge) in people.judges.enumerated() {
            let impact = min(5, level + (index == 0 ? 1 : 0))
            let scoring = Scoring(
                scores: [
                    "impact": impact, "usefulness": level, "innovation": level, "sustainability": level,
                    "replicability": level,
                ], commentToCommittee: Secrets.committeeComment(index + 1), commentToFiler: "ควรเผยแพร่คู่มือ",
                isFinal: true)
            try await store.decide(.review(round: round, scoring), on: id, by: judge, at: clock.tick())
        }
        try #require(await store.dossier(id, for: officer).submission.reviews[round]?.count == 3)
    }

    func assign(_ id: SubmissionID, _ round: String) async throws {
        let pairs = people.judges.map { AssignmentPair(submission: id, judge: $0) }
        let outcome = try await store.assign(
            pairs, in: SiteFixture.call, round: round, by: people[.officer], at: clock.tick())
        try #require(outcome.refused == [:])
        for judge in people.judges { try await clear(id, round, by: judge) }
    }

    /// Filed under the next call, and passed.
    func nextJudging(_ town: Int, title: String) async throws -> SubmissionID {
        let id = try await complete(
            town, title: title, phone: "080-000-0000", under: SiteFixture.nextCall)
        try await act("submit", on: id, by: people.filers[town])
        try await act("pass", SiteFixture.passInput, on: id, by: people[.screener])
        return id
    }

    /// Asks a judge about an entry of the next call who was asked about none before; asking twice is asking
    /// once.
    func askOtherJudge(about id: SubmissionID) async throws {
        _ = try await store.assign(
            [AssignmentPair(submission: id, judge: people[.otherJudge])], in: SiteFixture.nextCall,
            round: "first-round", by: people[.officer], at: clock.now)
    }

    /// The judge says that there is no conflict of interest.
    func clear(_ id: SubmissionID, _ round: String, by judge: PersonID) async throws {
        try await store.decide(
            .denyConflict(round: round, words: "ไม่มีส่วนได้เสีย"), on: id, by: judge, at: clock.tick())
    }
}
