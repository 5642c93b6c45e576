import ArgumentParser
import SalaEngine

/// The front door: everything that an operator or an author of programmes can ask of Sala.
@main
struct Sala: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sala", abstract: "Runs a government's digital programmes.",
        discussion: """
            Every command ends with 0 when it is done, 1 when something failed, 64 when it was not \
            understood, 65 when what it was given is faulty, 66 when a file or folder is not there. Why is \
            said on standard error; Docs/operating.md says more.
            """,
        subcommands: [
            Serve.self,
            Demo.self,
            Check.self,
            Graph.self,
            WhoMay.self,
            Import.self,
            Grant.self,
            Revoke.self,
            Letters.self,
            Backup.self,
            Simulate.self,
            Assign.self,
            Calibrate.self,
            TallyScores.self,
            Bench.self,
        ])

    /// Runs the command that the arguments name, and says in the reader's language why it failed.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch let error as any SayingError {
            exit(withError: SaidError(description: error.sentence.said))
        } catch {
            exit(withError: error)
        }
    }
}

/// An error in the words that its reader gets.
private struct SaidError: Error, CustomStringConvertible {
    let description: String
}
