public import Foundation

/// Copies of files without what they carry besides what they show: author, title, programme, place and time
/// of a photograph. Each is made once, when it is first asked for, and kept beside the files.
///
/// Pictures are written anew by libvips, PDF page by page by qpdf, each in a process of its own; what cannot
/// be written anew, or still holds such words afterwards, has no such copy and is not shown.
public actor NamelessFiles {
    /// Seconds that one copy may take.
    private static let limit = 30
    /// For so long a file without a copy is not tried again: a busy machine or a full disk passes.
    private static let pause: Duration = .seconds(300)
    /// The largest copy that is looked through, in bytes.
    private static let maximumBytes = 256 << 20

    private let folder: URL
    private var making: [String: Task<URL?, Never>] = [:]
    private var last: Task<URL?, Never>?
    /// When a file was last found to have no copy.
    private var refused: [String: ContinuousClock.Instant] = [:]

    public init(folder: URL) {
        self.folder = NamelessFiles.folder(in: folder)
    }

    /// Whether files of that kind can be freed of what they carry at all.
    public static func frees(_ mediaType: String) -> Bool { suffix(of: mediaType) != nil }

    /// The copy of the file with that content; nil where there can be none.
    public func url(of file: URL, sha256: String, mediaType: String) async -> URL? {
        guard let suffix = NamelessFiles.suffix(of: mediaType) else { return nil }
        let target = NamelessFiles.url(in: folder, sha256: sha256)
        if FileManager.default.fileExists(atPath: target.path) { return target }
        if let time = refused[sha256], .now - time < NamelessFiles.pause { return nil }
        if let task = making[sha256] { return await task.value }
        let task = Task { [last] in
            _ = await last?.value
            return await NamelessFiles.make(target, of: file, suffix)
        }
        making[sha256] = task
        last = task
        let made = await task.value
        making[sha256] = nil
        refused[sha256] = made == nil ? .now : nil
        return made
    }

    /// Where they lie, beside the files of that folder.
    static func folder(in files: URL) -> URL { files.appending(path: "nameless") }

    static func url(in folder: URL, sha256: String) -> URL {
        folder.appending(path: String(sha256.prefix(2))).appending(path: sha256)
    }

    private static func suffix(of mediaType: String) -> String? {
        switch mediaType {
        case "image/jpeg": "jpg"
        case "image/png": "png"
        case "image/webp": "webp"
        case "application/pdf": "pdf"
        default: nil
        }
    }

    private static func make(_ target: URL, of file: URL, _ suffix: String) async -> URL? {
        let files = FileManager.default
        let name = UUID().uuidString
        let draft = target.deletingLastPathComponent().appending(path: "\(name).\(suffix)")
        let plain = target.deletingLastPathComponent().appending(path: "\(name).plain")
        defer {
            try? files.removeItem(at: draft)
            try? files.removeItem(at: plain)
        }
        do {
            try files.createDirectory(
                at: draft.deletingLastPathComponent(), withIntermediateDirectories: true)
            let isFreed =
                suffix == "pdf"
                ? try await freePDF(file, to: draft, plain) : try await freePicture(file, to: draft, suffix)
            guard isFreed else { return nil }
            try files.moveItem(at: draft, to: target)
            return target
        } catch {
            return files.fileExists(atPath: target.path) ? target : nil
        }
    }

    /// Turned the way that it is to be seen: what says so is taken away with the rest.
    private static func freePicture(_ file: URL, to draft: URL, _ suffix: String) async throws -> Bool {
        let quality = suffix == "png" ? "strip" : "Q=90,strip"
        let status = try await run(["/usr/bin/vips", "autorot", file.path, "\(draft.path)[\(quality)]"])
        guard status == 0 else { return false }
        return try isNameless(draft)
    }

    /// The pages alone, in a new file; what is still in them is looked for in a copy that is not packed.
    private static func freePDF(_ file: URL, to draft: URL, _ plain: URL) async throws -> Bool {
        // 3 is a file that is not quite as it should be, and was mended.
        let done: [Int32] = [0, 3]
        let pages = try await run([
            "/usr/bin/qpdf", "--empty", "--flatten-annotations=all", "--deterministic-id", "--pages",
            file.path, "--", draft.path,
        ])
        guard done.contains(pages) else { return false }
        let opened = try await run([
            "/usr/bin/qpdf", "--qdf", "--stream-data=uncompress", "--object-streams=disable", draft.path,
            plain.path,
        ])
        guard done.contains(opened) else { return false }
        return try isNameless(plain)
    }

    /// Words before which files say whose they are: of PDF's document information and metadata (ISO 32000-1,
    /// 14.3), of comments and enclosed files, of XMP, of EXIF and of IPTC in pictures.
    private static let signs = [
        "/Author", "/Metadata", "/PieceInfo", "/EmbeddedFile", "/T (", "/T <", "/Popup", "/Collection",
        "http://ns.adobe.com/xap/", "<x:xmpmeta", "Exif\0\0", "Photoshop 3.0\0", "eXIf", "EXIF",
    ]

    private static func isNameless(_ file: URL) throws -> Bool {
        let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
        guard size <= maximumBytes else { return false }
        let bytes = try Data(contentsOf: file, options: .mappedIfSafe)
        return signs.allSatisfy { bytes.range(of: Data($0.utf8)) == nil }
    }

    private static func run(_ arguments: [String]) async throws -> Int32 {
        guard FileManager.default.isExecutableFile(atPath: arguments[0]) else { return -1 }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--kill-after=1", String(limit)] + arguments
        // Only readers that libvips holds fit for files from strangers.
        process.environment = ["VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}
