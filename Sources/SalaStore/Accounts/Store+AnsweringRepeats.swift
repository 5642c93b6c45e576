import SalaDatabase
public import SalaThai

/// One posting as its browser names it, so that it is known when it comes again: the name is the browser's
/// own, and means nothing on another's pages or to another address.
public struct RepeatKey: Sendable {
    /// In bytes of the browser's name.
    public static let longestName = 100

    let hash: String

    /// - Parameter csrf: what the forms of the session carry.
    /// - Returns: nil for a name that is empty or too long.
    public init?(_ name: String, csrf: String, path: String) {
        guard !name.isEmpty, name.utf8.count <= RepeatKey.longestName else { return nil }
        hash = SecretToken(text: "\(csrf)\n\(path)\n\(name)").hash
    }
}

extension Store {
    /// How long an answer is kept for who did not hear it.
    static let repeatSeconds: Int64 = 86_400

    /// Where the posting led when it came before; nil when it has not come, or long ago.
    public func answer(to key: RepeatKey, at now: Instant) async throws -> String? {
        try await database.read { connection in
            try connection.row(
                """
                select location from answered
                where key = \(key.hash) and at > \(now.adding(seconds: -Store.repeatSeconds))
                """)?.get("location")
        }
    }

    /// Keeps where the posting led.
    public func keepAnswer(_ location: String, to key: RepeatKey, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                insert into answered (key, location, at) values (\(key.hash), \(location), \(now))
                on conflict (key) do update set location = excluded.location, at = excluded.at
                """)
        }
    }
}
