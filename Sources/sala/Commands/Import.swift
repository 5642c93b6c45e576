import ArgumentParser
import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// Brings data in from files.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings data in from files.", subcommands: [Organisations.self])

    struct Organisations: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Imports organisations from CSV: all of it, or nothing when a line is faulty.",
            discussion: """
                The first line names the columns: \(LocalGovernment.columns.joined(separator: ", ")). \
                Organisations are known by their code: those that are there are changed to what the file \
                says, and those that it does not name stay as they are. May run while the site does.
                """)

        @OptionGroup var options: InstallationOptions

        @Argument(help: "The CSV file, in UTF-8.")
        var file: String

        func run() async throws {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                Speech.warn("\(file): this file is not there, or may not be read")
                throw ExitCode(66)
            }
            let store = try await options.store()
            do {
                let report = try await store.importOrganisations(
                    csv: Array(bytes), withoutBadSeats: true, at: .now())
                for fault in report.withoutSeat {
                    Speech.warn("\(file), \(fault.sentence); imported without coordinates")
                }
                Speech.tell(
                    "\(report.new + report.changed + report.unchanged) organisations: \(report.new) new, "
                        + "\(report.changed) changed, \(report.unchanged) unchanged, "
                        + "\(report.withoutSeat.count) without the coordinates in the file")
            } catch let faults as ImportFaults {
                Speech.warn("\(file): nothing was imported; faults: \(faults.total)")
                Speech.warn(faults.sentence)
                throw ExitCode(65)
            }
        }
    }
}
