import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// The search and the filter of a desk that a person keeps under a name of their own.
public struct SavedFilter: Equatable, Sendable {
    /// In characters.
    public static let longestName = 60
    /// In bytes of the desk's address.
    static let longestQuery = 2000
    /// For one person at one desk.
    static let most = 12

    public var id: Identifier<SavedFilter>
    public var call: CallID
    public var name: String
    /// The query of the desk's address.
    public var query: String
}

/// Why a filter is not saved.
public enum SavedFilterFault: Equatable, Sendable {
    case nameMissing
    /// The name has more characters than this.
    case nameTooLong(Int)
    case queryTooLong
    /// So many are kept at this desk already.
    case tooMany(Int)
}

extension Store {
    /// Keeps the query of a desk's address under a name, in place of one of that name; gives what is wrong
    /// with it, and then nothing has changed. Refuses who has no desk in the call.
    public func saveFilter(
        _ name: String, _ query: String, under handle: String, for person: PersonID, at now: Instant
    ) async throws -> SavedFilterFault? {
        let name = name.onOneLine
        return try await database.write { connection -> SavedFilterFault? in
            let view = try deskView(handle, for: person, in: connection)
            if name.isEmpty { return .nameMissing }
            guard name.unicodeScalars.count <= SavedFilter.longestName else {
                return .nameTooLong(SavedFilter.longestName)
            }
            guard query.utf8.count <= SavedFilter.longestQuery else { return .queryTooLong }
            let others: Int =
                try connection.row(
                    """
                    select count(*) as count from saved_filter
                    where person_id = \(person) and call_id = \(view.call.id) and name <> \(name)
                    """)?.get("count") ?? 0
            guard others < SavedFilter.most else { return .tooMany(SavedFilter.most) }
            try connection.execute(
                """
                insert into saved_filter (id, person_id, call_id, name, query)
                values (\(UUID.version7(at: now)), \(person), \(view.call.id), \(name), \(query))
                on conflict (person_id, call_id, name) do update set query = excluded.query
                """)
            return nil
        }
    }

    /// Takes one of the person's own saved filters away; another's is not found.
    public func removeFilter(
        _ id: Identifier<SavedFilter>, under handle: String, for person: PersonID
    ) async throws {
        try await database.write { connection in
            let view = try callView(handle, for: person, in: connection)
            let removed = try connection.execute(
                """
                delete from saved_filter
                where id = \(id) and person_id = \(person) and call_id = \(view.call.id)
                """)
            guard removed == 1 else { throw Refusal.notFound }
        }
    }

    /// The person's saved filters in those calls, in the order in which they were first saved.
    public func savedFilters(
        of person: PersonID, in calls: [CallID]
    ) async throws -> [CallID: [SavedFilter]] {
        guard !calls.isEmpty else { return [:] }
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                select id, call_id, name, query from saved_filter
                where person_id = \(person) and call_id in \(list: calls) order by id
                """)
            let filters = try rows.map { row in
                SavedFilter(
                    id: try row.id("id"), call: try row.id("call_id"), name: try row.get("name"),
                    query: try row.get("query"))
            }
            return Dictionary(grouping: filters, by: \.call)
        }
    }

    private func deskView(
        _ handle: String, for person: PersonID, in connection: Connection
    ) throws -> CallView {
        let view = try callView(handle, for: person, in: connection)
        guard Scope(view).seesFilings else { throw Refusal.notAllowed }
        return view
    }
}
