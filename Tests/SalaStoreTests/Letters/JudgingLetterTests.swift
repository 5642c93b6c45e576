import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Letters about judging")
struct JudgingLetterTests {
    private struct Letter: Equatable {
        var name: String
        var to: String
        var body: String
    }

    private func letters(_ home: FairHome) async throws -> [Letter] {
        try await home.store.database.read { connection in
            try connection.rows(
                """
                select name, address, body from letter where name in ('reviews-asked', 'judges-missing')
                order by rowid
                """
            ).map { Letter(name: try $0.get("name"), to: try $0.get("address"), body: try $0.get("body")) }
        }
    }

    private func forget(_ home: FairHome) async throws {
        try await home.store.database.write { try $0.execute("delete from letter") }
    }

    @Test("name the day on which the first of what is newly asked falls due")
    func firstDue() {
        let judge = PersonID(.version7(at: FairHome.time(1)))
        var news = JudgingNews()
        for day in [20, 18, 19] { news.add("first", of: judge, due: FairHome.time(day)) }
        news.add("first", of: judge, due: nil)
        let request = news.byJudge[judge]?["first"]
        #expect(request?.due == FairHome.time(18))
        #expect(request?.count == 4)
    }

    @Test("tell a judge once for each act of assigning how much is asked, and where")
    func asked() async throws {
        try await FairHome.with { home in
            for town in 0..<3 { _ = try await home.judged(town) }
            for _ in 0..<2 {
                _ = try await home.store.assign(
                    FairHome.handle, round: "first", from: .seed(7), by: home.officer, at: FairHome.time(16))
            }
            let letters = try await letters(home)
            // Three submissions with two judges each, dealt to four.
            #expect(letters.count == 4)
            #expect(Set(letters.map(\.to)).count == 4)
            #expect(letters.map(\.name) == Array(repeating: "reviews-asked", count: 4))
            let counts = letters.compactMap { letter in
                letter.body.split(separator: "\n").first { $0.hasPrefix("count=") }
            }
            #expect(counts.sorted() == ["count=1", "count=1", "count=2", "count=2"])
            let link = "link=https://sala.example/calls/\(FairHome.handle)/judging"
            #expect(letters.allSatisfy { $0.body.contains(link) })
        }
    }

    @Test("tell of one review that is asked by hand, and of none that is refused")
    func byHand() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0)
            try await home.assign(id, [2])
            let again = [AssignmentPair(submission: id, judge: home.judges[2])]
            _ = try await home.store.assign(
                again, in: FairHome.handle, round: "first", by: home.officer, at: FairHome.time(16))
            #expect(try await letters(home).map(\.to) == ["judge-3@example.go.th"])
        }
    }

    @Test("tell those who assign of each judge that a submission loses: its number, not who or why")
    func missing() async throws {
        try await FairHome.with { home in
            let colleague = try await home.colleague()
            let id = try await home.judged(0, "ไฟส่องสว่าง", judges: [0, 1])
            try await forget(home)
            try await home.store.decide(
                .declareConflict(round: "first", reason: "ญาติกัน"), on: id, by: home.judges[0],
                at: FairHome.time(17))
            let first = try await letters(home)
            #expect(Set(first.map(\.to)) == ["officer@example.go.th", "colleague@example.go.th"])
            for letter in first {
                #expect(letter.name == "judges-missing")
                #expect(letter.body.contains("number=F-2564-0001") && letter.body.contains("missing=1"))
                let link = "link=https://sala.example/calls/\(FairHome.handle)/rounds/first"
                #expect(letter.body.contains(link))
                for secret in ["ญาติกัน", "Demo judge", "ไฟส่องสว่าง"] { #expect(!letter.body.contains(secret)) }
            }
            try await forget(home)
            try await home.store.decide(
                .unassign(round: "first", judge: home.judges[1], reason: "ลาออก"), on: id, by: colleague,
                at: FairHome.time(17))
            // Who took the judge off knows.
            let second = try await letters(home)
            #expect(second.map(\.to) == ["officer@example.go.th"])
            #expect(second.allSatisfy { $0.body.contains("missing=2") })
        }
    }

    @Test("tell all who assign of a judge who was lost while it was decided, once that is taken back")
    func takenBack() async throws {
        try await FairHome.with("early") { home in
            _ = try await home.colleague()
            let ids = [try await home.judged(0, judges: [0, 1]), try await home.judged(1, judges: [2, 3])]
            for id in ids { try await home.act("win", on: id, by: home.officer) }
            try await home.store.decide(
                .revoke(role: "judge", person: home.judges[0]), on: FairHome.handle, by: home.officer,
                at: FairHome.time(20))
            #expect(try await letters(home).allSatisfy { $0.name != "judges-missing" })
            try await forget(home)
            try await home.store.takeBackSelection(
                FairHome.handle, by: home.officer, at: FairHome.time(21))
            let told = try await letters(home)
            #expect(Set(told.map(\.to)) == ["officer@example.go.th", "colleague@example.go.th"])
            for letter in told {
                #expect(letter.body.contains("number=F-2564-0001") && letter.body.contains("missing=1"))
            }
        }
    }

    @Test("are not written while a submission has the judges that its round wants, nor to whom it is the own")
    func notMissing() async throws {
        try await FairHome.with { home in
            let id = try await home.judged(0, judges: [0, 1, 2])
            try await forget(home)
            try await home.store.decide(
                .abstain(round: "first", reason: "ไม่ถนัด"), on: id, by: home.judges[2],
                at: FairHome.time(17))
            #expect(try await letters(home) == [])
            try await home.store.grantMembership(
                home.officer, home.towns[0], role: .member, at: FairHome.time(1))
            try await home.store.decide(
                .abstain(round: "first", reason: "ไม่ถนัด"), on: id, by: home.judges[1],
                at: FairHome.time(17))
            #expect(try await letters(home) == [])
        }
    }
}
