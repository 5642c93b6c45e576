import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SalaStore

/// The files of the folder `Public`, read once at the start. Hidden ones are not among them.
struct AssetLibrary: Sendable {
    private let plain: [String: Asset]
    /// By the path of the plain file: what stands beside it compressed, unless it is older than that one.
    private let compressed: [String: Asset]

    private static let compressedEnding = ".gz"

    init(folder: URL) throws {
        var plain: [String: Asset] = [:], compressed: [String: Asset] = [:]
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let files = try paths.sorted().compactMap { path in try AssetFile(path, in: folder) }
        let times = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.changed) })
        for file in files {
            let name = file.path.hasSuffix(Self.compressedEnding) ? String(file.path.dropLast(3)) : nil
            if let name, let original = times[name] {
                guard file.changed >= original else { continue }
                compressed[name] = Asset(try file.content(), named: name, encoding: "gzip")
            } else {
                plain[file.path] = Asset(try file.content(), named: file.path)
            }
        }
        for name in compressed.keys { plain[name]?.headers[.vary] = "Accept-Encoding" }
        (self.plain, self.compressed) = (plain, compressed)
    }

    /// Another one when the name or the content of any file is.
    var version: String {
        let lines = plain.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.tag)\n" }
        return String(FileStore.digest(of: Data(lines.joined().utf8)).prefix(10))
    }

    /// The file at the path of an address, compressed where the browser takes that.
    subscript(path: String, encodings encodings: String?) -> Asset? {
        guard path.first == "/" else { return nil }
        let name = String(path.dropFirst())
        let takesGzip = encodings?.split(separator: ",").contains { coding in
            let words = coding.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            return words.first == "gzip" && !words.contains("q=0")
        }
        return (takesGzip == true ? compressed[name] : nil) ?? plain[name]
    }
}

/// One file as it is sent.
struct Asset: Sendable {
    var headers: HTTPFields
    let content: ByteBuffer
    let tag: String

    fileprivate init(_ bytes: Data, named name: String, encoding: String? = nil) {
        content = ByteBuffer(bytes: bytes)
        tag = "\"\(FileStore.digest(of: bytes))\""
        headers = [.eTag: tag, .contentLength: String(bytes.count)]
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        headers[.contentType] = MediaType.getMediaType(forExtension: ending)?.description
        if let encoding {
            headers[.contentEncoding] = encoding
            headers[.vary] = "Accept-Encoding"
        }
    }
}

/// A file of the folder, before it is read.
private struct AssetFile {
    let path: String
    let changed: Date
    private let url: URL

    /// Nil for a folder and for what is hidden.
    init?(_ path: String, in folder: URL) throws {
        guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return nil }
        url = folder.appending(path: path)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: url.resolvingSymlinksInPath().path)
        guard attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
        self.path = path
        changed = attributes[.modificationDate] as? Date ?? .distantPast
    }

    func content() throws -> Data { try Data(contentsOf: url) }
}
