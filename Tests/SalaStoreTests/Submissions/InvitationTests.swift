import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Invitations to write along")
struct InvitationTests {
    private static let now = FairHome.time(14)
    private static let address = "friend@people.example"

    /// The secret of the newest invitation's letter.
    private func secret(_ home: FairHome) async throws -> String {
        let letters = try await home.store.outbox(limit: 20).letters
        let body = try #require(letters.first { $0.summary.name == "invitation" }).body
        let line = try #require(body.split(separator: "\n").first { $0.hasPrefix("link=") })
        return String(line.dropFirst(5))
    }

    @Test("open an account, let in to that one entry, and are used up")
    func joins() async throws {
        try await FairHome.with { home in
            let (store, now) = (home.store, Self.now)
            let id = try await home.start(0)
            let other = try await home.start(1)
            try await store.invite(email: " Friend@People.example", to: id, by: home.filers[0], at: now)
            let link = try await secret(home)
            let offer = try await store.invitation(link, at: now)
            #expect(offer.address == Self.address && !offer.hasAccount && offer.submission == id)
            let faults = try await store.openAccount(
                invitedBy: link, name: " ", password: "short", language: .thai, at: now)
            #expect(faults.count == 2)
            let opened = try await store.openAccount(
                invitedBy: link, name: "เพื่อน (ตัวอย่าง)", password: "correct horse battery", language: .thai,
                at: now)
            #expect(opened == [])
            let friend = try #require(await store.person(email: Self.address))
            await #expect(throws: Refusal.notFound) { try await store.dossier(id, for: friend) }
            try await store.join(id, by: friend, at: now)
            #expect(try await store.dossier(id, for: friend).isOwn)
            #expect(try await store.ownSubmissions(of: friend).map(\.row.id) == [id])
            await #expect(throws: Refusal.notFound) { try await store.dossier(other, for: friend) }
            try await store.decide(
                .answer(page: "about", FairHome.answers("ของเพื่อน")), on: id, by: friend, at: now)
            await #expect(throws: AccountRefusal.linkSpent) { try await store.invitation(link, at: now) }
            await #expect(throws: Refusal.invitation(.spent)) {
                try await store.join(id, by: friend, at: now)
            }
            let view = try await store.submission(id, for: home.filers[0], at: now)
            #expect(view.names[friend] == "เพื่อน (ตัวอย่าง)")
            try await home.act("submit", on: id, by: home.filers[0], at: now)
            let seen = try await store.submission(id, for: home.officer, at: now)
            #expect(!seen.events.contains { ["invited", "joined"].contains($0.body.kind) })
            #expect(seen.dossier.submission.invitations == nil)
        }
    }

    @Test("end when somebody is taken off, who sees it no more and still judges it never")
    func parting() async throws {
        try await FairHome.with { home in
            let (store, now) = (home.store, Self.now)
            let id = try await home.start(0)
            let friend = try await home.enrol("friend")
            try await store.invite(email: "friend@example.go.th", to: id, by: home.filers[0], at: now)
            #expect(try await store.invitation(to: id, for: friend, at: now).hasAccount)
            await #expect(throws: Refusal.notFound) {
                try await store.invitation(to: id, for: home.stranger, at: now)
            }
            await #expect(throws: Refusal.notFound) { try await store.join(id, by: home.stranger, at: now) }
            try await store.join(id, by: friend, at: now)
            let company = try await store.company(of: id, for: friend, at: now)
            #expect(company.members.count == 1 && !company.mayInvite)
            let invitation = try #require(company.members.first).invitation.id
            try await store.decide(.part(invitation), on: id, by: home.filers[0], at: now)
            await #expect(throws: Refusal.notFound) { try await store.dossier(id, for: friend) }
            #expect(try await store.ownSubmissions(of: friend).isEmpty)
            try await home.answer(id, 0, FairHome.answers("ไฟ"))
            try await home.act("submit", on: id, by: home.filers[0], at: now)
            try await home.act("pass", on: id, by: home.checker)
            try await home.grant("judge", to: friend)
            let pairs = [AssignmentPair(submission: id, judge: friend)]
            let outcome = try await store.assign(
                pairs, in: FairHome.handle, round: "first", by: home.officer, at: FairHome.time(16))
            #expect(outcome.refused == ["own-organisation": 1])
            let plan = try await store.assignmentPlan(
                FairHome.handle, round: "first", from: .seed(1), by: home.officer, at: FairHome.time(16))
            #expect(!plan.pairs.isEmpty && !plan.pairs.contains { $0.judge == friend })
        }
    }

    @Test("are refused to a judge and to who is invited already, and stay no longer than the deadline")
    func refused() async throws {
        try await FairHome.with { home in
            let (store, now) = (home.store, Self.now)
            let id = try await home.start(0)
            try await store.invite(email: "judge-1@example.go.th", to: id, by: home.filers[0], at: now)
            await #expect(throws: Refusal.invitation(.partInCall)) {
                try await store.join(id, by: home.judges[0], at: now)
            }
            await #expect(throws: Refusal.invitation(.alreadyInvited)) {
                try await store.invite(email: "judge-1@example.go.th", to: id, by: home.filers[0], at: now)
            }
            await #expect(throws: Refusal.invitation(.alreadyMember)) {
                try await store.invite(email: "filer-0@example.go.th", to: id, by: home.filers[0], at: now)
            }
            await #expect(throws: Refusal.invitation(.badAddress)) {
                try await store.invite(email: "nobody", to: id, by: home.filers[0], at: now)
            }
            let friend = try await home.enrol("friend")
            try await store.invite(email: "friend@example.go.th", to: id, by: home.filers[0], at: now)
            await #expect(throws: Refusal.notFound) {
                try await store.invitation(to: id, for: friend, at: FairHome.after)
            }
        }
    }

    @Test("leave every version of an answer to be read by those who write, and by nobody else")
    func versions() async throws {
        try await FairHome.with { home in
            let (store, now) = (home.store, Self.now)
            let id = try await home.start(0)
            let friend = try await home.enrol("friend")
            try await store.invite(email: "friend@example.go.th", to: id, by: home.filers[0], at: now)
            try await store.join(id, by: friend, at: now)
            try await home.answer(id, 0, FairHome.answers("หนึ่ง"))
            try await store.decide(
                .setAside(page: "about", ["title": .text("สอง")]), on: id, by: friend, at: FairHome.time(15))
            try await home.answer(id, 0, FairHome.answers("สาม"), at: FairHome.time(16))
            for person in [friend, home.filers[0]] {
                let versions = try await store.writing(of: id, for: person).versions["title"] ?? []
                #expect(versions.map { $0.answer?.string } == ["หนึ่ง", "สอง", "สาม"])
                #expect(versions.map(\.isAside) == [false, true, false])
                #expect(versions.map(\.by) == [home.filers[0], friend, home.filers[0]])
            }
            try await home.act("submit", on: id, by: home.filers[0], at: FairHome.time(17))
            await #expect(throws: Refusal.notAllowed) {
                try await store.writing(of: id, for: home.officer)
            }
        }
    }

    @Test("cost as many queries for three colleagues as for one", arguments: [1, 3])
    func queries(count: Int) async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            for number in 0..<count {
                let friend = try await home.enrol("friend-\(number)")
                try await home.store.invite(
                    email: "friend-\(number)@example.go.th", to: id, by: home.filers[0], at: Self.now)
                try await home.store.join(id, by: friend, at: Self.now)
            }
            let queries = try await home.store.database.counting {
                let company = try await home.store.company(of: id, for: home.filers[0], at: Self.now)
                #expect(company.members.count == count)
            }
            #expect(queries == 3)
        }
    }
}
