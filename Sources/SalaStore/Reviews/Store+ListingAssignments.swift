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
    /// The list that `assign` takes, filled in: who judges what, and who would judge what still
    /// lacks judges if it were assigned automatically from that seed. By number, then by the judge's address;
    /// for those who assign.
    public func assignmentLines(
        _ handle: String, round name: String, seed: UInt64, for person: PersonID
    ) async throws -> [AssignmentLine] {
        let basis = try await database.read { connection in
            try assignmentBasis(handle, name, for: person, connection)
        }
        let judges = Dictionary(uniqueKeysWithValues: basis.judges.map { ($0.person, $0) })
        return Assignment(basis.problem, seed: seed).pairs.compactMap { pair in
            guard let entry = basis.entries[pair.entry], let number = entry.number,
                let judge = judges[pair.judge]
            else { return nil }
            return AssignmentLine(entry: number, title: entry.title, judge: judge.email, name: judge.name)
        }.sorted { ($0.entry, $0.judge) < ($1.entry, $1.judge) }
    }
}
