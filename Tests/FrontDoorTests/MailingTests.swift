import Foundation
import SalaEngine
import SalaStore
import SalaThai
import Testing
import TestingMail

@testable import sala

@Suite("Letters on their way out", .timeLimit(.minutes(15)))
struct MailingTests {
    private static let day: Int64 = 86_400

    /// A port at which nobody listens now, but a mail server may later.
    private func port() async throws -> Int {
        try await MailSink.run { $0.port }
    }

    private func readers(_ sink: MailSink) throws -> [String] {
        try sink.received().flatMap(\.recipients).map { String($0.prefix { $0 != "@" }) }.sorted()
    }

    @Test("wait while the mail server is away, for days, and then each is delivered once")
    func outage() async throws {
        try await LetterHome.with { home in
            let names = (1...7).map { "reader-\($0)" }
            try await home.write(to: names)
            let port = try await port()
            var mailing = try home.mailing(port: port)
            try await home.run(&mailing, for: 6 * Self.day)
            #expect(try await home.states() == [.waiting: 7])
            var run = mailing
            let delivered = try await MailSink.run(["--port", "\(port)"]) { sink in
                // The longest pause is five minutes: the outbox is back within it.
                try await home.run(&run, for: 310)
                return (
                    try readers(sink), try sink.received().compactMap { $0.headers["Message-ID"] }
                )
            }
            #expect(delivered.0 == names)
            #expect(Set(delivered.1).count == 7)
            #expect(try await home.states() == [.sent: 7])
        }
    }

    @Test("ask a mail server that serves nobody less and less often, and never less than every five minutes")
    func pauses() async throws {
        try await LetterHome.with { home in
            try await home.write(to: ["reader"])
            var mailing = try home.mailing(port: try await port())
            var pauses: [Int64] = []
            for _ in 0..<9 {
                pauses.append(await mailing.step())
                home.clock.pass(pauses.last ?? 0)
            }
            #expect(pauses == [5, 10, 20, 40, 80, 160, 300, 300, 300])
        }
    }

    @Test(
        "are held against no letter that the server closes, wants a login, or takes no mail from this office",
        arguments: [["--closed"], ["--login", "sala:secret"], ["--senderless"]])
    func serverFaults(options: [String]) async throws {
        try await LetterHome.with { home in
            try await home.write(to: ["one", "two"])
            try await MailSink.run(options) { sink in
                var mailing = try home.mailing(port: sink.port)
                try await home.run(&mailing, for: 6 * Self.day)
            }
            #expect(try await home.states() == [.waiting: 2])
            #expect(try await home.store.outbox(limit: 9).letters.allSatisfy { $0.summary.fault == nil })
        }
    }

    @Test("go on past a reader whose server says no for good, and say in its words why")
    func refused() async throws {
        try await LetterHome.with { home in
            try await home.write(to: ["refused", "reader", "unwanted"])
            try await MailSink.run { sink in
                var mailing = try home.mailing(port: sink.port)
                try await home.run(&mailing, for: 60)
                #expect(try readers(sink) == ["reader"])
            }
            #expect(try await home.states() == [.failed: 2, .sent: 1])
            let dead = try await home.store.outbox(OutboxFilter(states: [.failed]), limit: 9).letters
            #expect(
                dead.compactMap(\.summary.fault) == [
                    "554 5.7.1 The text is not wanted", "550 5.1.1 No such reader here",
                ])
        }
    }

    @Test("are tried for five days where a reader's server puts them off, and hold up nobody meanwhile")
    func greylisted() async throws {
        try await LetterHome.with { home in
            try await home.write(to: ["greylisted", "reader"])
            try await MailSink.run { sink in
                var mailing = try home.mailing(port: sink.port)
                try await home.run(&mailing, for: 60)
                #expect(try readers(sink) == ["reader"])
                try await home.run(&mailing, for: 4 * Self.day)
                #expect(try await home.states() == [.waiting: 1, .sent: 1])
                try sink.create("release")
                try await home.run(&mailing, for: 7200)
                #expect(try readers(sink) == ["greylisted", "reader"])
            }
            #expect(try await home.states() == [.sent: 2])
        }
        try await LetterHome.with { home in
            try await home.write(to: ["greylisted"])
            try await MailSink.run { sink in
                var mailing = try home.mailing(port: sink.port)
                try await home.run(&mailing, for: 5 * Self.day + 7200)
            }
            #expect(try await home.states() == [.failed: 1])
        }
    }

    @Test("repeat after a crash no more than the one that was in hand, and that under its own Message-ID")
    func crash() async throws {
        try await LetterHome.with { home in
            try await home.write(to: (1...4).map { "reader-\($0)" })
            try await MailSink.run { sink in
                var mailing = try home.mailing(port: sink.port)
                _ = await mailing.step()
                // Taken and sent, and then the power went: nobody reported on it.
                let inHand = try #require(
                    try await home.store.takeLetters(limit: 1, at: home.clock.now).first)
                #expect(try await LetterHome.isTaken(inHand, port: sink.port))
                var next = try home.mailing(port: sink.port)
                try await home.run(&next, for: 700)
                let received = try sink.received()
                let ids = received.compactMap { $0.headers["Message-ID"] }
                #expect(ids.count == 5 && Set(ids).count == 4)
                let twice = ids.filter { id in ids.count { $0 == id } == 2 }
                #expect(Set(twice) == ["<\(inHand.id.uuidString.lowercased())@sala.example>"])
            }
            #expect(try await home.states() == [.sent: 4])
        }
    }

    @Test("are written down as sent even while the server is told to stop")
    func stopped() async throws {
        try await LetterHome.with { home in
            try await home.write(to: ["held"])
            try await MailSink.run { sink in
                let mailing = try home.mailing(port: sink.port)
                let sending = Task {
                    var mailing = mailing
                    _ = await mailing.step()
                }
                try await sink.wait("the letter") { sink.text("waiting") == "1" }
                sending.cancel()
                try sink.create("release")
                await sending.value
            }
            #expect(try await home.states() == [.sent: 1])
        }
    }

    @Test("carry a Message-ID in ASCII, whatever letters the office's domain is written in")
    func thaiDomain() async throws {
        try await LetterHome.with { home in
            try await home.write(to: ["reader"])
            try await MailSink.run { sink in
                var mailing = try home.mailing(port: sink.port, sender: "sala@คน.ไทย")
                _ = await mailing.step()
                let id = try #require(try sink.received().first?.headers["Message-ID"])
                #expect(id.hasSuffix("@xn--42c6b.xn--o3cw4h>"))
            }
        }
    }
}
