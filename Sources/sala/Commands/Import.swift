import ArgumentParser
import Foundation
import SalaStore
import SalaThai

/// Brings data in from files.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings data in from files.", subcommands: [Organisations.self])

    struct Organisations: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Imports organisations from CSV: all of it, or nothing when a line is faulty.")

        @OptionGroup var options: InstallationOptions

        @Argument(help: "The CSV file, in UTF-8.")
        var file: String

        func run() async throws {
            let bytes = try Data(contentsOf: URL(filePath: file))
            let installation = try Installation(home: options.home, address: options.address)
            let store = try await installation.store(
                database: options.database, files: URL(filePath: options.files, directoryHint: .isDirectory))
            do {
                let report = try await store.importOrganisations(
                    csv: Array(bytes), withoutBadSeats: true, at: .now())
                for fault in report.withoutSeat {
                    FileHandle.standardError.write(
                        Data("\(file): \(fault); taken without coordinates\n".utf8))
                }
                print("new \(report.new), changed \(report.changed), unchanged \(report.unchanged)")
            } catch let faults as ImportFaults {
                FileHandle.standardError.write(Data("\(file): nothing was changed\n\(faults)\n".utf8))
                throw ExitCode(65)
            }
        }
    }
}
