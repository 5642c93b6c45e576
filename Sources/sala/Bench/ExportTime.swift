import ArgumentParser
import Foundation
import SalaDefinitions
import SalaEngine
import SalaExchange
import SalaStore
import SalaWeb

/// How long the workbook of a rehearsal's call takes, beside libxlsxwriter writing the same cells.
struct ExportTime: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes everything of a rehearsal into a workbook, and says how long."
    )

    @OptionGroup var options: InstallationOptions

    struct Report: Encodable {
        var entries: Int
        var cells: Int
        /// From the database into the file.
        var seconds: Double
        /// libxlsxwriter alone, with the same cells at hand.
        var limit: Double
        /// Of the process at its largest while it exported, in MiB.
        var memory: Int
        /// Before it began.
        var idle: Int
    }

    func run() async throws {
        let installation = try Installation(home: options.home, address: options.address)
        let store = try await installation.store(
            database: options.database, files: URL(filePath: options.files, directoryHint: .isDirectory))
        let set = try DemoSet(installation)
        let people = try await set.personas(in: store, at: set.present)
        guard let officer = people.first else { throw ValidationError("there is no officer to export for") }
        let templates = try TemplateLibrary(directory: installation.home.appending(path: "Templates"))
        let writer = ExportWriter(store: store) { templates.say($0, $1, $2) }
        let file = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        let id = try await store.askExport(
            .workbook, of: set.plan.call.handle, in: .thai, by: officer.person, at: set.present)
        guard let export = try await store.takeExport(at: set.present) else {
            throw ValidationError("the export is not in line")
        }
        let idle = Self.peak()
        let start = ContinuousClock.now
        let bytes = try await writer.write(export, to: file) { _ in true }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let memory = Self.peak()
        try await store.finish(export, bytes: bytes, at: set.present)
        let rows = try await self.rows(of: export, store) { templates.say($0, .thai, $1) }
        let heads = rows.map { sheet in sheet.first.map { $0.indices.map(String.init) } ?? [] }
        let raw = ContinuousClock.now
        let book = try WorkbookFile(
            at: file, sheets: ExportSheets.Sheet.allCases.map(\.rawValue), columns: heads)
        for (place, sheet) in rows.enumerated() {
            for row in sheet { try book.write(row, to: place) }
        }
        try book.close()
        let report = Report(
            entries: export.total, cells: rows.joined().map(\.count).reduce(0, +), seconds: seconds,
            limit: (ContinuousClock.now - raw) / .seconds(1), memory: memory, idle: idle)
        precondition(id == export.id, "nothing else is exported in a rehearsal")
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }

    /// All cells of the export, sheet by sheet.
    private func rows(
        of export: Export, _ store: Store, say: @escaping ExportSheets.Words
    ) async throws -> [[[ExportCell]]] {
        var rows = ExportSheets.Sheet.allCases.map { _ in [[ExportCell]]() }
        var last: ExportBatch.Key?
        repeat {
            let batch = try await store.exportBatch(of: export, after: last)
            let sheets = ExportSheets(batch.call.programme, batch.call.call, .thai, say: say)
            for entry in batch.entries {
                for (place, sheet) in ExportSheets.Sheet.allCases.enumerated() {
                    rows[place] += sheets.rows(sheet, entry)
                }
            }
            last = batch.last
        } while last != nil
        return rows
    }

    /// The most memory that the process has held so far, in MiB (proc(5), VmHWM).
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }
}
