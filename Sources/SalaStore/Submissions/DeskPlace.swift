import SalaDatabase
public import SalaEngine
public import SalaThai

/// Where a submission stands in an order that moves it when it is acted on: when it is due, or when it
/// moved last.
public struct DeskPlace: Equatable, Sendable {
    /// Nil for what is due at no time.
    public var time: Instant?

    public init(time: Instant?) {
        self.time = time
    }
}

extension Store {
    /// The submission's place in that order as it is now; nil where acting on it does not change its place.
    public func place(
        of id: SubmissionID, in order: SubmissionFilter.Order, for person: PersonID
    ) async throws -> DeskPlace? {
        guard order == .due || order == .moved else { return nil }
        return try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            guard order == .moved else { return DeskPlace(time: dossier.submission.due) }
            let row = try connection.row("select moved_at from submission where id = \(id)")
            return DeskPlace(time: try row?.instant("moved_at"))
        }
    }
}
