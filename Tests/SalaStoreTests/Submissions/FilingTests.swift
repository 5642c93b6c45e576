import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Filing")
struct FilingTests {
    @Test("goes from start to receipt, and everything can be read back")
    func files() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("ไฟส่องสว่าง", ["people": .text("3")]))
            let photo = Attachment(
                id: AttachmentID(UUID.version7(at: FairHome.time(14))), question: "photo", name: "lamp.jpg",
                mediaType: "image/jpeg", bytes: 5, sha256: String(repeating: "b", count: 64))
            try await home.store.decide(.attach(photo), on: id, by: home.filers[0], at: FairHome.time(14))
            let dossier = try await home.act("submit", on: id, by: home.filers[0])
            let read = try await home.submission(id)
            #expect(read == dossier.submission)
            #expect(read.stage == "checking")
            #expect(read.number == "F-2564-0001")
            #expect(read.answers["cost"] == .text("6"))
            #expect(read.organisation == home.towns[0])
            let (attachment, file) = try await home.store.attachment(photo.id, of: id, for: home.filers[0])
            #expect(attachment == photo)
            #expect(file.lastPathComponent == photo.sha256)
            #expect(Submission.replaying(id, try await home.events(id)) == read)
            #expect(try await home.letters() == ["receipt to filer-0@example.go.th"])
        }
    }

    @Test("numbers submissions in the order in which they are filed, without a gap")
    func numbers() async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for town in 0..<3 { ids.append(try await home.start(town)) }
            for town in [2, 0, 1] {
                try await home.answer(ids[town], town, FairHome.answers("ก"))
                try await home.act("submit", on: ids[town], by: home.filers[town])
            }
            var numbers: [String?] = []
            for id in ids { numbers.append(try await home.submission(id).number) }
            #expect(numbers == ["F-2564-0002", "F-2564-0003", "F-2564-0001"])
            #expect(try await home.store.call(FairHome.handle, for: nil).filed == 3)
        }
    }

    @Test("is refused to the second after the end, and what was written stays")
    func deadline() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("ก"))
            let late = FairHome.time(32, 0)
            await #expect(throws: Refusal.windowClosed(closed: FairHome.time(31, 23, 59, 59))) {
                try await home.act("submit", on: id, by: home.filers[0], at: late)
            }
            #expect(try await home.submission(id).answers["title"] == .text("ก"))
            try await home.act(
                "submit", on: id, by: home.filers[0], at: Instant(microseconds: late.microseconds - 1))
            await #expect(throws: Refusal.windowClosed(closed: FairHome.time(31, 23, 59, 59))) {
                try await home.start(1, at: late)
            }
        }
    }

    @Test("counts drafts and all that was filed against the limit, but not what the filer took back")
    func limit() async throws {
        try await FairHome.with("limited") { home in
            let draft = try await home.start(0)
            await #expect(throws: Refusal.limitReached(1)) { try await home.start(0) }
            try await home.answer(draft, 0, FairHome.answers("ก"))
            try await home.act("submit", on: draft, by: home.filers[0])
            await #expect(throws: Refusal.limitReached(1)) { try await home.start(0) }
            try await home.act("withdraw", on: draft, by: home.filers[0])
            let second = try await home.file(0)
            #expect(try await home.submission(second).number == "F-2564-0002")
            await #expect(throws: Refusal.limitReached(1)) { try await home.start(0) }
            // What the office or the clock has ended counts on.
            let lapsed = try await home.file(1)
            try await home.act("return", FairHome.returnInput, on: lapsed, by: home.checker)
            try await home.store.fallDue(at: FairHome.time(23))
            #expect(try await home.submission(lapsed).stage == "lapsed")
            await #expect(throws: Refusal.limitReached(1)) { try await home.start(1) }
            _ = try await home.start(2)
        }
    }

    @Test("leaves nothing behind when its letter cannot be written")
    func atomic() async throws {
        try await FairHome.with("broken receipt") { home in
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("ก"))
            let before = try await home.submission(id)
            await #expect(throws: FairHome.BrokenLetter.self) {
                try await home.act("submit", on: id, by: home.filers[0])
            }
            #expect(try await home.submission(id) == before)
            #expect(try await home.events(id).count == before.sequence)
            #expect(try await home.letters() == [])
            #expect(try await home.count("select filed as count from call") == 0)
            #expect(try await home.count("select count(*) as count from submission_text") == 0)
            #expect(try await home.count("select count(*) as count from facet") == 0)
        }
    }

    @Test("hides what one may not see, as if it were not there")
    func hidden() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            for person in [home.filers[1], home.officer, home.judges[0], home.stranger] {
                await #expect(throws: Refusal.notFound) { try await home.store.dossier(id, for: person) }
                await #expect(throws: Refusal.notFound) {
                    try await home.act("submit", on: id, by: person)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await home.act("submit", on: SubmissionID(UUID()), by: home.filers[0])
            }
        }
    }

    @Test("gives a receipt that anybody can check, however the code is typed")
    func receipts() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            let code = try #require(try await home.store.dossier(id, for: home.filers[0]).receipt)
            #expect(code.count == 16)
            let grouped = ReceiptCode.grouped(code)
            #expect(grouped.split(separator: "-").map(\.count) == [4, 4, 4, 4])
            for typed in [code, grouped, grouped.lowercased(), " \(grouped.replacing("0", with: "o")) "] {
                let receipt = try await home.store.receipt(typed)
                #expect(receipt.number == "F-2564-0001")
                #expect(receipt.filedAt == FairHome.time(14))
                #expect(receipt.organisation?.nameThai == "เทศบาลเมืองตัวอย่าง ก")
                #expect(receipt.call.handle == FairHome.handle)
            }
            for wrong in ["", "0000-0000-0000-0000", String(code.dropLast())] {
                await #expect(throws: Refusal.notFound) { try await home.store.receipt(wrong) }
            }
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            try await home.act("resubmit", on: id, by: home.filers[0])
            #expect(try await home.store.dossier(id, for: home.filers[0]).receipt == code)
            let again = try await home.store.receipt(code)
            #expect(again.filedAt == FairHome.time(14) && again.filedAgainAt.count == 1)
        }
    }

    @Test("says on a receipt when its filer took the entry back, and nothing of where else it rests")
    func withdrawnReceipt() async throws {
        try await FairHome.with { home in
            let (kept, withdrawn) = (try await home.file(0), try await home.file(1))
            for id in [kept, withdrawn] { try await home.act("pass", on: id, by: home.checker) }
            let code = try #require(try await home.store.dossier(withdrawn, for: home.filers[1]).receipt)
            #expect(try await home.store.receipt(code).withdrawnAt == nil)
            try await home.act("withdraw", on: withdrawn, by: home.filers[1], at: FairHome.time(16))
            #expect(try await home.store.receipt(code).withdrawnAt == FairHome.time(16))
            let other = try #require(try await home.store.dossier(kept, for: home.filers[0]).receipt)
            #expect(try await home.store.receipt(other).withdrawnAt == nil)
        }
    }

    @Test(
        "refuses to confirm a receipt whose record was changed",
        arguments: [
            "update submission set number = 'F-2564-0009'", "update submission set filed_at = filed_at - 1",
            "update submission set organisation_id = (select id from organisation where code = 'T-1')",
            "update event set body = replace(body, 'F-2564-0001', 'F-2564-0002') where kind = 'acted'",
            "update event set body = 'x' where sequence = 2",
            "update event set at = at - 1 where kind = 'acted'",
            "delete from event where sequence = 2",
            "update event set actor_id = null where kind = 'acted'",
        ] as [SQL])
    func tampered(change: SQL) async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            let code = try #require(try await home.store.dossier(id, for: home.filers[0]).receipt)
            #expect(try await home.store.receipt(code).number == "F-2564-0001")
            try await home.store.database.write { connection in
                let changed = try connection.execute(change)
                try #require(changed > 0)
            }
            await #expect(throws: Fault.tampered("submission \(id)")) { try await home.store.receipt(code) }
        }
    }

    @Test("refuses to confirm a receipt whose code was given to another submission")
    func moved() async throws {
        try await FairHome.with { home in
            let (id, other) = (try await home.file(0), try await home.file(1))
            let code = try #require(try await home.store.dossier(id, for: home.filers[0]).receipt)
            try await home.store.database.write { connection in
                try connection.execute("update submission set receipt = null where id = \(id)")
                try connection.execute("update submission set receipt = \(code) where id = \(other)")
            }
            await #expect(throws: Fault.tampered("submission \(other)")) {
                try await home.store.receipt(code)
            }
        }
    }

    @Test("writes several things at once in one transaction, or none of them")
    func together() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            let before = try await home.submission(id)
            func photo(_ bytes: Int) -> SalaEngine.Attachment {
                SalaEngine.Attachment(
                    id: AttachmentID(UUID.version7(at: FairHome.time(14))), question: "photo",
                    name: "lamp.jpg", mediaType: "image/jpeg", bytes: bytes,
                    sha256: String(repeating: "b", count: 64))
            }
            func decide(_ commands: [Command]) async throws -> Dossier {
                try await home.store.decide(commands, on: id, by: home.filers[0], at: FairHome.time(14))
            }
            let answer = Command.answer(page: "about", FairHome.answers("ไฟ"))
            await #expect(throws: Refusal.self) { try await decide([answer, .attach(photo(0))]) }
            #expect(try await home.submission(id) == before)
            #expect(try await home.events(id).count == before.sequence)
            #expect(try await home.count("select count(*) as count from attachment") == 0)
            let dossier = try await decide([answer, .attach(photo(5)), .act("submit", input: [:])])
            let events = try await home.events(id)
            #expect(events.map(\.body.kind) == ["started", "answered", "attached", "acted"])
            #expect(Submission.replaying(id, events) == dossier.submission)
            #expect(try await home.submission(id) == dossier.submission)
            #expect(try await home.count("select count(*) as count from attachment") == 1)
            #expect(try await home.letters() == ["receipt to filer-0@example.go.th"])
        }
    }
}
