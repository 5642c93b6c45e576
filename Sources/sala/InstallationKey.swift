import Foundation
import SalaEngine

/// The secret that seals the forms of an installation.
enum InstallationKey {
    /// The bytes of the file; a new random key, readable by its owner alone, when there is none.
    static func read(from file: URL) throws -> [UInt8] {
        if let known = try? Data(contentsOf: file), known.count >= 32 { return Array(known) }
        let key = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(key), attributes: [.posixPermissions: 0o600])
        else { throw InstallationFault("\(file.path) cannot be written") }
        return key
    }
}
