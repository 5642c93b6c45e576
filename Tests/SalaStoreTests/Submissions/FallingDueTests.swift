import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Clocks that run out")
struct FallingDueTests {
    @Test("remind those who can act, once")
    func reminds() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            _ = try await home.start(1)
            #expect(try await home.store.fallDue(at: FairHome.time(21, 23, 59, 59)).moved == 0)
            #expect(try await home.store.fallDue(at: FairHome.time(22, 0)).moved == 1)
            #expect(try await home.store.fallDue(at: FairHome.time(25)).moved == 0)
            #expect(
                try await home.letters().dropFirst().sorted() == [
                    "reminder to checker@example.go.th", "reminder to officer@example.go.th",
                ])
            #expect(try await home.submission(id).stage == "checking")
            #expect(try await home.events(id).last?.actor == nil)
        }
    }

    @Test("take their action, which a person could not take any more")
    func acts() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            let late = FairHome.time(23, 0)
            #expect(try await home.store.fallDue(at: Instant(microseconds: late.microseconds - 1)).moved == 0)
            let due = Instant(microseconds: late.microseconds - 1)
            await #expect(throws: Refusal.pastDue(due)) {
                try await home.act("resubmit", on: id, by: home.filers[0], at: late)
            }
            #expect(try await home.store.fallDue(at: late).moved == 1)
            #expect(try await home.submission(id).stage == "lapsed")
            #expect(try await home.letters().last == "lapsed to filer-0@example.go.th")
            await #expect(throws: Refusal.wrongStage("lapsed")) {
                try await home.act("resubmit", on: id, by: home.filers[0], at: late)
            }
        }
    }

    @Test("stay the first on a desk by due time after they reminded; what has no clock comes last")
    func overdue() async throws {
        try await FairHome.with { home in
            let judged = try await home.judged(0)
            let soon = try await home.file(1, at: FairHome.time(24))
            let late = try await home.file(2, at: FairHome.time(14))
            #expect(try await home.store.fallDue(at: FairHome.time(25)).moved == 1)
            var filter = SubmissionFilter()
            filter.order = .due
            let desk = try await home.store.desk(FairHome.handle, for: home.officer, filter)
            let entries = desk.listing.entries
            #expect(entries.map(\.id) == [late, soon, judged])
            #expect(entries.map(\.due) == [FairHome.time(22, 0).before, FairHome.time(31, 0).before, nil])
        }
    }

    @Test("have their effect each for itself: one that fails does not stop the others")
    func independent() async throws {
        try await FairHome.with("broken lapsed") { home in
            let broken = try await home.file(0)
            try await home.act("return", FairHome.returnInput, on: broken, by: home.checker)
            let waiting = try await home.file(1, at: FairHome.time(21))
            let run = try await home.store.fallDue(at: FairHome.time(30))
            #expect(run.moved == 1 && run.refused.isEmpty && Array(run.failed.keys) == [broken])
            #expect(run.failed[broken] is FairHome.BrokenLetter)
            #expect(try await home.submission(broken).stage == "mending")
            #expect(try await home.submission(waiting).dueHandled)
            // It waits a day at most, however long it has been waiting.
            let later = FairHome.time(31)
            let soon = try await home.store.fallDue(at: Instant(microseconds: later.microseconds - 1))
            #expect(soon.failed.isEmpty)
            #expect(try await home.store.fallDue(at: later.adding(seconds: 1)).failed.count == 1)
        }
    }

    @Test("are all taken, however many before them are refused, and those say why and wait")
    func starvation() async throws {
        try await FairHome.with("guarded") { home in
            var stuck: [SubmissionID] = []
            for _ in 0..<101 { stuck.append(try await home.stuck(0)) }
            let good = try await home.file(1)
            let later = FairHome.returnInput.merging(["due": .text("2021-07-23")]) { $1 }
            try await home.act("return", later, on: good, by: home.checker)
            let now = FairHome.time(25)
            let run = try await home.store.fallDue(at: now)
            #expect(run.moved == 1 && run.failed.isEmpty)
            #expect(run.refused == Dictionary(uniqueKeysWithValues: stuck.map { ($0, "incomplete") }))
            #expect(try await home.submission(good).stage == "lapsed")
            let refusal = ClockRefusal(
                action: "lapse", code: "incomplete", tries: 1, again: now.adding(seconds: 3600))
            for id in stuck {
                let submission = try await home.submission(id)
                #expect(submission.stage == "mending" && submission.clockRefusal == refusal)
            }
            #expect(try await home.store.fallDue(at: now.adding(seconds: 60)).refused.isEmpty)
            try await home.answer(stuck[7], 0, FairHome.answers("ไฟ"), at: now.adding(seconds: 90))
            let again = try await home.store.fallDue(at: now.adding(seconds: 3601))
            #expect(again.moved == 1 && again.refused.count == 100)
            #expect(try await home.submission(stuck[7]).stage == "lapsed")
            let events = try await home.events(stuck[0])
            #expect(Submission.replaying(stuck[0], events) == (try await home.submission(stuck[0])))
        }
    }

    @Test("that are refused are told to who works on the submission, and not to who filed it")
    func told() async throws {
        try await FairHome.with("guarded") { home in
            let id = try await home.stuck(0)
            let now = FairHome.time(25)
            try await home.store.fallDue(at: now)
            for person in [home.officer, home.checker] {
                let view = try await home.store.submission(id, for: person, at: now)
                #expect(view.clockRefusal?.code == "incomplete")
            }
            let own = try await home.store.submission(id, for: home.filers[0], at: now)
            #expect(own.clockRefusal == nil)
            #expect(!own.events.contains { $0.body.kind == "clock-refused" })
            let desk = try await home.store.desk(
                FairHome.handle, for: home.officer, SubmissionFilter())
            // It is due when it was due, whenever the clock is tried again.
            #expect(desk.listing.entries.first?.due == FairHome.time(23, 0).before)
        }
    }

    @Test("are taken in the order in which they ran out, some in each reading")
    func order() async throws {
        try await FairHome.with { home in
            let ids = [
                try await home.file(0, at: FairHome.time(16)), try await home.file(1, at: FairHome.time(15)),
                try await home.file(2, at: FairHome.time(14)),
            ]
            #expect(try await home.store.fallDue(at: FairHome.time(30), inOneReading: 2).moved == 3)
            for id in ids { #expect(try await home.submission(id).dueHandled) }
            let filers = try await home.store.database.read { connection in
                try connection.rows(
                    """
                    select submission.number from letter
                    join submission on submission.id = letter.submission_id
                    where letter.name = 'reminder' and letter.address like 'officer%' order by letter.rowid
                    """
                ).map { try $0.get("number") as String }
            }
            #expect(filers == ["F-2564-0003", "F-2564-0002", "F-2564-0001"])
        }
    }
}

extension Instant {
    fileprivate var before: Instant { Instant(microseconds: microseconds - 1) }
}
