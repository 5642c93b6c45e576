import Foundation
import SalaDatabase
public import SalaEngine
public import SalaThai

/// A submission with everything around it that a decision or a page needs, as one person may see it.
public struct Dossier: Sendable {
    public internal(set) var submission: Submission
    /// The hash of the newest event.
    var head: String
    /// The receipt's code, once filed.
    public internal(set) var receipt: String?
    public let call: Call
    /// How many have been filed under the call.
    var filed: Int
    public let programme: Programme
    public internal(set) var actor: Actor
    public let organisation: OrganisationSummary?

    /// The situation of a decision at that time.
    public func situation(at now: Instant, calendar: WorkingCalendar) -> Situation {
        Situation(
            programme: programme, call: call, actor: actor, now: now, calendar: calendar,
            nextNumber: filed + 1)
    }

    /// What people know the submission by: the answer that the register calls its title, or its first text.
    public var title: String {
        let name = programme.register?.title ?? programme.form.questions.first { $0.kind == .text }?.name
        return name.flatMap { submission.answers[$0]?.string } ?? ""
    }
}

extension Store {
    /// The person's roles and organisations that count in the call.
    func actor(_ person: PersonID?, in call: Call, _ connection: Connection) throws -> Actor {
        guard let person else { return .nobody }
        let rows = try connection.rows(
            """
            select role, null as organisation_id from call_role
            where call_id = \(call.id) and person_id = \(person)
            union all
            select role, organisation_id from membership where person_id = \(person) and state = 'approved'
            """)
        var actor = Actor(person: person, roles: [], organisations: [])
        for row in rows {
            guard let organisation: OrganisationID = try row.optionalID("organisation_id") else {
                actor.roles.insert(try row.get("role"))
                continue
            }
            actor.organisations.insert(organisation)
            if organisation == call.organisation { actor.roles.insert(try row.get("role")) }
        }
        return actor
    }

    /// The dossier as the person may see it; what the person may not see is not found.
    func dossier(_ id: SubmissionID, for person: PersonID?, in connection: Connection) throws -> Dossier {
        guard let dossier = try anyDossier(id, for: person, in: connection) else { throw Refusal.notFound }
        let scope = Scope(dossier.actor, programme: dossier.programme, call: dossier.call.id)
        guard scope.sees(dossier.submission) else { throw Refusal.notFound }
        return dossier
    }

    /// The dossier without a look at the scope: for the clock, which acts on every submission.
    func anyDossier(_ id: SubmissionID, for person: PersonID?, in connection: Connection) throws -> Dossier? {
        let row = try connection.row(
            """
            select submission.snapshot, submission.head, submission.receipt, submission.organisation_id,
                organisation.kind, organisation.name_th, organisation.name_en, organisation.province_code,
                organisation.province_th, organisation.province_en, call.snapshot as call, call.filed
            from submission join call on call.id = submission.call_id
            left join organisation on organisation.id = submission.organisation_id
            where submission.id = \(id)
            """)
        guard let row else { return nil }
        let submission: Submission = try row.json("snapshot")
        let call: Call = try row.json("call")
        return Dossier(
            submission: submission, head: try row.get("head"), receipt: try row.get("receipt"), call: call,
            filed: try row.get("filed"),
            programme: try programmes.programme(submission.version, in: connection),
            actor: try actor(person, in: call, connection), organisation: try row.organisation())
    }
}
