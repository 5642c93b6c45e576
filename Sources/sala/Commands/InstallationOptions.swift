import ArgumentParser
import Foundation
import SalaStore

/// What every command that touches an installation takes.
struct InstallationOptions: ParsableArguments {
    @Option(
        help: "The folder with Programmes, Templates, Public and Data; by default $SALA_HOME or this folder.")
    var home: String?

    @Option(help: "The database: sqlite:///absolute/path.")
    var database: String

    @Option(help: "The folder for uploaded files.")
    var files: String

    @Option(help: "The address people reach the site under, such as https://sala.example.go.th.")
    var address: String = "http://127.0.0.1:8080"

    /// The store of an installation that is served: a database of another version is refused.
    func store() async throws -> Store {
        try await Installation(home: home, address: address)
            .standingStore(database: database, files: URL(filePath: files, directoryHint: .isDirectory))
    }
}
