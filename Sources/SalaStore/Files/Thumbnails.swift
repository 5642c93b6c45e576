public import Foundation

/// Small copies of pictures, each made once, when it is first asked for, and kept beside the files.
///
/// libvips' `vipsthumbnail` makes them in a process of its own, one at a time: what a faulty or hostile
/// picture does to it, it does not do to the site.
public actor Thumbnails {
    /// A small copy is no wider and no higher, in pixels.
    public static let side = 960
    /// Seconds that one copy may take.
    private static let limit = 20

    private let folder: URL
    private let program: URL?
    private var making: [String: Task<URL?, Never>] = [:]
    private var last: Task<URL?, Never>?
    private var refused: Set<String> = []

    /// - Parameter program: where `vipsthumbnail` is; by default where Debian's libvips-tools puts it.
    ///   Without it there are no small copies.
    public init(folder: URL, program: URL = URL(filePath: "/usr/bin/vipsthumbnail")) {
        self.folder = Thumbnails.folder(in: folder)
        self.program = FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
    }

    /// Whether small copies can be made here.
    public nonisolated var isAble: Bool { program != nil }

    /// The small copy, WebP, of the picture with that content; nil when none can be made.
    public func url(of picture: URL, sha256: String) async -> URL? {
        let target = Thumbnails.url(in: folder, sha256: sha256)
        if FileManager.default.fileExists(atPath: target.path) { return target }
        guard let program, !refused.contains(sha256) else { return nil }
        if let task = making[sha256] { return await task.value }
        let task = Task { [last] in
            _ = await last?.value
            return await Thumbnails.make(target, of: picture, by: program)
        }
        making[sha256] = task
        last = task
        let made = await task.value
        making[sha256] = nil
        if made == nil { refused.insert(sha256) }
        return made
    }

    /// Where they lie, beside the files of that folder.
    static func folder(in files: URL) -> URL { files.appending(path: "thumbnails") }

    static func url(in folder: URL, sha256: String) -> URL {
        folder.appending(path: String(sha256.prefix(2))).appending(path: "\(sha256).webp")
    }

    private static func make(_ target: URL, of picture: URL, by program: URL) async -> URL? {
        let files = FileManager.default
        let draft = target.deletingLastPathComponent().appending(path: "\(UUID().uuidString).webp")
        defer { try? files.removeItem(at: draft) }
        do {
            try files.createDirectory(
                at: draft.deletingLastPathComponent(), withIntermediateDirectories: true)
            let status = try await run([
                "--kill-after=1", String(limit), program.path, picture.path, "--size", "\(side)x\(side)>",
                "--output", "\(draft.path)[Q=78,strip]",
            ])
            guard status == 0 else { return nil }
            try files.moveItem(at: draft, to: target)
            return target
        } catch {
            return files.fileExists(atPath: target.path) ? target : nil
        }
    }

    private static func run(_ arguments: [String]) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = arguments
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
