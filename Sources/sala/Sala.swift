import ArgumentParser

/// The front door: everything that an operator or an author of programmes can ask of Sala.
@main
struct Sala: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sala", abstract: "Runs a government's digital programmes.",
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
            Bench.self,
        ])
}
