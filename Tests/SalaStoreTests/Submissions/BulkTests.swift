import Foundation
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
                "pass", input: [:], on: ids, by: home.checker, at: FairHome.time(15))
            #expect(preview.moved == [checking, second])
            #expect(
                preview.refused == [
                    draft: .notFound, judged: .wrongStage("judging"), own: .ownOrganisation,
                    unknown: .notFound,
                ])
            #expect(try await home.submission(checking).stage == "checking")
            let outcome = try await home.store.act(
                "pass", input: [:], on: ids, by: home.checker, at: FairHome.time(15))
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
                    action, input: [:], on: [id], by: home.filers[0], at: FairHome.time(15))
                #expect(outcome.moved == [])
                #expect(outcome.refused == [id: action == "fly" ? .notFound : .notAllowed])
            }
            let mistakes = try await home.store.preview(
                "return", input: [:], on: [id], by: home.checker, at: FairHome.time(15))
            guard case .mistaken(let found) = mistakes.refused[id] else {
                Issue.record("not mistaken")
                return
            }
            #expect(found.map(\.question) == ["reason", "due"])
            let many = Array(repeating: id, count: 1001)
            await #expect(throws: Refusal.limitReached(1000)) {
                try await home.store.act(
                    "pass", input: [:], on: many, by: home.checker, at: FairHome.time(15))
            }
        }
    }

    @Test("is done to all or to none: a letter that cannot be written undoes it")
    func atomic() async throws {
        try await FairHome.with("broken passed") { home in
            let ids = [try await home.file(0), try await home.file(1)]
            await #expect(throws: FairHome.BrokenLetter.self) {
                try await home.store.act("pass", input: [:], on: ids, by: home.checker, at: FairHome.time(15))
            }
            for id in ids { #expect(try await home.submission(id).stage == "checking") }
        }
    }
}
