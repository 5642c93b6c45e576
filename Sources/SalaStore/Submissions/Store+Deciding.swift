import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// The one way in for everything that is asked of a submission: loads what the engine needs, lets it
    /// decide, and writes events, projections and letters in one transaction.
    @discardableResult
    public func decide(
        _ command: Command, on id: SubmissionID, by person: PersonID, at now: Instant
    ) async throws -> Dossier {
        try await decide([command], on: id, by: person, at: now)
    }

    /// The same for several commands that are one to who asks: all of them are done, or none.
    @discardableResult
    public func decide(
        _ commands: [Command], on id: SubmissionID, by person: PersonID, at now: Instant
    ) async throws -> Dossier {
        try await database.write { connection in
            var dossier = try dossier(
                id, for: person, toAnswer: commands.allSatisfy(\.isAnswer), in: connection)
            let news = try decide(commands, on: &dossier, at: now, in: connection)
            try tell(
                news, under: dossier.call, of: dossier.programme, by: person, at: now, in: connection)
            return Dossier(dossier)
        }
    }

    /// Starts a submission under the call for an organisation of the person's, or for the person alone.
    public func start(
        under handle: String, for organisation: OrganisationID?, by person: PersonID, at now: Instant
    ) async throws -> SubmissionID {
        try await database.write { connection in
            let (call, filed) = try callAndFiled(handle, in: connection)
            let programme = try programmes.programme(call.version, in: connection)
            let actor = try actor(person, in: call, of: programme, connection)
            try demandSight(of: call, actor)
            let situation = Situation(
                programme: programme, call: call, actor: actor, now: now, calendar: calendar,
                nextNumber: filed + 1)
            let event = try Submission.starting(
                for: organisation, version: call.version,
                existing: try countFilings(of: programme, call.id, organisation, person, connection),
                in: situation)
            let id = SubmissionID(UUID.version7(at: now))
            let first = Recorded(sequence: 1, at: now, actor: person, body: event)
            guard let submission = Submission.beginning(id, with: first) else {
                throw Fault.unreadable("a submission's first event")
            }
            let head = try connection.append(
                first, kind: event.kind, subject: id.uuid, call: call.id, previous: EventChain.root)
            try insert(
                WholeDossier(
                    submission: submission, head: head, call: call, filed: filed, programme: programme,
                    actor: actor,
                    organisation: nil), in: connection, at: now)
            return id
        }
    }

    /// Gives what is to be told about judging: its letters are written by who knows what else the act does.
    @discardableResult
    func decide(
        _ command: Command, on dossier: inout WholeDossier, at now: Instant, in connection: Connection
    ) throws -> JudgingNews {
        try decide([command], on: &dossier, at: now, in: connection)
    }

    @discardableResult
    func decide(
        _ commands: [Command], on dossier: inout WholeDossier, at now: Instant, in connection: Connection
    ) throws -> JudgingNews {
        var news = JudgingNews()
        try connection.countUploads(of: &dossier, before: commands)
        try connection.findClosedRounds(of: &dossier, before: commands)
        let events = try dossier.submission.decide(
            commands, in: dossier.situation(at: now, calendar: calendar))
        try connection.demandShownDrafts(before: commands, on: dossier)
        guard !events.isEmpty else { return news }
        let moved = events.contains(where: \.movesSubmission)
        if moved { try connection.count(dossier.submission, by: -1) }
        for event in events {
            let recorded = Recorded(
                sequence: dossier.submission.sequence + 1, at: now, actor: dossier.actor.person, body: event)
            dossier.submission.evolve(recorded)
            dossier.head = try connection.append(
                recorded, kind: event.kind, subject: dossier.submission.id.uuid, call: dossier.call.id,
                previous: dossier.head)
            try project(event, on: &dossier, at: now, in: connection)
            for order in dossier.submission.letters(after: event, of: dossier.programme) {
                try write(order, about: dossier, at: now, in: connection)
            }
            for letter in dossier.submission.judgingLetters(
                after: event, of: dossier.programme, closedRounds: dossier.closedRounds)
            {
                switch letter {
                case .asked(let judge, let round):
                    news.add(round, of: judge, due: dossier.submission.due)
                case .reopened(let judge, let round, let reason):
                    news.add(
                        JudgingNews.Reopening(dossier: dossier, judge: judge, round: round, reason: reason))
                case .takenOff(let judge, let round, let ground):
                    news.add(JudgingNews.TakenOff(dossier: dossier, ground: ground), in: round, of: judge)
                case .conflictFound(let judge, let round, let ground, let roles):
                    news.add(
                        JudgingNews.FoundConflict(
                            dossier: dossier, round: round, judge: judge, ground: ground, roles: roles))
                case .judgesMissing(let round, let missing, let roles):
                    news.add(
                        JudgingNews.Shortfall(dossier: dossier, missing: missing, roles: roles), in: round)
                }
            }
        }
        try update(dossier, after: events, in: connection, at: now)
        if moved { try connection.count(dossier.submission, by: 1) }
        try showPublicly(dossier, moved: moved, in: connection)
        return news
    }

    /// How many submissions of the filer count against the limit of the call: drafts and all that was filed,
    /// but nothing that the filer has taken back.
    func countFilings(
        of programme: Programme, _ call: CallID, _ organisation: OrganisationID?, _ person: PersonID,
        _ connection: Connection
    ) throws -> Int {
        let filer: SQL =
            organisation.map { "organisation_id = \($0)" }
            ?? "applicant_id = \(person) and organisation_id is null"
        let withdrawn = programme.workflow.stages.filter(\.isWithdrawn).map(\.name)
        let row = try connection.row(
            """
            select count(*) as count from submission
            where call_id = \(call) and stage not in \(list: withdrawn) and
            """ + " " + filer)
        return try row?.get("count") ?? 0
    }
}
