import ArgumentParser
import Foundation
import Logging
import SalaLetters
import SalaStore
import SalaThai
import ServiceLifecycle

/// Sends the letters of the outbox, one after the other, and writes down what became of each.
struct OutboxService: Service {
    private let store: Store
    private let logger: Logger
    private let mail: MailSender
    private let sender: Mailbox
    private let domain: String

    init(store: Store, mail: MailServer, sender: String, logger: Logger) throws {
        guard let address = MailAddress(sender) else {
            throw ValidationError("\(sender) is not an e-mail address that letters can come from")
        }
        self.store = store
        self.logger = logger
        self.mail = MailSender(mail)
        self.sender = Mailbox(name: "ศาลา", address: address)
        domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let sent = await sendNext()
                if sent == 0 { try? await Task.sleep(for: .seconds(1)) }
            }
        }
        await mail.close()
    }

    private func sendNext() async -> Int {
        do {
            let letters = try await store.takeLetters(limit: 20, at: .now())
            for letter in letters {
                try await store.report(await send(letter), of: letter, at: .now())
            }
            return letters.count
        } catch {
            logger.error("outbox", metadata: ["error": "\(error)"])
            return 0
        }
    }

    private func send(_ letter: OutgoingLetter) async -> LetterOutcome {
        guard let address = MailAddress(letter.address) else { return .refused("not an e-mail address") }
        do {
            let message = try MailMessage(
                from: sender, to: Mailbox(address: address),
                letter: Letter(language: letter.language, subject: letter.subject, body: letter.body),
                id: "\(letter.id.uuidString.lowercased())@\(domain)", date: letter.writtenAt)
            switch await mail.send(message) {
            case .accepted: return .accepted
            case .failed(let fault) where fault.isPermanent: return .refused(fault.description)
            case .failed(let fault): return .postponed(fault.description)
            }
        } catch {
            return .refused("\(error)")
        }
    }
}
