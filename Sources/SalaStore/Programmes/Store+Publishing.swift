import Crypto
import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Stores the programme's files as its newest version, unless the newest already holds them.
    ///
    /// - Parameter files: the folder's canonical text, as `ProgrammeLibrary` reads it back.
    @discardableResult
    public func publish(programme: String, files: String, at now: Instant) async throws -> VersionID {
        let digest = Hexadecimal.text(SHA256.hash(data: Data(files.utf8)))
        return try await database.write { connection in
            let newest = try connection.row(
                """
                select id, number, digest from programme_version where programme = \(programme)
                order by number desc limit 1
                """)
            if let newest, try newest.get("digest") == digest { return try newest.id("id") }
            let number = (try newest?.get("number") ?? 0) + 1
            let id = VersionID(UUID.version7(at: now))
            try connection.execute(
                """
                insert into programme_version (id, programme, number, digest, files, published_at)
                values (\(id), \(programme), \(number), \(digest), \(files), \(now))
                """)
            return id
        }
    }

    /// The newest version of each programme with its number, by the programme's name.
    public func publishedProgrammes() async throws -> [PublishedProgramme] {
        try await database.read { connection in try newestProgrammes(in: connection) }
    }

    func newestProgrammes(in connection: Connection) throws -> [PublishedProgramme] {
        let rows = try connection.rows(
            """
            select id, number from programme_version v
            where number = (select max(number) from programme_version w where w.programme = v.programme)
            order by programme
            """)
        return try rows.map { row in
            let id: VersionID = try row.id("id")
            return PublishedProgramme(
                id: id, number: try row.get("number"),
                programme: try programmes.programme(id, in: connection))
        }
    }
}

/// A version of a programme as it was published.
public struct PublishedProgramme: Sendable {
    public var id: VersionID
    /// 1 for the programme's first version.
    public var number: Int
    public var programme: Programme
}

/// Bytes as lower-case hexadecimal.
enum Hexadecimal {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
