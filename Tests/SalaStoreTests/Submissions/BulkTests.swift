import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("An action on many submissions")
struct BulkTests {
    @Test("moves those it can, says why not of the others, and its preview said the same")
    func agrees() async throws {
        try await FairHome.with { home in
            let draft = try await home.start(0)
            let checking = try await home.file(0)
            let second = try await home.file(1)
            let judged = try await home.judged(2)
            try await home.store.grantMembership(
                home.checker, home.towns[3], role: .member, at: FairHome.time(1))
            let own = try await home.file(3)
            let unknown = SubmissionID(UUID())
            let ids = [draft, checking, second, checking, judged, own, unknown]
            let preview = try await home.store.preview(
                "pass", input: [:], on: ids, under: FairHome.handle, by: home.checker, at: FairHome.time(15))
            #expect(preview.moved == [checking, second])
            #expect(
                preview.refused == [
                    draft: .notFound, judged: .wrongStage("judging"), own: .ownOrganisation,
                    unknown: .notFound,
                ])
            #expect(try await home.submission(checking).stage == "checking")
            let outcome = try await home.store.act(
                "pass", input: [:], on: ids, under: FairHome.handle, expecting: preview.seen,
                by: home.checker, at: FairHome.time(15))
            #expect(outcome.moved == preview.moved)
            #expect(outcome.refused == preview.refused)
            #expect(try await home.submission(checking).stage == "judging")
            #expect(try await home.letters().filter { $0.hasPrefix("passed") }.count == 3)
        }
    }

    @Test("asks its form, and takes only actions that are for many")
    func refusals() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            for action in ["withdraw", "fly"] {
                let outcome = try await home.store.act(
                    action, input: [:], on: [id], under: FairHome.handle, expecting: [id: 3],
                    by: home.filers[0], at: FairHome.time(15))
                #expect(outcome.moved == [])
                #expect(outcome.refused == [id: action == "fly" ? .notFound : .notAllowed])
            }
            let mistakes = try await home.store.preview(
                "return", input: [:], on: [id], under: FairHome.handle, by: home.checker,
                at: FairHome.time(15))
            guard case .mistaken(let found) = mistakes.refused[id] else {
                Issue.record("not mistaken")
                return
            }
            #expect(found.map(\.question) == ["reason", "due"])
            await #expect(throws: Refusal.mistaken(found)) {
                try await home.store.act(
                    "return", input: [:], on: [id], under: FairHome.handle, expecting: mistakes.seen,
                    by: home.checker, at: FairHome.time(15))
            }
            let many = Array(repeating: id, count: 1001)
            await #expect(throws: Refusal.limitReached(1000)) {
                try await home.store.act(
                    "pass", input: [:], on: many, under: FairHome.handle, expecting: [:], by: home.checker,
                    at: FairHome.time(15))
            }
        }
    }

    @Test("of which nothing is done when the first cannot be: a letter that cannot be written undoes it")
    func atomic() async throws {
        try await FairHome.with("broken passed") { home in
            let ids = [try await home.file(0), try await home.file(1)]
            await #expect(throws: FairHome.BrokenLetter.self) {
                try await home.store.act(
                    "pass", input: [:], on: ids, under: FairHome.handle, expecting: [ids[0]: 3, ids[1]: 3],
                    by: home.checker, at: FairHome.time(15))
            }
            for id in ids { #expect(try await home.submission(id).stage == "checking") }
        }
    }

    @Test("moves some at a time, and where an error stops it says exactly which were moved")
    func batches() async throws {
        try await FairHome.with { home in
            var ids: [SubmissionID] = []
            for _ in 0...Store.bulkBatch { ids.append(try await home.file(ids.count % 6)) }
            let preview = try await home.store.preview(
                "pass", input: [:], on: ids, under: FairHome.handle, by: home.checker, at: FairHome.time(15))
            #expect(preview.moved == ids)
            func act(_ ids: [SubmissionID]) async throws -> BulkOutcome {
                try await home.store.act(
                    "pass", input: [:], on: ids, under: FairHome.handle, expecting: preview.seen,
                    by: home.checker, at: FairHome.time(15))
            }
            let last = ids[Store.bulkBatch]
            try await home.store.database.write { connection in
                try connection.script(
                    """
                    create trigger broken before update on submission when new.id = '\(last)'
                    begin select raise(abort, 'broken'); end;
                    """)
            }
            let outcome = try await act(ids)
            #expect(outcome.moved == Array(ids.dropLast()))
            #expect(outcome.refused.isEmpty && outcome.fault != nil)
            #expect(try await home.submission(ids[0]).stage == "judging")
            #expect(try await home.submission(last).stage == "checking")
            await #expect(throws: (any Error).self) { try await act([last]) }
            try await home.store.database.write { try $0.execute("drop trigger broken") }
            let rest = try await act([last, last])
            #expect(rest.moved == [last] && rest.fault == nil)
            #expect(
                try await home.letters().filter { $0.hasPrefix("passed") }.count == Store.bulkBatch + 1)
        }
    }

    @Test("is refused whole when somebody has moved one of them since it was shown: who, when and which")
    func overtaken() async throws {
        try await FairHome.with { home in
            let ids = [try await home.file(0), try await home.file(1), try await home.judged(2)]
            let now = FairHome.time(16)
            func preview() async throws -> BulkOutcome {
                try await home.store.preview(
                    "pass", input: [:], on: ids, under: FairHome.handle, by: home.checker, at: now)
            }
            func act(_ shown: BulkOutcome) async throws -> BulkOutcome {
                try await home.store.act(
                    "pass", input: [:], on: shown.moved, under: FairHome.handle, expecting: shown.seen,
                    by: home.checker, at: now)
            }
            var shown = try await preview()
            #expect(shown.moved == [ids[0], ids[1]])
            try await home.act("pass", on: ids[0], by: home.officer, at: FairHome.time(15, 10))
            let told = Overtaking(
                number: "F-2564-0001", deed: .acted("pass"), name: "Demo officer", at: FairHome.time(15, 10))
            await #expect(throws: Refusal.overtaken([told])) { try await act(shown) }
            #expect(try await home.submission(ids[1]).stage == "checking")
            // What nobody decided does not matter: a judge is asked meanwhile, a reminder goes out.
            shown = try await preview()
            try await home.assign(ids[0], [0])
            try await home.store.fallDue(at: FairHome.time(25))
            #expect(try await act(shown).moved == [ids[1]])
        }
    }

    @Test("does not reach into another call, whatever the person may do there")
    func foreign() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0)
            try await home.openCall("other")
            try await home.store.decide(.publish, on: "other", by: home.officer, at: FairHome.time(2))
            let preview = try await home.store.preview(
                "pass", input: [:], on: [id], under: "other", by: home.officer, at: FairHome.time(15))
            #expect(preview.refused == [id: .notFound] && preview.seen.isEmpty)
            let outcome = try await home.store.act(
                "pass", input: [:], on: [id], under: "other", expecting: [id: 3], by: home.officer,
                at: FairHome.time(15))
            #expect(outcome.refused == [id: .notFound] && outcome.moved.isEmpty)
            #expect(try await home.submission(id).stage == "checking")
        }
    }
}
