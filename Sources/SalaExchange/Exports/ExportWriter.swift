public import Foundation
public import SalaEngine
public import SalaStore
import Synchronization

/// Writes the file of one export, batch by batch.
public struct ExportWriter: Sendable {
    /// The export was cancelled while it was being written.
    public struct Cancelled: Error {
        public init() {}
    }

    /// Asked after each batch, and every second while an archive is put together, with how many entries are
    /// written; false ends the work.
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
    /// for it by now; then nothing is left. That the task is cancelled ends it, too.
    public func write(_ export: Export, to url: URL, going: @escaping Going) async throws -> Int {
        try await store.demandRoom(for: export)
        let draft = url.appendingPathExtension("draft")
        defer { Self.clear(draft) }
        Self.clear(draft)
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

    /// Removes the draft and its pieces, which have longer names: libzip keeps one beside it, and who was
    /// killed left them.
    private static func clear(_ draft: URL) {
        let folder = draft.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(draft.lastPathComponent) {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    /// Hands over every entry of the export in its order, with the tables it goes into; says how many.
    @discardableResult
    private func each(
        _ export: Export, _ going: Going, _ body: (ExportBatch.Entry, ExportSheets) throws -> Void
    ) async throws -> Int {
        var last: ExportBatch.Key?
        var done = 0
        repeat {
            try Task.checkCancellation()
            let batch = try await store.exportBatch(of: export, after: last)
            let language = export.language
            let sheets = ExportSheets(batch.call.programme, batch.call.call, language) { [say] key, values in
                say(key, language, values)
            }
            for entry in batch.entries { try body(entry, sheets) }
            done += batch.entries.count
            guard try await going(done) else { throw Cancelled() }
            last = batch.last
        } while last != nil
        return done
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
        try await each(export, going) { entry, sheets in
            for (place, sheet) in names.enumerated() {
                for row in sheets.rows(sheet, entry) { try book.write(row, to: place) }
            }
        }
        try book.close()
    }

    private func writeSheets(_ export: Export, _ url: URL, _ going: @escaping Going) async throws {
        let names = ExportSheets.Sheet.allCases
        let pieces = names.map { url.appendingPathExtension($0.rawValue) }
        let heads = try await heads(export)
        let files = try pieces.map(TextFile.init)
        for (file, columns) in zip(files, heads) {
            try file.write(CSVLine.byteOrderMark + CSVLine.written(columns.map { .text($0) }))
        }
        let done = try await each(export, going) { entry, sheets in
            for (file, sheet) in zip(files, names) {
                for row in sheets.rows(sheet, entry) { try file.write(sheets.csvLine(row)) }
            }
        }
        for file in files { try file.close() }
        let parts = zip(pieces, names).map { piece, sheet in
            ArchiveFile.Part(file: piece, name: "\(sheet.rawValue).csv", packs: true)
        }
        try await pack(parts, at: url, done, going)
    }

    private func writeJSON(_ export: Export, _ url: URL, _ going: Going) async throws {
        let file = try TextFile(url)
        try file.write("{\"entries\":[")
        var isFirst = true
        try await each(export, going) { entry, sheets in
            try file.write((isFirst ? "\n" : ",\n") + sheets.json(entry))
            isFirst = false
        }
        try file.write("\n]}\n")
        try file.close()
    }

    private func writeAttachments(_ export: Export, _ url: URL, _ going: @escaping Going) async throws {
        let missing = url.appendingPathExtension("missing")
        let list = try TextFile(missing)
        var parts: [ArchiveFile.Part] = []
        var isWhole = true
        let done = try await each(export, going) { entry, _ in
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
                parts.append(ArchiveFile.Part(file: file, name: attachment.name, folder: folder))
            }
        }
        try list.close()
        if !isWhole { parts.append(ArchiveFile.Part(file: missing, name: "missing.txt")) }
        try await pack(parts, at: url, done, going)
        // An archive without a file is no file.
        if !FileManager.default.fileExists(atPath: url.path) {
            try Data([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)).write(to: url)
        }
    }

    /// Puts the archive together, and asks meanwhile whether it is still wanted.
    private func pack(
        _ parts: [ArchiveFile.Part], at url: URL, _ done: Int, _ going: @escaping Going
    ) async throws {
        let wish = Wish()
        let asking = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                if !Task.isCancelled, (try? await going(done)) == false { wish.end() }
            }
        }
        defer { asking.cancel() }
        let isWhole = try await withTaskCancellationHandler {
            try await ArchiveFile.packing(parts, at: url) { wish.stands }
        } onCancel: {
            wish.end()
        }
        guard isWhole else { throw Cancelled() }
    }
}

/// Whether an archive is still wanted: one thread puts it together, another hears that it is not.
private final class Wish: Sendable {
    private let isOver = Mutex(false)

    var stands: Bool { isOver.withLock { !$0 } }

    func end() { isOver.withLock { $0 = true } }
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
