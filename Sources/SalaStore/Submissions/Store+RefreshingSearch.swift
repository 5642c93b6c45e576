import Foundation
import SalaDatabase
import SalaEngine
import SalaThai

/// Submissions that are findable under words that are no longer true.
struct Outdated: Sendable {
    var submissions: [SubmissionID]
    /// Everything else was findable as it should be.
    var wasFresh: Bool
}

extension Store {
    /// Grows when what is indexed, or shown publicly, changes though the table of spellings does not.
    private static let indexVersion = 3
    /// So many submissions are indexed anew in one transaction.
    private static let batch = 100

    /// Makes organisations and filed submissions findable by the present table of spellings, and shows of the
    /// public ones what registers show; does nothing when that is done. It may be stopped at any point and
    /// begins anew then.
    public func refreshSearch() async throws {
        let known = try await database.read { connection in
            try connection.row("select fingerprint from search_state")?.get("fingerprint") as String?
        }
        guard known != fingerprint else { return }
        try await database.write { connection in
            _ = try tellOrganisationsApart(anew: true, in: connection)
        }
        var last: SubmissionID?
        repeat {
            last = try await refreshSubmissions(after: last)
        } while last != nil
        try await noteRefreshed()
    }

    /// What is findable under names that organisations with those codes no longer have. Should the refresh
    /// that has to follow be stopped, the next start makes everything findable anew.
    func outdated(by codes: [String], in connection: Connection) throws -> Outdated {
        guard !codes.isEmpty else { return Outdated(submissions: [], wasFresh: false) }
        let rows = try connection.rows(
            """
            select id from submission where number is not null and organisation_id in
                (select id from organisation where code in \(list: codes)) order by id
            """)
        let wasFresh = try connection.execute("delete from search_state") > 0
        return Outdated(submissions: try rows.map { try $0.id("id") }, wasFresh: wasFresh)
    }

    /// Makes what is outdated findable under the names that organisations have now.
    func refreshSearch(of outdated: Outdated) async throws {
        for start in stride(from: 0, to: outdated.submissions.count, by: Self.batch) {
            let ids = outdated.submissions[start..<min(start + Self.batch, outdated.submissions.count)]
            try await database.write { connection in
                for id in ids { try refresh(id, in: connection) }
            }
        }
        if outdated.wasFresh { try await noteRefreshed() }
    }

    private var fingerprint: String { "\(Self.indexVersion) \(words.spelling.fingerprint)" }

    private func noteRefreshed() async throws {
        try await database.write { connection in
            // Facets and what a search finds may be others now.
            try connection.raise([.organisations])
            try connection.execute("delete from search_state")
            try connection.execute("insert into search_state (fingerprint) values (\(fingerprint))")
        }
    }

    /// The last of a batch, in the order of ids; nil when none is left.
    private func refreshSubmissions(after last: SubmissionID?) async throws -> SubmissionID? {
        try await database.write { connection in
            let after = last.map { $0.description } ?? ""
            let rows = try connection.rows(
                """
                select id from submission where number is not null and id > \(after)
                order by id limit \(Self.batch)
                """)
            let ids: [SubmissionID] = try rows.map { try $0.id("id") }
            for id in ids { try refresh(id, in: connection) }
            return ids.last
        }
    }

    private func refresh(_ id: SubmissionID, in connection: Connection) throws {
        guard let dossier = try anyDossier(id, for: nil, in: connection) else { return }
        try connection.count(dossier.submission, by: -1)
        try index(dossier, in: connection)
        try connection.count(dossier.submission, by: 1)
        try showPublicly(dossier, moved: true, in: connection)
    }
}
