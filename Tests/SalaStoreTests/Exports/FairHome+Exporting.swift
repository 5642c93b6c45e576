import Foundation
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

extension FairHome {
    /// When exports are asked for, worked and fetched.
    static let exporting = time(25)

    @discardableResult
    func askExport(_ format: ExportFormat = .json, by person: PersonID? = nil) async throws -> ExportID {
        try await store.askExport(
            format, of: FairHome.handle, in: .thai, by: person ?? officer, at: FairHome.exporting)
    }

    /// The one that is next in line, in the hands of a worker.
    func takeExport() async throws -> Export {
        try #require(await store.takeExport(at: FairHome.exporting))
    }

    /// The one that is next in line, with its file, as a worker leaves it.
    @discardableResult
    func finishExport() async throws -> Export {
        let export = try await takeExport()
        try Data("x".utf8).write(to: store.files.url(of: export.id))
        try #require(await store.finish(export, bytes: 1, at: FairHome.exporting))
        return export
    }
}
