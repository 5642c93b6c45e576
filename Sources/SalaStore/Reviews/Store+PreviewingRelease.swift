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
        /// Its line of the ranking, which is closed; nil for who may not read that.
        public var ranked: RankedEntry?
    }

    /// All that one decision was taken on.
    public struct Outcome: Sendable {
        public var action: Action
        /// By rank where that may be read, then by number.
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
            let ranked = try ranked(pending, connection)
            var entries: [String: [ReleaseOutlook.Entry]] = [:]
            for row in rows {
                let (id, action): (SubmissionID, String) = (try row.id("id"), try row.get("held"))
                entries[action, default: []].append(
                    ReleaseOutlook.Entry(
                        submission: id, number: try row.get("number"), title: try row.get("title"),
                        organisation: try row.organisation(), ranked: ranked[action]?[id]))
            }
            entries = entries.mapValues { $0.sorted { $0.place < $1.place } }
            return ReleaseOutlook(
                pending: pending,
                outcomes: try pending.counts.map { action, _ in
                    let entries = entries[action.name] ?? []
                    let sample = try sample(of: entries, for: person, at: now, connection)
                    return ReleaseOutlook.Outcome(action: action, entries: entries, sample: sample)
                })
        }
    }

    /// The lines of the rankings that decisions are taken by, by held action, for who may read them.
    private func ranked(
        _ pending: PendingDecisions, _ connection: Connection
    ) throws -> [String: [SubmissionID: RankedEntry]] {
        let view = pending.view
        guard view.actor.may(.readReviews, in: view.programme), Scope(view).seesFilings else { return [:] }
        var lines: [String: [SubmissionID: RankedEntry]] = [:]
        for round in view.programme.rounds {
            let held = pending.counts.map(\.action.name).filter(round.selection.actions.contains)
            guard !held.isEmpty else { continue }
            let entries = try ranking(view, round.name, connection).entries
            for action in held {
                lines[action] = Dictionary(uniqueKeysWithValues: entries.map { ($0.submission.id, $0) })
            }
        }
        return lines
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

extension ReleaseOutlook.Entry {
    fileprivate var place: (Int, String) { (ranked?.rank ?? .max, number ?? "") }
}
