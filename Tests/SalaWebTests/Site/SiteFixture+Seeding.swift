import SalaDatabase
import SalaEngine
import SalaThai

@testable import SalaStore

extension SiteFixture {
    /// One entry in every stage, a winner that is released, and a decision that is not: the entrant's.
    mutating func seed() async throws {
        clock.move(to: SiteFixture.time(7, 2, 9))
        try await seedResults()
        clock.move(to: SiteFixture.time(7, 14, 9))
        try await seedWork()
        clock.move(to: SiteFixture.time(7, 17, 9))
        try await seedEntrant()
        try await seedDecisions()
        try await orderLetters()
    }

    /// Letters that say to judges what they are asked for go: each entry was assigned by itself. Letters that
    /// were written together get an order that is the same each time.
    private func orderLetters() async throws {
        try await store.database.write { connection in
            try connection.execute("delete from letter where name = 'reviews-asked'")
            try connection.execute(
                """
                update letter set written_at = written_at + (select count(*) from letter as other
                    where other.written_at = letter.written_at and other.address < letter.address)
                """)
        }
    }

    /// Entries whose way is at its end, or waits for the award.
    private mutating func seedResults() async throws {
        let awarded = try await filed(9, title: "ผลงานชนะเลิศ", phone: Secrets.winnerPhone)
        let selected = try await filed(8, title: "ผลงานได้รางวัล")
        let notSelected = try await filed(7, title: "ผลงานไม่ได้รับเลือก")
        for (id, level) in [(awarded, 5), (selected, 4), (notSelected, 2)] { try await judged(id, level) }
        let rejected = try await filed(6, title: "ผลงานไม่ผ่าน")
        try await act(
            "reject", ["ground": .text("out_of_scope"), "reason": .text("ไม่ตรงกับหัวข้อของโครงการ")],
            on: rejected, by: people[.screener])
        let withdrawn = try await filed(5, title: "ผลงานที่ถอน")
        try await act(
            "withdraw", ["reason": .text("ไม่พร้อมดำเนินการต่อ")], on: withdrawn, by: people.filers[5])
        entries = [
            "awarded": awarded, "selected": selected, "not-selected": notSelected, "rejected": rejected,
            "withdrawn": withdrawn,
        ]
    }

    /// Entries that somebody has to do something about.
    private mutating func seedWork() async throws {
        entries["draft"] = try await draft(4, title: "ร่างของ จ", phone: "080-000-0000")
        entries["screening"] = try await filed(1, title: "ผลงานของ ข")
        let correction = try await filed(2, title: "ผลงานรอแก้")
        try await act(
            "return",
            [
                "parts": .list(["work"]), "reason": .text("โปรดเพิ่มรายละเอียด"), "due": .text("2026-07-27"),
            ], on: correction, by: people[.screener])
        var changed = SiteFixture.answers(title: "ผลงานรอแก้ที่แก้แล้ว", phone: "080-000-0000")[1]
        changed.answers["solution"] = .text("แจ้งทางโทรศัพท์ และตอบกลับ")
        try await store.decide(
            .answer(page: changed.page, changed.answers), on: correction, by: people.filers[2],
            at: clock.tick())
        entries["correction"] = correction
        let judging = try await filed(3, title: "ผลงานที่กำลังประเมิน")
        try await act("pass", SiteFixture.passInput, on: judging, by: people[.screener])
        try await assign(judging, "first-round")
        entries["judging"] = judging
    }

    /// The entry that others must not learn of, with a decision that is not announced, and a draft of
    /// the next.
    private mutating func seedEntrant() async throws {
        let held = try await filed(
            0, title: Secrets.entrantTitle, phone: Secrets.entrantPhone, file: Secrets.entrantFile)
        try await judged(held, 4)
        entries["held"] = held
        entries["next-draft"] = try await complete(
            0, title: Secrets.draftTitle, phone: Secrets.draftPhone, under: SiteFixture.nextCall)
    }

    /// What is decided, one by one: with the first decision nobody judges in its round any more. One call has
    /// something in every stage, which no call comes to whose decisions are all taken by rank.
    private mutating func seedDecisions() async throws {
        let officer = people[.officer]
        let (awarded, selected) = (entry("awarded"), entry("selected"))
        for (name, action) in [("awarded", "select"), ("selected", "select"), ("not-selected", "not-select")]
        {
            try await act(action, on: entry(name), by: officer)
            try await store.decide(.release, on: entry(name), by: officer, at: clock.tick())
        }
        for (id, level) in [(awarded, 4), (selected, 3)] {
            try await judged(id, level, round: "final-round")
        }
        // Once the last round is decided nothing more is selected for it.
        try await act("select", on: entry("held"), by: people[.chair])
        try await act("award", on: awarded, by: people[.chair])
        try await store.decide(.release, on: awarded, by: officer, at: clock.tick())
        try await seedNext()
    }

    /// The next call, in which one is to be judged.
    private mutating func seedNext() async throws {
        let roles = [
            ("judge", people.judges[0]), ("judge", people[.otherJudge]), ("screener", people[.screener]),
        ]
        for (role, person) in roles {
            try await store.decide(
                .grant(role: role, person: person), on: SiteFixture.nextCall, by: people[.officer],
                at: clock.tick())
        }
        let judging = try await nextJudging(3, title: "ผลงานปีหน้า")
        _ = try await store.assign(
            [AssignmentPair(submission: judging, judge: people.judges[0])], in: SiteFixture.nextCall,
            round: "first-round", by: people[.officer], at: clock.tick())
        try await clear(judging, "first-round", by: people.judges[0])
        entries["next-judging"] = judging
    }

    func entry(_ name: String) -> SubmissionID {
        guard let id = entries[name] else { preconditionFailure("nothing is seeded as \(name)") }
        return id
    }
}
