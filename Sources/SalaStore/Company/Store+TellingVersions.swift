import SalaDatabase
public import SalaEngine
public import SalaThai

/// What was ever written in answer to the questions of a submission, for those who write it.
public struct WritingHistory: Sendable {
    /// One answer as somebody wrote it.
    public struct Version: Sendable {
        /// Nil says that the answer was cleared.
        public var answer: Answer?
        public var at: Instant
        public var by: PersonID?
        /// It was typed while somebody else saved otherwise, and so is not what was saved.
        public var isAside: Bool
    }

    public var dossier: Dossier
    /// By question, first written first.
    public var versions: [String: [Version]]
    public var names: [PersonID: String]
}

extension Store {
    /// Every version of every answer, with who wrote it and when.
    public func writing(of id: SubmissionID, for person: PersonID) async throws -> WritingHistory {
        try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            let eyes = Eyes(dossier)
            guard eyes.isFiler else { throw Refusal.notAllowed }
            let events = try connection.events(of: id.uuid, call: dossier.call.id, as: SubmissionEvent.self)
            var versions: [String: [WritingHistory.Version]] = [:]
            var writers: Set<PersonID> = []
            for event in events.filter(eyes.sees) {
                let written = event.body.written
                guard !written.isEmpty else { continue }
                let isAside = if case .setAside = event.body { true } else { false }
                if let writer = event.actor { writers.insert(writer) }
                for (question, answer) in written {
                    versions[question, default: []].append(
                        WritingHistory.Version(
                            answer: answer, at: event.at, by: event.actor, isAside: isAside))
                }
            }
            let people = writers.map(\.uuid).sorted()
            let rows = try connection.rows("select id, name from person where id in \(list: people)")
            return WritingHistory(
                dossier: Dossier(dossier), versions: versions,
                names: try Dictionary(
                    uniqueKeysWithValues: rows.map { (try $0.id("id"), try $0.get("name")) }))
        }
    }
}

extension SubmissionEvent {
    /// The answers that the event wrote or cleared.
    fileprivate var written: [String: Answer?] {
        switch self {
        case .answered(_, let set, let cleared):
            set.mapValues { $0 }.merging(cleared.map { ($0, nil) }) { first, _ in first }
        case .setAside(_, let answers): answers.mapValues { $0 }
        default: [:]
        }
    }
}
