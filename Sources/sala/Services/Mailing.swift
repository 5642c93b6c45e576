import ArgumentParser
import Foundation
import Logging
import SalaEngine
import SalaLetters
import SalaStore
import SalaThai

/// The way of one server through the outbox: a letter at a time, and none while the mail server serves
/// nobody.
///
/// A letter is taken, sent and reported on before the next one is taken: whatever stops the program, no more
/// than the one in between can go out twice, under the same Message-ID.
struct Mailing {
    /// How long to wait before looking for letters again when there was none.
    static let restSeconds: Int64 = 1
    /// The longest time between two tries to reach the mail server.
    static let longestPauseSeconds: Int64 = 300

    private let store: Store
    private let mail: MailSender
    private let sender: Mailbox
    private let clock: @Sendable () -> Instant
    private let logger: Logger
    /// Since when the mail server has not served us, and how often it has been asked since.
    private var outage: (since: Instant, tries: Int)?
    /// What could not be written down yet: nothing else is sent before it is.
    private var unreported: (letter: OutgoingLetter, outcome: LetterOutcome)?

    init(
        store: Store, mail: MailServer, sender: String, clock: @escaping @Sendable () -> Instant,
        logger: Logger
    ) throws {
        guard let address = MailAddress(sender) else {
            throw ValidationError(saying: "\(sender) is not an e-mail address that letters can come from")
        }
        self.store = store
        self.mail = MailSender(mail)
        self.sender = Mailbox(name: "ศาลา", address: address)
        self.clock = clock
        self.logger = logger
    }

    /// Sends the next letter whose time has come. Says how many seconds to wait before the next step.
    mutating func step() async -> Int64 {
        do {
            if let (letter, outcome) = unreported { try await report(outcome, of: letter) }
            guard let letter = try await store.takeLetters(limit: 1, at: clock()).first else {
                return Self.restSeconds
            }
            let (outcome, fault) = await send(letter)
            let pause = note(fault, of: letter, outcome)
            try await report(outcome, of: letter)
            return pause
        } catch {
            logger.error("outbox", metadata: ["error": "\(Logger.words(for: error))"])
            return Self.restSeconds
        }
    }

    /// Hangs up.
    func close() async {
        await mail.close()
    }

    private mutating func report(_ outcome: LetterOutcome, of letter: OutgoingLetter) async throws {
        unreported = (letter, outcome)
        let (store, now) = (store, clock())
        // A task of its own: a server that is told to stop must still write down what it sent.
        try await Task { try await store.report(outcome, of: letter, at: now) }.value
        unreported = nil
    }

    private func send(_ letter: OutgoingLetter) async -> (LetterOutcome, DeliveryFault?) {
        guard let address = MailAddress(letter.address) else {
            return (.refused("not an e-mail address"), nil)
        }
        let message: MailMessage
        do {
            message = try MailMessage(
                from: sender, to: Mailbox(address: address),
                letter: Letter(language: letter.language, subject: letter.subject, body: letter.body),
                id: "\(letter.id.text)@\(sender.address.domain)", date: letter.writtenAt)
        } catch {
            return (.refused("\(error)"), nil)
        }
        switch await mail.send(message) {
        case .accepted: return (.accepted, nil)
        case .failed(let fault) where fault.isOfServer: return (.untried, fault)
        case .failed(let fault) where fault.isPermanent: return (.refused(fault.reason), fault)
        case .failed(let fault): return (.postponed(fault.reason), fault)
        }
    }

    /// Logs what an operator should know, without a word of the server's: it may name people. Gives the
    /// pause.
    private mutating func note(
        _ fault: DeliveryFault?, of letter: OutgoingLetter, _ outcome: LetterOutcome
    ) -> Int64 {
        let code = fault?.code.map(String.init) ?? "none"
        guard let fault, fault.isOfServer else {
            if let outage {
                let seconds = clock().seconds - outage.since.seconds
                logger.notice("mail server is back", metadata: ["seconds": "\(seconds)"])
                self.outage = nil
            }
            if case .refused = outcome {
                logger.notice("letter given up", metadata: ["letter": "\(letter.id)", "reply": "\(code)"])
            }
            return 0
        }
        let tries = outage?.tries ?? 0
        if tries == 0 {
            logger.warning(
                "mail server serves nobody, letters wait",
                metadata: ["cause": "\(fault.cause.rawValue)", "reply": "\(code)"])
        }
        outage = (outage?.since ?? clock(), tries + 1)
        return min(5 << Int64(min(tries, 10)), Self.longestPauseSeconds)
    }
}
