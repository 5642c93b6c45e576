import ArgumentParser

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
}
