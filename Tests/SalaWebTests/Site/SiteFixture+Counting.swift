import Foundation
import SalaDatabase
import Testing

@testable import SalaStore

extension SiteFixture {
    /// What people did, in numbers: it is another one after anything has been written but sessions and
    /// limits.
    func traces() async throws -> [String: String] {
        try await store.database.read { connection in
            let row = try #require(
                try connection.row(
                    """
                    select (select count(*) from event) as events,
                        (select count(*) from submission) as submissions,
                        (select count(*) from call) as calls,
                        (select count(*) from call_role) as roles,
                        (select count(*) from letter) as letters,
                        (select count(*) from attachment) as attachments,
                        (select count(*) from review) as reviews,
                        (select count(*) from link) as links,
                        (select coalesce(group_concat(state), '') from
                            (select state from membership order by person_id, organisation_id))
                                as memberships,
                        (select group_concat(name || language || coalesce(password, '')) from
                            (select name, language, password from person order by id)) as people
                    """))
            var traces: [String: String] = [:]
            for name in [
                "events", "submissions", "calls", "roles", "letters", "attachments", "reviews", "links",
            ] {
                traces[name] = String(try row.get(name) as Int)
            }
            for name in ["memberships", "people"] { traces[name] = try row.get(name) }
            return traces
        }
    }

    func eventCount() async throws -> Int {
        try await store.database.read { try $0.row("select count(*) as count from event")?.get("count") ?? 0 }
    }

    /// Files under the store's folder: kept ones, and those that are still being received.
    func keptFiles() throws -> [String] {
        let paths = FileManager.default.enumerator(atPath: store.files.folder.path)
        return (paths?.compactMap { $0 as? String } ?? []).filter { $0.contains { $0 == "/" } }.sorted()
    }
}
