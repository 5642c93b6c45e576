import SalaDatabase
public import SalaEngine
public import SalaThai

/// What a release would do, by name: nothing has been released.
public struct ReleaseOutlook: Sendable {
    /// A submission whose decision would take effect.
    public struct Entry: Sendable {
        public var submission: SubmissionID
        public var number: String?
        public var title: String
        /// Nil when a person filed.
        public var organisation: OrganisationSummary?
    }

    /// All that one decision was taken on.
    public struct Outcome: Sendable {
        public var action: Action
        /// By number.
        public var entries: [Entry]
        /// Nil where the decision sends no letter, or one that the person may not read.
        public var sample: Sample?
    }

    /// The letter that one of the entries would cause.
    public struct Sample: Sendable {
        public var entry: Entry
        public var language: Language
        public var letter: WrittenLetter
    }

    public var pending: PendingDecisions
    /// In the order of the workflow.
    public var outcomes: [Outcome]
}

extension Store {
    /// How many of an outcome's entries are looked at for one whose letter has somebody to go to.
    private static let sampled = 5

    /// What a release would release, by name, and for each outcome a letter as it would be sent; for those
    /// who may release.
    public func releaseOutlook(
        _ handle: String, for person: PersonID, at now: Instant
    ) async throws -> ReleaseOutlook {
        try await database.read { connection in
            let pending = try pendingDecisions(handle, for: person, in: connection)
            let rows = try connection.rows(
                """
                select submission.id, submission.number, submission.title, submission.held,
                    \(OrganisationSummary.columns)
                from submission left join organisation on organisation.id = submission.organisation_id
                where \(Scope(pending.view).foreign) and submission.held is not null
                order by submission.number, submission.id
                """)
            var entries: [String: [ReleaseOutlook.Entry]] = [:]
            for row in rows {
                entries[try row.get("held"), default: []].append(
                    ReleaseOutlook.Entry(
                        submission: try row.id("id"), number: try row.get("number"),
                        title: try row.get("title"), organisation: try row.organisation()))
            }
            return ReleaseOutlook(
                pending: pending,
                outcomes: try pending.counts.map { action, _ in
                    let entries = entries[action.name] ?? []
                    let sample = try sample(of: entries, for: person, at: now, connection)
                    return ReleaseOutlook.Outcome(action: action, entries: entries, sample: sample)
                })
        }
    }

    private func sample(
        of entries: [ReleaseOutlook.Entry], for person: PersonID, at now: Instant, _ connection: Connection
    ) throws -> ReleaseOutlook.Sample? {
        for entry in entries.prefix(Store.sampled) {
            var dossier = try dossier(entry.submission, for: person, in: connection)
            // The same eyes as for a letter that has been sent.
            guard Eyes(dossier).isCommittee else { return nil }
            let situation = dossier.situation(at: now, calendar: calendar)
            for event in try dossier.submission.decide(.release, in: situation) {
                dossier.submission.evolve(
                    Recorded(
                        sequence: dossier.submission.sequence + 1, at: now, actor: person, body: event))
                for order in dossier.submission.letters(after: event, of: dossier.programme) {
                    let letters = try letters(of: order, about: dossier, at: now, connection)
                    guard let (addressee, letter) = letters.first else { continue }
                    return ReleaseOutlook.Sample(entry: entry, language: addressee.language, letter: letter)
                }
            }
        }
        return nil
    }
}
