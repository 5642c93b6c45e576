import ArgumentParser
import Foundation
import SalaDatabase
import SalaEngine
import SalaStore

/// Copies what an installation holds, while it is served.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the database and the files into a folder, while the site runs.",
        discussion: """
            The folder gets sala.sqlite, as the database was at one moment, and files, to which each run \
            adds those that are not there yet. Copied to the places that `sala serve` is told, they are the \
            installation again. The key that seals forms is copied too when it lies beside the files. A \
            database of another version is copied as it is.
            """)

    @OptionGroup var options: InstallationOptions

    @Argument(help: "The folder for the copy; made when it is not there.")
    var folder: String

    func run() async throws {
        let target = URL(filePath: folder, directoryHint: .isDirectory)
        let files = URL(filePath: options.files, directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: files.path) else {
            Speech.warn("\(files.path): there is no such folder of files")
            throw ExitCode(66)
        }
        let database = try Database(url: options.database, isNew: false)
        let count = try FileStore(folder: files).backUp(database, to: target)
        try database.close()
        let key = files.appending(path: "form.key")
        if let bytes = FileManager.default.contents(atPath: key.path) {
            let copy = target.appending(path: "files/form.key")
            guard
                FileManager.default.createFile(
                    atPath: copy.path, contents: bytes, attributes: [.posixPermissions: 0o600])
            else { throw InstallationFault("\(copy.path) cannot be written") }
        }
        Speech.tell("\(folder): the database and \(count) new files")
    }
}
