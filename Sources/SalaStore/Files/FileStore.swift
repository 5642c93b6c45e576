import Crypto
public import Foundation

/// A folder that holds uploaded files once each, by the SHA-256 of their content.
public struct FileStore: Sendable {
    public let folder: URL

    /// Makes the folder when it is not there.
    public init(folder: URL) throws {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(
                at: incoming, withIntermediateDirectories: true)
        } catch {
            throw Fault.files(error, at: folder)
        }
    }

    /// Where files lie until they have come whole.
    var incoming: URL { folder.appending(path: "incoming") }

    /// Where the file with that content lies, whether or not it is there.
    public func url(sha256: String) -> URL {
        folder.appending(path: String(sha256.prefix(2))).appending(path: sha256)
    }

    /// The SHA-256 of the content, in hexadecimal: what files are kept by.
    public static func digest(of content: Data) -> String {
        Hexadecimal.text(SHA256.hash(data: content))
    }

    /// A file that is being received.
    public func receive() throws -> IncomingFile {
        try IncomingFile(in: incoming)
    }

    /// Gives a received file its place. Once this returns, the bytes are on the disk; throws `Fault.files`.
    public func keep(_ file: IncomingFile) throws -> StoredFile {
        let digest = try file.finish()
        let target = url(sha256: digest)
        if touch(target) {
            file.discard()
        } else {
            do {
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try FileManager.default.moveItem(at: file.url, to: target)
                try synchronise(target.deletingLastPathComponent())
            } catch {
                // Somebody else may have kept the same bytes meanwhile.
                file.discard()
                guard FileManager.default.fileExists(atPath: target.path) else {
                    throw Fault.files(error, at: target)
                }
            }
        }
        return StoredFile(url: target, sha256: digest, bytes: file.bytes)
    }

    /// Makes a file that is there young again, so that no sweep takes it before what names it is written;
    /// false when there is none.
    private func touch(_ file: URL) -> Bool {
        let files = FileManager.default
        return (try? files.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)) != nil
    }

    private func synchronise(_ folder: URL) throws {
        let handle = try FileHandle(forReadingFrom: folder)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}

/// A file in its place.
public struct StoredFile: Sendable {
    public var url: URL
    public var sha256: String
    public var bytes: Int
}

/// A file on its way in: it is hashed as it is written, and nothing of it is kept unless `FileStore.keep` is
/// called.
public final class IncomingFile {
    /// Where its bytes lie until it is kept.
    public let url: URL
    private let handle: FileHandle
    private var hash = SHA256()
    public private(set) var bytes = 0
    /// The first bytes, by which the content's type is known.
    public private(set) var head = Data()

    init(in folder: URL) throws {
        url = folder.appending(path: UUID().uuidString)
        guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
            throw Fault.files("cannot create \(url.path)")
        }
        do {
            handle = try FileHandle(forWritingTo: url)
        } catch {
            throw Fault.files(error, at: url)
        }
    }

    /// Appends bytes to the file and its hash; throws `Fault.files` when the disk takes no more.
    public func write(_ data: Data) throws {
        do {
            try handle.write(contentsOf: data)
        } catch {
            throw Fault.files(error, at: url)
        }
        hash.update(data: data)
        bytes += data.count
        if head.count < 8192 { head.append(data.prefix(8192 - head.count)) }
    }

    /// The SHA-256 of what has come so far, in hexadecimal.
    public var sha256: String { Hexadecimal.text(hash.finalize()) }

    func finish() throws -> String {
        do {
            try handle.synchronize()
            try handle.close()
        } catch {
            throw Fault.files(error, at: url)
        }
        return sha256
    }

    /// Throws the file away.
    public func discard() {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }
}
