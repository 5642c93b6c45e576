public import Foundation
public import SalaEngine
public import SalaStore

/// Writes the file of one export, batch by batch.
public struct ExportWriter: Sendable {
    /// The export was cancelled while it was being written.
    public struct Cancelled: Error {
        public init() {}
    }

    /// Asked after each batch with how many entries are written; false ends the work.
    public typealias Going = @Sendable (_ done: Int) async throws -> Bool

    let store: Store
    let say: @Sendable (String, Language, [String: String]) -> String

    public init(
        store: Store, say: @escaping @Sendable (String, Language, [String: String]) -> String
    ) {
        self.store = store
        self.say = say
    }

    /// Writes the file anew, and says how many bytes it has. Throws `Cancelled`, and what refuses who asked
    /// for it by now; then nothing is left.
    public func write(_ export: Export, to url: URL, going: @escaping Going) async throws -> Int {
        let draft = url.appendingPathExtension("draft")
        defer { try? FileManager.default.removeItem(at: draft) }
        try? FileManager.default.removeItem(at: draft)
        switch export.format {
        case .workbook: try await writeWorkbook(export, draft, going)
        case .sheets: try await writeSheets(export, draft, going)
        case .json: try await writeJSON(export, draft, going)
        case .attachments: try await writeAttachments(export, draft, going)
        }
        try? FileManager.default.removeItem(at: url)
        try FileManager.default.moveItem(at: draft, to: url)
        let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
        return size ?? 0
    }

    /// Hands over every entry of the export in its order, with the tables it goes into.
    private func each(
        _ export: Export, _ going: Going,
        _ body: (ExportBatch.Entry, ExportSheets, ExportBatch) throws -> Void
    ) async throws {
        var last: ExportBatch.Key?
        var done = 0
        repeat {
            try Task.checkCancellation()
            let batch = try await store.exportBatch(of: export, after: last)
            let language = export.language
            let sheets = ExportSheets(batch.call.programme, batch.call.call, language) { [say] key, values in
                say(key, language, values)
            }
            for entry in batch.entries { try body(entry, sheets, batch) }
            done += batch.entries.count
            guard try await going(done) else { throw Cancelled() }
            last = batch.last
        } while last != nil
    }

    private func heads(_ export: Export) async throws -> [[String]] {
        let view = try await store.call(export.call, for: export.person)
        let sheets = ExportSheets(view.programme, view.call, export.language) { key, _ in key }
        return ExportSheets.Sheet.allCases.map(sheets.columns)
    }

    private func writeWorkbook(_ export: Export, _ url: URL, _ going: Going) async throws {
        let names = ExportSheets.Sheet.allCases
        let book = try WorkbookFile(
            at: url, sheets: names.map(\.rawValue), columns: try await heads(export))
        try await each(export, going) { entry, sheets, batch in
            for (place, sheet) in names.enumerated() {
                for row in sheets.rows(sheet, entry, batch.names) { try book.write(row, to: place) }
            }
        }
        try book.close()
    }

    private func writeSheets(_ export: Export, _ url: URL, _ going: Going) async throws {
        let names = ExportSheets.Sheet.allCases
        let parts = names.map { url.appendingPathExtension($0.rawValue) }
        defer { for part in parts { try? FileManager.default.removeItem(at: part) } }
        let heads = try await heads(export)
        let files = try parts.map(TextFile.init)
        for (file, columns) in zip(files, heads) {
            try file.write(CSVLine.byteOrderMark + CSVLine.written(columns.map { .text($0) }))
        }
        try await each(export, going) { entry, sheets, batch in
            for (file, sheet) in zip(files, names) {
                for row in sheets.rows(sheet, entry, batch.names) { try file.write(sheets.csvLine(row)) }
            }
        }
        for file in files { try file.close() }
        let archive = try ArchiveFile(at: url)
        for (part, sheet) in zip(parts, names) {
            try archive.add(part, named: "\(sheet.rawValue).csv", packs: true)
        }
        _ = try archive.close()
    }

    private func writeJSON(_ export: Export, _ url: URL, _ going: Going) async throws {
        let file = try TextFile(url)
        try file.write("{\"entries\":[")
        var isFirst = true
        try await each(export, going) { entry, sheets, batch in
            try file.write((isFirst ? "\n" : ",\n") + sheets.json(entry, batch.names))
            isFirst = false
        }
        try file.write("\n]}\n")
        try file.close()
    }

    private func writeAttachments(_ export: Export, _ url: URL, _ going: Going) async throws {
        let archive = try ArchiveFile(at: url)
        let missing = url.appendingPathExtension("missing")
        defer { try? FileManager.default.removeItem(at: missing) }
        let list = try TextFile(missing)
        var isWhole = true
        try await each(export, going) { entry, _, _ in
            let submission = entry.dossier.submission
            let folder = submission.number ?? submission.id.description
            let named = submission.attachments.values.filter { submission.answers.names($0) }
            for attachment in named.sorted(by: { $0.id < $1.id }) {
                let file = store.files.url(sha256: attachment.sha256)
                guard FileManager.default.fileExists(atPath: file.path) else {
                    try list.write("\(folder)/\(attachment.name)\n")
                    isWhole = false
                    continue
                }
                try archive.add(file, named: attachment.name, in: folder)
            }
        }
        try list.close()
        if !isWhole { try archive.add(missing, named: "missing.txt") }
        let isEnded = Task.isCancelled
        guard !isEnded, try archive.close() else { throw Cancelled() }
        // An archive without a file is no file.
        if !FileManager.default.fileExists(atPath: url.path) {
            try Data([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)).write(to: url)
        }
    }
}

/// A text file that is written piece by piece.
private final class TextFile {
    private let handle: FileHandle
    private var waiting = Data()

    init(_ url: URL) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    func write(_ text: String) throws {
        waiting.append(contentsOf: Array(text.utf8))
        if waiting.count > 65_536 { try flush() }
    }

    func close() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        try handle.write(contentsOf: waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}
