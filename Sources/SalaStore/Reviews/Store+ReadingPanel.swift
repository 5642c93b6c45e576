import SalaDatabase
public import SalaEngine

/// A review that will not be given, and why.
public struct DeclinedReview: Sendable {
    public var submission: SubmissionID
    public var number: String?
    public var title: String
    public var judge: String
    /// Without what the judge wrote.
    public var review: Review
}

/// A submission that has fewer judges than its round wants.
public struct ShortEntry: Sendable {
    public var submission: SubmissionID
    public var number: String?
    public var title: String
    /// Reviews open or given.
    public var judges: Int
}

/// One of the people who may judge a submission, or once were asked to.
public struct SubmissionJudge: Sendable {
    public var person: PersonID
    public var name: String
    /// Reviews of the round that the person is asked for in the whole call, given ones included.
    public var load: Int
    /// Without what the judge wrote.
    public var review: Review?
    /// The person still has the judges' role.
    public var isJudge: Bool
    /// The person has acted on the submission.
    public var hasScreened: Bool
    /// What the record shows against asking the person; nil where it shows nothing.
    public var conflict: ConflictGround?
    /// The person sees who entered by another role, and the round is blind.
    public var knowsEntrants: Bool
    /// What the levels of the review come to in per cent; nil for who may not read reviews.
    public var score: String?
    /// What they came to before the review was opened again; nil where it was not, or may not be read.
    public var scoreBefore: String?
}

extension Store {
    /// Conflicts of interest, abstentions and assignments taken back in a round, for those who see its panel;
    /// those on what is the person's own are left out.
    public func declinedReviews(
        under handle: String, round name: String, for person: PersonID, limit: Int = 200
    ) async throws -> [DeclinedReview] {
        try await database.read { connection in
            let view = try panelView(handle, name, person, connection)
            let rows = try connection.rows(
                """
                select submission.id, submission.number, submission.title, person.name, review.snapshot
                from review join person on person.id = review.judge_id
                join submission on submission.call_id = review.call_id
                    and submission.id = review.submission_id
                where review.call_id = \(view.call.id) and review.round = \(name)
                    and \(Scope(view).foreign) and review.state in \(Review.State.left)
                order by review.updated_at desc, submission.id, review.judge_id limit \(limit)
                """)
            return try rows.map { row in
                DeclinedReview(
                    submission: try row.id("id"), number: try row.get("number"), title: try row.get("title"),
                    judge: try row.get("name"),
                    review: try row.json("snapshot", as: Review.self).progress)
            }
        }
    }

    /// Submissions of a round that lack judges, those that lack most first; the person's own are left out.
    public func shortEntries(
        under handle: String, round name: String, for person: PersonID, limit: Int
    ) async throws -> [ShortEntry] {
        try await database.read { connection in
            let view = try panelView(handle, name, person, connection)
            let stages = view.programme.workflow.stages(of: name)
            let isClosed = try connection.closedRounds(of: view.programme, under: view.call.id).contains(name)
            guard !isClosed else { return [] }
            let rows = try connection.rows(
                """
                select submission.id, submission.number, submission.title, count(review.judge_id) as judges
                from submission left join review on review.call_id = submission.call_id
                    and review.submission_id = submission.id and review.round = \(name)
                    and review.state in \(Review.State.active)
                where \(Scope(view).foreign) and submission.stage in \(list: stages)
                    and submission.held is null
                group by submission.id, submission.number, submission.title
                having count(review.judge_id) < \(view.programme.round(name)?.reviews ?? 0)
                order by count(review.judge_id), submission.number limit \(limit)
                """)
            return try rows.map { row in
                ShortEntry(
                    submission: try row.id("id"), number: try row.get("number"), title: try row.get("title"),
                    judges: try row.get("judges"))
            }
        }
    }

    /// Who judges, may judge or declined to judge a submission in a round, and which decisions have closed
    /// that, for those who assign or lead the round; refused with `ownOrganisation` where it is the
    /// person's own.
    public func judges(
        of id: SubmissionID, round name: String, for person: PersonID
    ) async throws -> (dossier: Dossier, judges: [SubmissionJudge], closing: RoundClosing) {
        try await database.read { connection in
            let dossier = try dossier(id, for: person, in: connection)
            guard let round = dossier.programme.round(name) else { throw Refusal.notFound }
            guard dossier.actor.asksFurther(name, in: dossier.programme) else { throw Refusal.notAllowed }
            guard !dossier.actor.hasStake(in: dossier.submission) else { throw Refusal.ownOrganisation }
            let scope = Scope(dossier.actor, programme: dossier.programme, call: dossier.call.id)
            let rows = try connection.rows(
                """
                select person.id, person.name,
                    (select count(*) from review where review.judge_id = person.id
                        and review.call_id = \(dossier.call.id) and review.round = \(name)
                        and review.state in \(Review.State.active) and review.submission_id in
                            (select submission.id from submission where \(scope.foreign))) as load,
                    (select count(*) from call_role where call_role.person_id = person.id
                        and call_role.call_id = \(dossier.call.id)
                        and call_role.role = \(round.judges)) as roles
                from person where person.id in (
                    select person_id from call_role
                    where call_id = \(dossier.call.id) and role = \(round.judges)
                    union select judge_id from review where call_id = \(dossier.call.id)
                        and submission_id = \(id) and round = \(name))
                order by person.name, person.id
                """)
            let reviews = dossier.submission.reviews[name] ?? [:]
            let readsReviews = dossier.actor.may(.readReviews, in: dossier.programme)
            let screened = try connection.screenings(
                where: "submission.id = \(id)", byJudgesOf: round, scope)
            let ties = try JudgeTies(of: Store.people(judging: round, in: dossier.call.id), connection)
            let knowing = try peopleKnowing(round, of: dossier.programme, in: dossier.call, connection)
            let judges = try rows.map { row in
                let judge: PersonID = try row.id("id")
                let known = ties.adding(to: Actor(person: judge, roles: [], organisations: []))
                return SubmissionJudge(
                    person: judge, name: try row.get("name"), load: try row.get("load"),
                    review: reviews[judge]?.progress, isJudge: try (row.get("roles") as Int) > 0,
                    hasScreened: screened.contains(AssignmentPair(submission: id, judge: judge)),
                    conflict: dossier.submission.conflict(
                        of: known, in: round, province: dossier.organisation?.provinceCode),
                    knowsEntrants: knowing.contains(judge),
                    score: readsReviews
                        ? reviews[judge].flatMap { dossier.call.score(of: $0.scores, in: round) } : nil,
                    scoreBefore: readsReviews
                        ? reviews[judge]?.reopened.flatMap { dossier.call.score(of: $0, in: round) } : nil)
            }
            let closing = try connection.closing(of: round, in: dossier.programme, under: dossier.call.id)
            return (Dossier(dossier), judges, closing)
        }
    }

    private func panelView(
        _ handle: String, _ round: String, _ person: PersonID, _ connection: Connection
    ) throws -> CallView {
        let view = try callView(handle, for: person, in: connection)
        guard view.programme.round(round) != nil else { throw Refusal.notFound }
        guard
            view.actor.may(.assignReviews, in: view.programme)
                || view.actor.may(.readReviews, in: view.programme)
        else { throw Refusal.notAllowed }
        return view
    }
}
