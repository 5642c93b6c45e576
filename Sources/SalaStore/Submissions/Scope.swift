import Foundation
import SalaDatabase
import SalaEngine

/// Which submissions of one call a person may see. Every list, count, export, search and file goes through
/// it, as SQL where there are many and as a predicate where there is one; a test holds the two together.
struct Scope: Sendable {
    let actor: Actor
    let call: CallID
    /// The sights that the person's roles give. Everyone sees what is one's own.
    let sights: Set<Role.Sight>
    /// Decisions that are held are no secret from the person, unless they are on the person's own.
    let knowsPending: Bool
    private let programme: Programme
    /// The person judges in a round that hides who entered, and sees by no other role: lists and searches
    /// name nobody, but for what an open round shows.
    let isBlind: Bool

    init(_ actor: Actor, programme: Programme, call: CallID) {
        self.actor = actor
        self.call = call
        sights = Set(programme.roles.filter { actor.roles.contains($0.name) }.map(\.sees)).union([.own])
        knowsPending = actor.knowsPending(in: programme)
        self.programme = programme
        isBlind = programme.blinds(actor)
    }

    init(_ view: CallView) {
        self.init(view.actor, programme: view.programme, call: view.call.id)
    }

    /// The person sees everything that has been filed: without that a ranking cannot be read.
    var seesFilings: Bool { sights.contains(.filed) || sights.contains(.all) }

    func sees(_ submission: Submission) -> Bool {
        sights.contains { sight in
            switch sight {
            case .all: true
            case .filed: submission.filedAt != nil
            case .assigned: isAssigned(submission)
            case .own: actor.writes(submission)
            }
        }
    }

    private func isAssigned(_ submission: Submission) -> Bool {
        actor.person.map { submission.isOpen(to: $0, of: programme) } ?? false
    }

    /// How many of what the person may see rest in each stage; stages without any are absent.
    func stageCounts(_ connection: Connection) throws -> [String: Int] {
        guard sights.contains(.filed), !sights.contains(.all) else {
            return try connection.stageCounts(
                "select stage, count(*) as count from submission where \(condition) group by stage")
        }
        // Besides what was filed there are the person's own drafts, of which there are few.
        let drafts = try connection.rows(
            "select stage from submission where call_id = \(call) and filed_at is null and (\(own))")
        return try drafts.reduce(into: connection.filedCounts(under: call)) { counts, row in
            counts[try row.get("stage"), default: 0] += 1
        }
    }

    /// A condition on the table `submission`.
    var condition: SQL {
        let conditions: [SQL] = sights.sorted { $0.rawValue < $1.rawValue }.map { sight in
            switch sight {
            case .all: "1 = 1"
            case .filed: "submission.filed_at is not null"
            case .assigned:
                """
                exists (select 1 from review where review.call_id = submission.call_id
                    and review.submission_id = submission.id and review.judge_id = \(actor.person)
                    and \(Review.State.readable(in: programme)))
                """
            case .own: own
            }
        }
        return "submission.call_id = \(call) and (" + conditions.joined(separator: " or ") + ")"
    }

    /// The same without what is the person's own: all that may be shown, or counted, with committee eyes.
    var foreign: SQL { condition + " and " + Scope.foreign(to: actor) }

    /// A condition on the table `submission`: the person has no stake in it.
    static func foreign(to actor: Actor) -> SQL {
        guard let person = actor.person else { return "1 = 1" }
        let organisations = actor.organisations.map(\.uuid).sorted()
        let foreign: SQL = """
            submission.applicant_id <> \(person) and (submission.organisation_id is null
                or submission.organisation_id not in \(list: organisations))
            """
        guard !actor.everJoined.isEmpty else { return foreign }
        return foreign + " and submission.id not in \(list: actor.everJoined.map(\.uuid).sorted())"
    }

    /// Whether the facet of that name says who entered, and that is hidden.
    func hides(_ facet: String) -> Bool {
        isBlind
            && ([Store.provinceFacet, Store.kindFacet].contains(facet)
                || programme.identifying.contains(facet))
    }

    /// The title says who entered.
    var hidesTitle: Bool { programme.titleQuestion.map(programme.identifying.contains) ?? false }

    /// A condition on nothing: the person has no stake in anything filed under the call, and so may know whom
    /// its letters ask to judge.
    var standsApart: SQL {
        """
        not exists (select 1 from submission where submission.call_id = \(call)
            and submission.filed_at is not null and (\(Scope.stake(of: actor))))
        """
    }

    /// Whether the person has a stake in a row with the columns `id`, `applicant_id` and `organisation_id`.
    func hasStake(in row: Row) throws -> Bool {
        actor.hasStake(
            in: try row.id("id"), applicant: try row.id("applicant_id"),
            organisation: try row.optionalID("organisation_id"))
    }

    /// Whether a row with the same columns is the person's own.
    func owns(_ row: Row) throws -> Bool {
        actor.writes(
            try row.id("id"), applicant: try row.id("applicant_id"),
            organisation: try row.optionalID("organisation_id"))
    }

    /// A condition on the table `submission`: the person owns it, or was invited to it.
    private var own: SQL {
        var mine: SQL = "submission.applicant_id = \(actor.person) and submission.organisation_id is null"
        if !actor.organisations.isEmpty { mine = mine + " or " + Scope.filed(for: actor.organisations) }
        return actor.joined.isEmpty ? mine : mine + " or " + Scope.among(actor.joined)
    }

    /// A condition on the table `submission`: the person has a stake in it.
    static func stake(of actor: Actor) -> SQL {
        var mine: SQL = "submission.applicant_id = \(actor.person)"
        if !actor.organisations.isEmpty { mine = mine + " or " + filed(for: actor.organisations) }
        return actor.everJoined.isEmpty ? mine : mine + " or " + among(actor.everJoined)
    }

    private static func among(_ submissions: Set<SubmissionID>) -> SQL {
        "submission.id in \(list: submissions.map(\.uuid).sorted())"
    }

    private static func filed(for organisations: Set<OrganisationID>) -> SQL {
        "submission.organisation_id in \(list: organisations.map(\.uuid).sorted())"
    }
}

extension Actor {
    /// Whether decisions that are held may be known to the person: the committee's papers say so, and who
    /// holds or releases them needs it.
    func knowsPending(in programme: Programme) -> Bool {
        [.readCommittee, .select, .release].contains { may($0, in: programme) }
    }
}
