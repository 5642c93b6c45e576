import Foundation
import SalaDatabase
public import SalaEngine
import Synchronization

/// The published versions of programmes, each read from the database once and kept: a version never changes.
public final class ProgrammeLibrary: Sendable {
    /// Reads a version's files, as `publish` stored them, to a programme.
    public typealias Reading = @Sendable (_ name: String, _ files: String) throws -> Programme

    private let read: Reading
    private let known = Mutex<[VersionID: Programme]>([:])

    public init(read: @escaping Reading) {
        self.read = read
    }

    func programme(_ id: VersionID, in connection: Connection) throws -> Programme {
        if let programme = known.withLock({ $0[id] }) { return programme }
        let row = try connection.row("select programme, files from programme_version where id = \(id)")
        guard let row else { throw Fault.missing("programme version \(id)") }
        let programme = try read(row.get("programme"), row.get("files"))
        known.withLock { $0[id] = programme }
        return programme
    }
}
