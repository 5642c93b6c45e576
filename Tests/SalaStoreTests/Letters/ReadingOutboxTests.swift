import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Reading the outbox")
struct ReadingOutboxTests {
    private let noon = FairHome.time(20, 12)

    /// Every page of the outbox, one after the other.
    private func pages(_ home: FairHome, _ states: [LetterState] = [], limit: Int) async throws -> [[UUID]] {
        var pages: [[UUID]] = []
        var mark: OutboxMark?
        repeat {
            let filter = OutboxFilter(states: states, behind: mark)
            let outbox = try await home.store.outbox(filter, limit: limit)
            pages.append(outbox.letters.map(\.summary.id))
            // As it comes back in an address.
            mark = try outbox.next.map { try #require(OutboxMark($0.description)) }
        } while mark != nil
        return pages
    }

    @Test("shows every letter once, the newest first, page by page, in whatever state is asked for")
    func paging() async throws {
        try await FairHome.with { home in
            for town in 0..<5 { _ = try await home.file(town % 3) }
            let states = ["waiting", "sent", "failed", "sent", "sending"]
            let ids = try await home.store.outbox(limit: 9).letters.map(\.summary.id)
            for (id, state) in zip(ids, states) {
                try await home.store.database.write { connection in
                    // Two are of one time: their ids tell them apart.
                    try connection.execute(
                        "update letter set state = \(state), written_at = \(noon) where id = \(id)")
                }
            }
            let all = try await pages(home, limit: 2)
            #expect(all.map(\.count) == [2, 2, 1])
            #expect(Set(all.flatMap(\.self)) == Set(ids))
            #expect(try await pages(home, [.sent], limit: 1).flatMap(\.self).count == 2)
            #expect(try await pages(home, [.waiting, .sending], limit: 2).map(\.count) == [2])
            #expect(try await pages(home, [.kept], limit: 2) == [[]])
            let outbox = try await home.store.outbox(OutboxFilter(states: [.kept]), limit: 2)
            #expect(outbox.counts == [.waiting: 1, .sent: 2, .failed: 1, .sending: 1])
        }
    }

    @Test("finds letters by their reader or subject, and counts what it finds in each state")
    func words() async throws {
        try await FairHome.with { home in
            for town in 0..<3 { _ = try await home.file(town) }
            func found(_ words: String, _ states: [LetterState] = []) async throws -> [String] {
                try await home.store.outbox(OutboxFilter(states: states, words: words), limit: 9)
                    .letters.map(\.summary.address).sorted()
            }
            #expect(try await found("FILER-1@") == ["filer-1@example.go.th"])
            #expect(try await found("receipt").count == 3)
            #expect(try await found("receipt", [.sent]).isEmpty)
            // What stands for any letter elsewhere is found as it was typed.
            for typed in ["%", "_", "!"] { #expect(try await found(typed).isEmpty, "\(typed)") }
            let outbox = try await home.store.outbox(
                OutboxFilter(states: [.sent], words: "filer-1"), limit: 9)
            #expect(outbox.counts == [.waiting: 1])
        }
    }

    @Test(
        "is as quick for the last page of twenty-four thousand letters as for the first, and asks as little")
    func many() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            try await home.store.database.write { connection in
                try connection.execute(
                    """
                    insert into letter (call_id, id, submission_id, person_id, address, name, language,
                        subject, body, written_at, state, attempts, next_at)
                    with recursive many(number) as
                        (select 1 union all select number + 1 from many where number < 24000)
                    select call_id, printf('%08x-0000-7000-8000-000000000000', number), submission_id,
                        person_id, address, name, language, subject, body, written_at + number / 7,
                        'sent', 1, next_at
                    from letter join many
                    """)
            }
            let plan = try await home.store.database.read { connection in
                try connection.rows(
                    """
                    explain query plan select id from letter
                    where 1 = 1 and (letter.written_at, letter.id) < (9, 'x')
                    order by letter.written_at desc, letter.id desc limit 51
                    """
                ).map { try $0.get("detail") as String }
            }
            #expect(plan.count == 1 && plan[0].contains("letter_written"))
            var counts: Set<Int> = []
            for limit in [1, 3, 50] {
                counts.insert(
                    try await home.store.database.counting {
                        _ = try await home.store.outbox(
                            of: FairHome.handle, for: home.officer, OutboxFilter(), limit: limit)
                    })
            }
            #expect(counts.count == 1)
            let outbox = try await home.store.outbox(
                of: FairHome.handle, for: home.officer, OutboxFilter(states: [.sent]), limit: 50)
            #expect(outbox.outbox.counts[.sent] == 24_000 && outbox.outbox.letters.count == 50)
        }
    }

    @Test("of a call is for who manages it, without letters about what that person may not see")
    func rights() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            let draft = try await home.start(1)
            try await home.store.database.write { connection in
                // A letter about a draft, which an officer who sees what has been filed does not see.
                try connection.execute(
                    """
                    insert into letter select call_id, \(UUID()), \(draft), person_id, address,
                        'reminder', language, subject, body, written_at, state, attempts, next_at, sent_at,
                        fault, deferred_at
                    from letter
                    """)
            }
            let outbox = try await home.store.outbox(
                of: FairHome.handle, for: home.officer, OutboxFilter(), limit: 9)
            #expect(outbox.outbox.letters.map(\.summary.name) == ["receipt"])
            #expect(outbox.outbox.counts == [.waiting: 1])
            for person in [home.filers[0], home.checker, home.judges[0], home.stranger] {
                await #expect(throws: Refusal.notAllowed) {
                    try await home.store.outbox(
                        of: FairHome.handle, for: person, OutboxFilter(), limit: 9)
                }
            }
        }
    }

    @Test("of a person has what was sent to that person, the newest first, but for what holds a secret")
    func own() async throws {
        try await FairHome.with { home in
            func letters(_ person: PersonID) async throws -> [String] {
                try await home.store.ownLetters(of: person, limit: 9).letters.map(\.summary.subject)
            }
            func statements() async throws -> Int {
                try await home.store.database.counting {
                    _ = try await home.store.ownLetters(of: home.filers[0], limit: 9)
                }
            }
            let first = try await home.file(0)
            _ = try await home.file(1)
            let one = try await statements()
            try await home.act("pass", on: first, by: home.checker)
            try await home.store.grantMembership(
                home.stranger, home.towns[0], role: .member, at: FairHome.time(1))
            _ = try await home.file(0, at: FairHome.time(17))
            _ = try await home.store.askReset(
                email: "filer-0@example.go.th", client: "", at: FairHome.time(18))
            #expect(try await letters(home.filers[0]) == ["receipt", "passed", "receipt"])
            #expect(try await statements() == one)
            #expect(try await letters(home.filers[1]) == ["receipt"])
            #expect(try await letters(home.stranger) == ["receipt"])
            #expect(try await letters(home.officer) == [])
            let page = try await home.store.ownLetters(of: home.filers[0], limit: 2)
            #expect(page.letters.count == 2 && page.next != nil && page.counts == [.waiting: 3])
            let rest = try await home.store.ownLetters(
                of: home.filers[0], OutboxFilter(behind: page.next), limit: 2)
            #expect(rest.letters.map(\.summary.subject) == ["receipt"] && rest.next == nil)
        }
    }

    @Test("of a call has its letters about judging for who has no stake in what was filed, and for no other")
    func judging() async throws {
        try await FairHome.with { home in
            let colleague = try await home.colleague()
            let id = try await home.judged(0, judges: [0, 1])
            try await home.store.decide(
                .abstain(round: "first", reason: "ไม่ถนัด"), on: id, by: home.judges[1],
                at: FairHome.time(17))
            func letters(_ person: PersonID) async throws -> [KeptLetter] {
                try await home.store.outbox(
                    of: FairHome.handle, for: person, OutboxFilter(), limit: 9
                ).outbox.letters
            }
            let shown = try await letters(home.officer)
            let names = [
                "judges-missing", "judges-missing", "passed", "receipt", "reviews-asked", "reviews-asked",
            ]
            #expect(shown.map(\.summary.name).sorted() == names)
            #expect(shown.allSatisfy { $0.call?.handle == FairHome.handle })
            try await home.store.grantMembership(
                colleague, home.towns[0], role: .member, at: FairHome.time(1))
            #expect(try await letters(colleague).map(\.summary.name).sorted() == ["passed", "receipt"])
            let asked = try #require(shown.first { $0.summary.name == "reviews-asked" }).summary
            let read = try await home.store.letter(asked.id, for: home.officer)
            #expect(read.summary.id == asked.id && read.submission == nil)
            #expect(read.listedUnder == FairHome.handle)
            let own = try #require(shown.first { $0.summary.address.hasPrefix("judge-1@") }).summary
            #expect(try await home.store.letter(own.id, for: home.judges[0]).listedUnder == nil)
            try await home.store.database.write {
                try $0.execute("update letter set state = 'failed' where id = \(asked.id)")
            }
            for person in [colleague, home.checker, home.filers[0], home.stranger] {
                await #expect(throws: Refusal.notFound) {
                    try await home.store.letter(asked.id, for: person)
                }
                await #expect(throws: Refusal.notFound) {
                    try await home.store.sendAgain(asked.id, by: person, at: noon)
                }
            }
            #expect(
                try await home.store.sendAgain(asked.id, by: home.officer, at: noon) == FairHome.handle)
        }
    }

    @Test("keeps in the house what a demo does not send")
    func keeping() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            #expect(try await home.store.keepLetters() == 1)
            #expect(try await home.store.keepLetters() == 0)
            let letter = try #require(try await home.store.outbox(limit: 1).letters.first).summary
            #expect(letter.state == .kept && letter.sentAt == nil)
            #expect(try await home.store.takeLetters(limit: 1, at: noon).isEmpty)
        }
    }
}
