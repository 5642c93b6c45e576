import ArgumentParser
import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// What an operator asks of the outbox.
struct Letters: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what became of letters, and has those sent again that were given up.",
        subcommands: [List.self, Retry.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Counts the letters by state and names those that were given up, with the reason.")

        @OptionGroup var options: InstallationOptions

        @Option(help: "So many of the letters that were given up are named, the newest first.")
        var limit: Int = 100

        func run() async throws {
            let outbox = try await options.store().outbox(
                OutboxFilter(states: [.failed]), limit: max(1, limit))
            for state in LetterState.allCases {
                Speech.tell("\(state.words): \(outbox.counts[state] ?? 0)")
            }
            for letter in outbox.letters.map(\.summary) {
                let reason = letter.fault ?? ""
                Speech.tell("\(letter.id.text) \(letter.name) \(letter.address): \(reason)")
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Has letters sent again that were given up: those named, or all.")

        @OptionGroup var options: InstallationOptions

        @Argument(help: "The letters' ids, as `sala letters list` names them; all when none is named.")
        var letters: [String] = []

        func run() async throws {
            let ids = try letters.map { text in
                guard let id = UUID(text: text) else {
                    throw ValidationError(saying: "\(text) is not the id of a letter")
                }
                return id
            }
            let count = try await options.store().sendAgain(ids.isEmpty ? nil : ids, at: .now())
            Speech.tell("\(count) letters wait to be sent again")
        }
    }
}

extension LetterState {
    fileprivate var words: Sentence {
        switch self {
        case .waiting: "waiting"
        case .sending: "sending"
        case .sent: "sent"
        case .failed: "failed"
        case .kept: "kept"
        }
    }
}
