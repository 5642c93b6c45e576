public import Foundation
public import SalaDatabase

extension FileStore {
    /// Copies the database of whatever version, as it is at one moment, and every kept file that the folder
    /// does not hold yet, while others write. Says how many files it copied. The database comes first: a file
    /// that its copy names is there before the row that names it.
    public func backUp(_ database: Database, to folder: URL) throws -> Int {
        do {
            // The copy holds what people wrote: it is for who runs Sala alone.
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try database.copy(to: folder.appending(path: "sala.sqlite").path)
            return try copy(to: folder.appending(path: "files"))
        } catch let error as CocoaError {
            throw Fault.files(error, at: folder)
        }
    }

    /// Copies the kept files that are not there; a file that is there has the same content, for its name says
    /// what that is.
    private func copy(to target: URL) throws -> Int {
        let manager = FileManager.default
        var copied = 0
        try manager.createDirectory(at: target, withIntermediateDirectories: true)
        for shelf in shelves {
            let place = target.appending(path: shelf.lastPathComponent)
            try manager.createDirectory(at: place, withIntermediateDirectories: true)
            for name in names(in: shelf) {
                let copy = place.appending(path: name)
                guard !manager.fileExists(atPath: copy.path) else { continue }
                let draft = place.appending(path: ".\(name).new")
                try? manager.removeItem(at: draft)
                // A sweep may have taken it since the folder was listed.
                guard (try? manager.copyItem(at: shelf.appending(path: name), to: draft)) != nil else {
                    guard manager.fileExists(atPath: shelf.appending(path: name).path) else { continue }
                    throw Fault.files("\(copy.path) cannot be written")
                }
                try manager.moveItem(at: draft, to: copy)
                copied += 1
            }
        }
        return copied
    }
}
