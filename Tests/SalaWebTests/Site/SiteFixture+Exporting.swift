import Foundation
import SalaEngine
import Testing

@testable import SalaStore

extension SiteFixture {
    /// Asked for by the officer, and in the hands of a worker.
    func beginExport(_ format: ExportFormat = .json, of handle: String = call) async throws -> Export {
        try await store.askExport(
            format, of: handle, in: .thai, by: people[.officer], at: SiteFixture.present)
        return try #require(await store.takeExport(at: SiteFixture.present))
    }

    /// Lets an export fail, where none was asked for before.
    func failExport(of handle: String) async throws {
        let exports = try await store.exports(of: handle, for: people[.officer]).exports
        guard exports.isEmpty else { return }
        let export = try await beginExport(.attachments, of: handle)
        try await store.fail(export, .storage, at: SiteFixture.present)
    }

    /// What lies in the folder of exports.
    func exportFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: store.files.exports.path).sorted()
    }
}
