import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SalaDatabase
import SalaEngine
import SalaThai
import Synchronization
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The last second of a call")
struct LastSecondTests {
    private static let entrants = 2000
    /// Connections that they come over.
    private static let lines = 64
    private static let closes = CallSite.start.adding(seconds: 86_400)

    private struct Entrant {
        let id: SubmissionID
        let answers: Answers
        let token: String
        let csrf: String
    }

    private struct Answer {
        let status: Int
        let words: String
    }

    /// Somebody whose draft is ready to be sent.
    private static func entrant(_ number: Int, _ store: Store) async throws -> Entrant {
        let person = try await store.enrol(
            email: "entrant-\(number)@filers.example", name: "Entrant \(number)", language: .english,
            at: CallSite.start)
        let session = try await store.signInDemo(person, agent: "", at: closes)
        let visitor = try #require(await store.visitor(session.token, at: closes))
        let id = try await store.start(under: "open-call", for: nil, by: person, at: CallSite.start)
        let field = number.isMultiple(of: 2) ? "health" : "water"
        let answers: Answers = ["title": .text("Work \(number)"), "field": .text(field)]
        try await store.decide(.answer(page: "one", answers), on: id, by: person, at: CallSite.start)
        return Entrant(id: id, answers: answers, token: session.token, csrf: visitor.csrf)
    }

    /// Runs the body for each number, so many at a time.
    private static func forEach<Result: Sendable>(
        _ numbers: Range<Int>, atOnce width: Int,
        _ body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            var next = numbers.lowerBound
            func add() {
                guard next < numbers.upperBound else { return }
                let number = next
                next += 1
                group.addTask { (number, try await body(number)) }
            }
            for _ in 0..<width { add() }
            while let (number, result) = try await group.next() {
                results[number] = result
                add()
            }
            return numbers.compactMap { results[$0] }
        }
    }

    /// The site of the office at a time that can be moved.
    private static func site(_ office: CallSite, _ clock: SiteClock) throws -> Site {
        let site = office.site
        return Site(
            store: site.store, templates: site.templates, settings: site.settings,
            mediaTypes: site.mediaTypes, key: Array(repeating: 7, count: 32), logger: site.logger,
            clock: { clock.now })
    }

    @Test("of 2,000 who press over the network, 64 at a time, who is told so is in, and all others know it")
    func rush() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let store = office.site.store
            let entrants = try await Self.forEach(0..<Self.entrants, atOnce: 32) {
                try await Self.entrant($0, store)
            }
            let clock = SiteClock(Self.closes)
            let answered = Atomic(0)
            let site = try Self.site(office, clock)
            let app = Application(
                router: try SalaApplication.router(site),
                configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: site.logger)
            let answers = try await app.test(.live) { client in
                let port = try #require(client.port)
                // Each line carries one request at a time, as a browser's does.
                let lines = try await Self.forEach(0..<Self.lines, atOnce: Self.lines) { line in
                    try await TestClient.withClient(
                        host: "localhost", port: port, configuration: .init(timeout: .seconds(600))
                    ) { client in
                        var answers: [Answer] = []
                        for number in stride(from: line, to: Self.entrants, by: Self.lines) {
                            answers.append(try await Self.submit(entrants[number], client))
                            // Once half of them have an answer, the second is over.
                            if answered.add(1, ordering: .relaxed).newValue == Self.entrants / 2 {
                                clock.move(to: Self.closes.adding(seconds: 1))
                            }
                        }
                        return answers
                    }
                }
                return (0..<Self.entrants).map { lines[$0 % Self.lines][$0 / Self.lines] }
            }
            try await Self.expect(answers, of: entrants, in: store)
        }
    }

    private static func submit(_ entrant: Entrant, _ client: TestClient) async throws -> Answer {
        let answer = try await client.execute(
            TestClient.Request(
                Paths.action("submit", on: entrant.id), method: .post,
                headers: [
                    .cookie: "__Host-sala-session=\(entrant.token)",
                    .contentType: "application/x-www-form-urlencoded",
                ], body: ByteBuffer(string: "csrf=\(entrant.csrf)")))
        return Answer(status: Int(answer.status.code), words: answer.body.map { String(buffer: $0) } ?? "")
    }

    /// What was answered is what is so: numbers without a gap for those who are in, and a draft with every
    /// word for the others.
    private static func expect(
        _ answers: [Answer], of entrants: [Entrant], in store: Store
    ) async throws {
        #expect(answers.count == Self.entrants)
        var numbers: Set<String> = []
        for (answer, entrant) in zip(answers, entrants) {
            let dossier = try await store.database.read { connection in
                try store.anyDossier(entrant.id, for: nil, in: connection)
            }
            let submission = try #require(dossier).submission
            #expect(submission.answers == entrant.answers)
            if answer.status == 303 {
                #expect(submission.stage == "shown")
                #expect(submission.filedAt == Self.closes)
                numbers.insert(try #require(submission.number))
            } else {
                #expect(answer.status == 409)
                #expect(answer.words.contains("by the server’s clock. Your draft is kept."))
                #expect(submission.stage == "draft" && submission.number == nil)
            }
        }
        let filed = answers.count { $0.status == 303 }
        #expect(numbers == Set((1...filed).map { "S-\(Digits.padded($0, to: 4))" }))
        #expect(filed >= Self.entrants / 2 && filed < Self.entrants)
    }
}
