import SalaAnalysis
import SalaDatabase
public import SalaEngine

/// A line of the list that judges are assigned from.
public struct AssignmentLine: Equatable, Sendable {
    /// The submission's number.
    public var entry: String
    public var title: String
    /// The judge's e-mail address.
    public var judge: String
    public var name: String
}

extension Store {
    /// The list that `importAssignments` takes, filled in: who judges what, and who would judge what still
    /// lacks judges if it were assigned automatically from that seed. By number, then by the judge's address;
    /// for those who assign.
    public func assignmentLines(
        _ handle: String, round name: String, seed: UInt64, for person: PersonID
    ) async throws -> [AssignmentLine] {
        let (problem, entries, judges) = try await database.read { connection in
            let problem = try assignmentProblem(handle, name, for: person, connection)
            let view = try callView(handle, for: person, in: connection)
            let scope = Scope(view)
            let rows = try connection.rows(
                """
                select id, number, title from submission
                where \(scope.foreign) and number is not null
                """)
            let entries: [SubmissionID: (number: String, title: String)] = try Dictionary(
                uniqueKeysWithValues: rows.map {
                    (try $0.id("id"), (try $0.get("number"), try $0.get("title")))
                })
            guard let round = view.programme.round(name) else { throw Refusal.notFound }
            let loads = try self.judges(of: round, scope, connection)
            return (problem, entries, Dictionary(uniqueKeysWithValues: loads.map { ($0.person, $0) }))
        }
        return Assignment(problem, seed: seed).pairs.compactMap { pair in
            guard let entry = entries[pair.entry], let judge = judges[pair.judge] else { return nil }
            return AssignmentLine(
                entry: entry.number, title: entry.title, judge: judge.email, name: judge.name)
        }.sorted { ($0.entry, $0.judge) < ($1.entry, $1.judge) }
    }
}
