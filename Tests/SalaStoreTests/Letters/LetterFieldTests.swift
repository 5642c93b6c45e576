import SalaEngine
import Testing

@testable import SalaStore

@Suite("What a letter says")
struct LetterFieldTests {
    private func newest(_ home: FairHome) async throws -> [String: String] {
        let letter = try #require(try await home.store.outbox(limit: 1).letters.first)
        let lines = letter.body.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1) }
        return Dictionary(lines.map { (String($0[0]), $0.count > 1 ? String($0[1]) : "") }) { $1 }
    }

    @Test("is told in the words of the reader's language: who, what, where, when and whom to ask")
    func fields() async throws {
        try await FairHome.with(settings: CallSettings(contact: "0 2000 0000")) { home in
            let id = try await home.file(0)
            let code = try #require(try await home.store.dossier(id, for: home.filers[0]).receipt)
            #expect(
                try await newest(home) == [
                    "person": "Demo filer-0", "number": "F-2564-0001",
                    "organisation": "เทศบาลเมืองตัวอย่าง ก จังหวัดเชียงใหม่", "contact": "0 2000 0000",
                    "receipt": ReceiptCode.grouped(code), "check": "https://sala.example/receipts/\(code)",
                    "title": "ไฟส่องสว่าง", "stage": "ตรวจสอบ",
                    "link": "https://sala.example/submissions/\(id)", "call": "งานแสดงปี 2564",
                    "programme": "งานแสดง", "office": "สำนักงานตัวอย่าง", "time": "14 ก.ค. 2564 09:00 น.",
                    "due": "21 กรกฎาคม 2564", "reason": "", "comments": "", "register": "",
                ])
        }
    }

    @Test("gives what was put in as people read it: choices by their names, a day in words")
    func input() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            let fields = try await newest(home)
            #expect(fields["reason"] == "ขาดลายมือชื่อ")
            #expect(fields["input.reason"] == "ขาดลายมือชื่อ")
            #expect(fields["input.parts"] == "ชื่อเรื่อง, แผน")
            #expect(fields["input.due"] == "22 กรกฎาคม 2564")
            #expect(fields["due"] == "22 กรกฎาคม 2564")
        }
    }

    @Test("leads to the public page once there is one, and to none before or for what stays unseen")
    func register() async throws {
        try await FairHome.with { home in
            let ids = [try await home.scored(0, (5, 5)), try await home.scored(1, (1, 1))]
            try await home.act("win", on: ids[0], by: home.officer)
            try await home.act("lose", on: ids[1], by: home.officer)
            let outlook = try await home.store.releaseOutlook(
                FairHome.handle, for: home.officer, at: FairHome.time(25))
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            let letters = try await home.store.outbox(limit: 2).letters
            let won = try #require(letters.first { $0.summary.name == "won" })
            let lost = try #require(letters.first { $0.summary.name == "lost" })
            let page = "register=https://sala.example/register/\(FairHome.handle)/F-2564-0001\n"
            #expect(won.body.contains(page))
            #expect(lost.body.contains("register=\n"))
            // What was shown before is what went out.
            #expect(outlook.outcomes.map(\.action.name) == ["win", "lose"])
            #expect(outlook.outcomes.map { $0.entries.map(\.submission) } == [[ids[0]], [ids[1]]])
            #expect(outlook.outcomes.map(\.sample?.letter.body) == [won.body, lost.body])
            #expect(outlook.outcomes.map { $0.entries.map(\.ranked?.rank) } == [[1], [2]])
            #expect(outlook.outcomes.map { $0.entries.map(\.ranked?.score) } == [["100.00"], ["20.00"]])
        }
    }

    @Test("carries the judges' comments for the filer when the round is decided, without their names")
    func comments() async throws {
        try await FairHome.with { home in
            // Two share the rank of the cut, which people decide about.
            _ = try await home.scored(1, (3, 3))
            let id = try await home.judged(0, judges: [0, 1])
            try await home.review(id, 0, impact: 3, novelty: 3, filer: "ชัดเจน")
            try await home.review(id, 1, impact: 3, novelty: 3, filer: "ควรวัดผล")
            try await home.act("lose", on: id, by: home.officer)
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            let letter = try #require(try await home.store.outbox(limit: 1).letters.first)
            #expect(letter.summary.name == "lost")
            #expect(letter.body.contains("comments=– ควรวัดผล\n– ชัดเจน"))
            #expect(!letter.body.contains("judge"))
            #expect(!letter.body.contains("ลับเฉพาะกรรมการ"))
        }
    }
}
