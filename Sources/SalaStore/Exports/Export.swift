public import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

public typealias ExportID = Identifier<Export>

/// All that was filed under a call, on its way into a file that one person may download.
public struct Export: Equatable, Sendable {
    /// How far it is.
    public enum State: String, Sendable {
        case waiting, running, done, failed, cancelled
        /// It was done, and the file is kept no more.
        case expired
    }

    /// Why it came to nothing, as far as who asked for it can do something about that.
    public enum Cause: String, CaseIterable, Sendable {
        /// Who asked sees something else by now, or nothing.
        case scopeChanged = "scope-changed"
        /// The disk has no room, or cannot be written.
        case storage
        case other
    }

    /// How long the file is kept, in seconds.
    public static let lifetimeSeconds: Int64 = 7 * 86_400

    public var id: ExportID
    /// The call's handle.
    public var call: String
    public var person: PersonID
    public var format: ExportFormat
    public var language: Language
    public var state: State
    /// Entries, and how many of them are in the file.
    public var total: Int
    public var done: Int
    public var askedAt: Instant
    public var endedAt: Instant?
    public var bytes: Int?
    /// Why it failed; the log says it in more words.
    public var cause: Cause?

    /// Until when the file can be downloaded; nil before it is done.
    public var expiresAt: Instant? {
        state == .done ? endedAt?.adding(seconds: Self.lifetimeSeconds) : nil
    }

    /// The name of the file, for who downloads it.
    public var fileName: String {
        switch format {
        case .workbook: "\(call).xlsx"
        case .sheets: "\(call)-csv.zip"
        case .json: "\(call).json"
        case .attachments: "\(call)-attachments.zip"
        }
    }
}

extension Export.State {
    /// Somebody still works on it, or will.
    static let open: [String] = [waiting, running].map(\.rawValue)
}

extension Export {
    static let columns: SQL = """
        export.id, export.person_id, export.format, export.language, export.state, export.total, export.done,
            export.asked_at, export.ended_at, export.bytes, export.fault, call.handle
        """

    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), call: try row.get("handle"), person: try row.id("person_id"),
            format: ExportFormat(rawValue: try row.get("format")) ?? .json,
            language: Language(rawValue: try row.get("language")) ?? .thai,
            state: State(rawValue: try row.get("state")) ?? .failed, total: try row.get("total"),
            done: try row.get("done"), askedAt: try row.instant("asked_at"),
            endedAt: try row.optionalInstant("ended_at"), bytes: try row.get("bytes"),
            cause: (try row.get("fault") as String?).map { Cause(rawValue: $0) ?? .other })
    }
}

extension FileStore {
    /// Where the file of an export lies, beside the uploads and apart from them.
    public func url(of export: ExportID) -> URL { exports.appending(path: "\(export).export") }

    /// The folder of exports, made where it is not there.
    public var exports: URL {
        let folder = folder.appending(path: "exports")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// How many bytes the disk still takes; nil where the system does not say.
    var freeBytes: Int? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        return attributes?[.systemFreeSize] as? Int
    }
}
