import Foundation
import SalaEngine
import SalaLetters
import SalaThai
import Testing
import TestingMail

@Suite("A mail sender", .timeLimit(.minutes(2)))
struct MailSenderTests {
    private func message(
        _ to: String = "reader@example.com", subject: String = "ก", body: String = "ข",
        id: String = "1@sala.example"
    ) throws -> MailMessage {
        let from = try #require(MailAddress("no-reply@sala.example"))
        let reader = try #require(MailAddress(to))
        return try MailMessage(
            from: Mailbox(name: "ศาลา", address: from), to: Mailbox(address: reader),
            letter: Letter(language: .thai, subject: subject, body: body), id: id,
            date: Instant(seconds: 1_719_853_201))
    }

    private func makeSender(
        _ port: Int, host: String = "127.0.0.1", login: MailServer.Login? = nil,
        encryption: MailServer.Encryption = .opportunistic, authorities: String? = nil,
        timeout: Duration = .seconds(30)
    ) throws -> MailSender {
        MailSender(
            try #require(
                MailServer(
                    url: "smtp://\(host):\(port)", login: login, encryption: encryption,
                    authorities: authorities,
                    messageTimeout: timeout)))
    }

    private func fault(_ delivery: Delivery) throws -> DeliveryFault {
        guard case .failed(let fault) = delivery else { throw Unexpected(delivery: delivery) }
        return fault
    }

    private func queued(_ number: Int) -> Delivery {
        .accepted(reply: "250 2.0.0 Queued as \(number)")
    }

    private struct Unexpected: Error {
        let delivery: Delivery
    }

    @Test("brings a Thai letter whole: subject, both bodies, and what mail programs need to know")
    func whole() async throws {
        let subject = "แจ้งผลการรับเรื่อง: โครงการประกวดนวัตกรรมดิจิทัลท้องถิ่น เลขที่ DL-2568-00042"
        let long = String(repeating: "ข้อความยาวไม่มีช่องว่าง", count: 300)
        let body = "เรียน ผู้ยื่นเรื่อง\n\n.จุดนำหน้า\n..\n.\n\(long)\nดูที่ https://sala.example/a?b=1&c=2\n"
        let text = try message(
            "reader+sala@example.com", subject: subject, body: body, id: "letter-42@sala.example")
        try await MailSink.run { sink in
            let delivery = try await makeSender(sink.port).send(text)
            #expect(delivery == queued(1))
            let received = try #require(try sink.received().first)
            #expect(received.defects == [])
            #expect(received.sender == "no-reply@sala.example")
            #expect(received.recipients == ["reader+sala@example.com"])
            #expect(
                received.headers == [
                    "From": "ศาลา <no-reply@sala.example>", "To": "reader+sala@example.com",
                    "Subject": subject,
                    "Date": "Tue, 02 Jul 2024 00:00:01 +0700", "Message-ID": "<letter-42@sala.example>",
                    "MIME-Version": "1.0", "Auto-Submitted": "auto-generated", "Content-Language": "th",
                    "Content-Type": "multipart/alternative; boundary=\"=_sala_alternative\"",
                ])
            #expect(received.headerCount == 9)
            #expect(received.types == ["text/plain", "text/html"])
            #expect(received.plain.replacing("\r\n", with: "\n") == body)
            #expect(received.html.contains("<p>.จุดนำหน้า<br>\r\n..<br>\r\n.<br>\r\n\(long)<br>"))
            #expect(received.html.contains("href=\"https://sala.example/a?b=1&amp;c=2\""))
            #expect(try Data(contentsOf: sink.folder.appending(path: "1.eml")) == Data(text.source.utf8))
        }
    }

    @Test("tells for good from for now, in the server's words, and goes on with the next letter")
    func refusals() async throws {
        try await MailSink.run { sink in
            let sender = try makeSender(sink.port)
            #expect(
                try await fault(sender.send(message("refused@example.com")))
                    == DeliveryFault(
                        cause: .messageRefused, code: 550,
                        reason: "550 5.1.1 No such reader here"))
            #expect(
                try await fault(sender.send(message("greylisted@example.com")))
                    == DeliveryFault(
                        cause: .messageRefused, code: 451,
                        reason: "451 4.7.1 Greylisted, come back later"))
            #expect(
                try await fault(sender.send(message("unwanted@example.com")))
                    == DeliveryFault(
                        cause: .messageRefused, code: 554,
                        reason: "554 5.7.1 The text is not wanted"))
            #expect(try await sender.send(message()) == queued(1))
        }
    }

    @Test("tells what any letter would have met from what this one did")
    func whose() async throws {
        try await MailSink.run { sink in
            let sender = try makeSender(sink.port)
            var faults: [DeliveryFault] = []
            for reader in ["greylisted", "unwanted", "refused", "closing"] {
                faults.append(try await fault(sender.send(message("\(reader)@example.com"))))
            }
            #expect(faults.map(\.isOfServer) == [false, false, false, true])
            #expect(faults.map(\.isPermanent) == [false, true, true, false])
            #expect(faults.last?.cause == .serverRefused && faults.last?.code == 421)
        }
        try await MailSink.run(["--senderless"]) { sink in
            let fault = try await fault(makeSender(sink.port).send(message()))
            #expect(fault.cause == .serverRefused && fault.code == 550)
            #expect(fault.isOfServer && !fault.isPermanent)
        }
    }

    @Test("keeps one connection for many letters")
    func reuse() async throws {
        try await MailSink.run { sink in
            let sender = try makeSender(sink.port)
            for number in 1...3 {
                let delivery = try await sender.send(message(id: "\(number)@sala.example"))
                #expect(delivery == queued(number))
            }
            await sender.close()
            _ = try await sender.send(message(id: "4@sala.example"))
            let peers = try sink.received().map(\.peer)
            #expect(peers.count == 4)
            #expect(Set(peers.prefix(3)).count == 1)
            #expect(peers.last != peers.first)
        }
    }

    @Test("finds the server again after it was restarted")
    func restart() async throws {
        var kept: (sender: MailSender, port: Int)?
        try await MailSink.run { sink in
            let sender = try makeSender(sink.port)
            #expect(try await sender.send(message()) == queued(1))
            kept = (sender, sink.port)
        }
        let (sender, port) = try #require(kept)
        let gone = try await fault(sender.send(message()))
        #expect(gone.cause == .unreachable && !gone.isPermanent)
        try await MailSink.run(["--port", "\(port)"]) { _ in
            let again = try await sender.send(message())
            #expect(again == queued(1))
        }
    }

    @Test("takes a refused connection for a temporary fault without a reply")
    func connectionRefused() async throws {
        let fault = try await fault(makeSender(1).send(message()))
        #expect(fault.cause == .unreachable)
        #expect(!fault.isPermanent)
        #expect(fault.code == nil)
    }

    @Test("gives up on a server that does not answer, for now")
    func silence() async throws {
        try await MailSink.run(["--silent"]) { sink in
            let fault = try await fault(
                makeSender(sink.port, timeout: .milliseconds(300)).send(message()))
            #expect(fault.cause == .timedOut)
            #expect(!fault.isPermanent)
        }
    }

    @Test("does not blame the letter when the server serves nobody")
    func closed() async throws {
        try await MailSink.run(["--closed"]) { sink in
            let fault = try await fault(makeSender(sink.port).send(message()))
            #expect(fault.code == 554)
            #expect(fault.isOfServer && !fault.isPermanent)
        }
    }

    @Test("speaks TLS to a server whose certificate it can verify, and logs in there")
    func encrypted() async throws {
        try await MailSink.run(["--tls", "--login", "sala:ลับ"]) { sink in
            let login = MailServer.Login(user: "sala", password: "ลับ")
            let trusted = try makeSender(
                sink.port, login: login, encryption: .required, authorities: sink.path("certificate.pem"))
            #expect(try await trusted.send(message()) == queued(1))
            let received = try #require(try sink.received().first)
            #expect(received.isEncrypted && received.isLoggedIn)

            let stranger = try await fault(
                makeSender(sink.port, login: login, encryption: .required).send(message()))
            #expect(stranger.cause == .insecure && !stranger.isPermanent)

            let wrong = MailServer.Login(user: "sala", password: "ผิด")
            let refused = try await fault(
                makeSender(sink.port, login: wrong).send(message()))
            #expect(refused.cause == .loginRefused && !refused.isPermanent && refused.code == 535)

            let nameless = try await fault(makeSender(sink.port).send(message()))
            #expect(nameless.cause == .loginRefused && !nameless.isPermanent && nameless.code == 530)
        }
    }

    @Test("sends nothing in the clear where TLS is required")
    func requiresTLS() async throws {
        try await MailSink.run { sink in
            let fault = try await fault(
                makeSender(sink.port, encryption: .required).send(message()))
            #expect(fault.cause == .insecure && !fault.isPermanent)
            #expect(try sink.received().isEmpty)
        }
    }

    @Test("waits for slow servers without holding a thread that other work needs")
    func cooperative() async throws {
        let count = ProcessInfo.processInfo.activeProcessorCount * 2 + 2
        let message = try message("held@example.com")
        try await MailSink.run { sink in
            let senders = try (0..<count).map { _ in try makeSender(sink.port) }
            async let deliveries = withTaskGroup(of: Delivery.self) { group in
                for sender in senders { group.addTask { await sender.send(message) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            // This runs on the pool: were its threads held by the senders, nobody would release them.
            try await sink.wait("all senders") { sink.text("waiting") == "\(count)" }
            try sink.create("release")
            for delivery in await deliveries {
                guard case .accepted = delivery else { throw Unexpected(delivery: delivery) }
            }
        }
    }

    @Test(
        "is configured with an smtp or smtps URL only",
        arguments: [
            ("smtp://mail.example:25", true), ("smtps://mail.example", true), ("http://mail.example", false),
            ("file:///etc/passwd", false), ("smtp://", false), ("mail.example:25", false), ("", false),
        ])
    func urls(url: String, isGood: Bool) {
        #expect((MailServer(url: url) != nil) == isGood)
    }
}
