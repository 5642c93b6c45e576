import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Who has left the organisation that a submission was started for")
struct LeftFilerTests {
    private func leave(_ home: FairHome, _ person: PersonID, _ town: Int) async throws {
        try await home.store.decide(
            .end(reason: ""), about: person, in: home.towns[town], by: .person(person),
            at: FairHome.time(16))
    }

    @Test("sees and writes it no more, and is not told of it; who is there now does and is")
    func left() async throws {
        try await FairHome.with { home in
            let (leaver, town) = (home.filers[0], home.towns[0])
            let id = try await home.file(0)
            let heir = try await home.enrol("heir")
            try await home.store.grantMembership(heir, town, role: .member, at: FairHome.time(15))
            // As long as both are there, both are told.
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            try await leave(home, leaver, 0)
            let update = Command.answer(page: "about", FairHome.answers("ใหม่"))
            await #expect(throws: Refusal.notFound) {
                try await home.store.dossier(id, for: leaver)
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.decide(update, on: id, by: leaver, at: FairHome.time(16))
            }
            #expect(try await home.store.ownSubmissions(of: leaver).isEmpty)
            #expect(try await home.store.ownSubmissions(of: heir).map(\.row.id) == [id])
            try await home.store.decide(update, on: id, by: heir, at: FairHome.time(16))
            try await home.act("resubmit", on: id, by: heir, at: FairHome.time(16))
            try await home.act("pass", on: id, by: home.checker, at: FairHome.time(17))
            let letters = try await home.letters()
            #expect(
                letters.filter { !$0.hasPrefix("membership") }.sorted() == [
                    "passed to heir@example.go.th", "receipt to filer-0@example.go.th",
                    "receipt to heir@example.go.th", "returned to filer-0@example.go.th",
                    "returned to heir@example.go.th",
                ])
        }
    }

    @Test("judges it not, and reads nothing of the committee about it")
    func stake() async throws {
        try await FairHome.with { home in
            let leaver = home.filers[0]
            let id = try await home.scored(0, (4, 4))
            try await leave(home, leaver, 0)
            try await home.grant("judge", to: leaver)
            try await home.store.grantMembership(leaver, home.office, role: .officer, at: FairHome.time(17))
            let dossier = try await home.store.dossier(id, for: leaver)
            #expect(dossier.isConflicted && !dossier.isOwn && dossier.submission.reviews.isEmpty)
            await #expect(throws: Refusal.ownOrganisation) {
                try await home.store.scoreTrace(
                    of: id, under: FairHome.handle, round: "first", for: leaver)
            }
            #expect(
                try await home.store.refusal(
                    of: .act("win", input: [:]), on: id, by: leaver, at: FairHome.time(21))
                    == .ownOrganisation)
            let outcome = try await home.store.assign(
                [AssignmentPair(submission: id, judge: leaver)], in: FairHome.handle, round: "first",
                by: home.officer, at: FairHome.time(21))
            #expect(outcome.added == 0 && outcome.refused == [Refusal.ownOrganisation.code: 1])
            let views = try await home.store.calls(of: leaver)
            #expect(try await home.store.waitingWork(in: views, of: leaver).values.first?.decisions ?? 0 == 0)
        }
    }
}
