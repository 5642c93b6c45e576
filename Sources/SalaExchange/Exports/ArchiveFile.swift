import CZip
public import Foundation

/// A zip archive (APPNOTE.TXT 6.3) of files that lie on the disk: they are read when it is put together, one
/// after the other.
public final class ArchiveFile {
    /// That an archive could not be written, in libzip's words.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// Called again and again while the archive is put together; false ends that.
    public typealias Going = @Sendable () -> Bool

    private let archive: OpaquePointer
    private var names: Set<String> = []
    private var isOpen = true

    /// What lay at the address is replaced once the archive is whole.
    public init(at url: URL) throws {
        var code: Int32 = 0
        guard let archive = zip_open(url.path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw Failure(description: "libzip: error \(code)")
        }
        self.archive = archive
    }

    deinit {
        if isOpen { zip_discard(archive) }
    }

    /// Adds a file under that name in that folder of the archive. Neither leads out of the archive, and what
    /// is there already gets a neighbour: `plan (2).pdf`.
    ///
    /// - Parameter packs: the content is worth being made smaller: pictures and documents are small already.
    public func add(_ file: URL, named name: String, in folder: String? = nil, packs: Bool = false) throws {
        let folder = folder.map { Self.safe($0) + "/" } ?? ""
        let place = free(folder, Self.safe(name))
        guard let source = zip_source_file(archive, file.path, 0, -1) else { throw failure }
        let flags = zip_flags_t(ZIP_FL_ENC_UTF_8)
        let index = zip_file_add(archive, place, source, flags)
        guard index >= 0 else {
            zip_source_free(source)
            throw failure
        }
        let method = packs ? ZIP_CM_DEFLATE : ZIP_CM_STORE
        guard zip_set_file_compression(archive, zip_uint64_t(index), method, 1) == 0 else { throw failure }
    }

    /// Puts the archive together; false where it was ended, which leaves nothing.
    public func close(going: Going? = nil) throws -> Bool {
        let box = going.map { Unmanaged.passRetained(Box($0)) }
        defer { box?.release() }
        if let box {
            zip_register_cancel_callback_with_state(
                archive,
                { _, state in
                    guard let state else { return 0 }
                    let box = Unmanaged<Box>.fromOpaque(state).takeUnretainedValue()
                    box.isEnded = box.isEnded || !box.going()
                    return box.isEnded ? 1 : 0
                }, nil, box.toOpaque())
        }
        isOpen = false
        guard zip_close(archive) == 0 else {
            let isEnded = box?.takeUnretainedValue().isEnded == true
            let why = failure
            zip_discard(archive)
            if isEnded { return false }
            throw why
        }
        return true
    }

    private final class Box {
        let going: Going
        var isEnded = false

        init(_ going: @escaping Going) { self.going = going }
    }

    private var failure: Failure {
        Failure(description: String(cString: zip_strerror(archive)))
    }

    private func free(_ folder: String, _ name: String) -> String {
        var place = folder + name
        var count = 1
        // Compared as file systems do that tell no capitals from small letters.
        while !names.insert(place.precomposedStringWithCanonicalMapping.lowercased()).inserted {
            count += 1
            let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
            place = "\(folder)\(name[..<dot]) (\(count))\(name[dot...])"
        }
        return place
    }

    /// A name that is one step on every file system: without separators, signs that Windows keeps for itself,
    /// invisible characters, dots alone or at the end, and longer than 120 characters.
    public static func safe(_ name: String) -> String {
        let forbidden = "/\\:*?\"<>|".unicodeScalars
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let category = scalar.properties.generalCategory
            let isBad = forbidden.contains(scalar) || category == .control || category == .format
            scalars.append(isBad ? "_" : scalar)
        }
        var safe = String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
        while safe.hasSuffix(".") { safe.removeLast() }
        while safe.hasPrefix(".") { safe.removeFirst() }
        if safe.count > 120 {
            let suffix = safe.split(separator: ".").last.map { ".\($0)" } ?? ""
            safe = safe.prefix(110) + (suffix.count <= 10 ? suffix : "")
        }
        return safe.isEmpty ? "_" : safe
    }
}
