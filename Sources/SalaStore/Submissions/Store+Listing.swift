import SalaDatabase
public import SalaEngine
public import SalaThai

/// A submission as a desk's table shows it.
public struct SubmissionRow: Sendable {
    public var id: SubmissionID
    public var number: String?
    public var title: String
    public var stage: String
    public var organisation: OrganisationSummary?
    public var applicant: String
    public var due: Instant?
    public var filedAt: Instant?
    public var updatedAt: Instant
    /// The held action, when a decision is pending.
    public var held: String?
}

/// A desk: the submissions of a call that a person may see, narrowed, with counts by stage of all the person
/// may see.
public struct Desk: Sendable {
    public var view: CallView
    public var listing: Listing<SubmissionRow>
    public var counts: [String: Int]
}

extension Store {
    /// One page of the submissions of a call that the person may see.
    public func desk(_ handle: String, for person: PersonID, _ filter: SubmissionFilter) async throws -> Desk
    {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            let scope = Scope(view.actor, programme: view.programme, call: view.call.id)
            let counts = try scope.stageCounts(connection)
            let condition = narrowed(scope.condition, filter, view.call.id, connection)
            let rows = try connection.rows(page(of: condition, filter))
            let total =
                filter.isPlain
                ? filter.stage.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
                : try connection.row("select count(*) as count from submission where \(condition)")?
                    .get("count") ?? 0
            return Desk(
                view: view,
                listing: Listing(
                    entries: try rows.map(submissionRow), total: total, page: filter.page,
                    length: filter.length), counts: counts)
        }
    }

    /// The person's own submissions of all calls, those touched last first.
    public func ownSubmissions(of person: PersonID, limit: Int = 100) async throws -> [OwnSubmission] {
        try await database.read { connection in
            let rows = try connection.rows(
                Store.ownColumns
                    + """
                    where submission.applicant_id = \(person) or submission.organisation_id in
                        (select organisation_id from membership
                         where person_id = \(person) and state = 'approved')
                    order by submission.updated_at desc limit \(limit)
                    """)
            return try rows.map { row in
                OwnSubmission(
                    row: try submissionRow(row), call: try row.json("call"),
                    programme: try programmes.programme(try row.id("version_id"), in: connection))
            }
        }
    }

    /// The wanted page of the submissions under the condition.
    func page(of condition: SQL, _ filter: SubmissionFilter) -> SQL {
        Store.rowColumns + condition + order(filter.order)
            + "limit \(filter.length) offset \((filter.page - 1) * filter.length)"
    }

    func narrowed(
        _ visible: SQL, _ filter: SubmissionFilter, _ call: CallID, _ connection: Connection,
        in index: TextIndex = .submissions
    ) -> SQL {
        var condition = visible
        if let stage = filter.stage { condition = condition + " and submission.stage = \(stage)" }
        for (name, value) in filter.facets.sorted(by: { $0.key < $1.key }) {
            condition =
                condition
                    + """
                     and submission.id in (select submission_id from facet
                        where call_id = \(call) and name = \(name) and value = \(value))
                    """
        }
        let phrases = filter.text.normalisedForSearch.split(whereSeparator: \.isWhitespace)
            .prefix(SubmissionFilter.maximumPhrases).map { words.segmented(String($0)) }.filter {
                !$0.isEmpty
            }
        if !phrases.isEmpty {
            condition = condition + " and " + connection.matching(phrases, in: index, under: call)
        }
        return condition
    }

    private func order(_ order: SubmissionFilter.Order) -> SQL {
        switch order {
        case .number: " order by submission.number is null, submission.number, submission.id "
        case .filed: " order by submission.filed_at desc, submission.id "
        case .due: " order by submission.due_at is null, submission.due_at, submission.id "
        case .updated: " order by submission.updated_at desc, submission.id "
        }
    }

    func submissionRow(_ row: Row) throws -> SubmissionRow {
        SubmissionRow(
            id: try row.id("id"), number: try row.get("number"), title: try row.get("title"),
            stage: try row.get("stage"), organisation: try row.organisation(),
            applicant: try row.get("applicant"),
            due: try row.optionalInstant("due_at"), filedAt: try row.optionalInstant("filed_at"),
            updatedAt: try row.instant("updated_at"), held: try row.get("held"))
    }

    private static let columns: SQL = """
        select submission.id, submission.number, submission.title, submission.stage,
            submission.organisation_id, submission.due_at, submission.filed_at, submission.updated_at,
            submission.held, person.name as applicant, organisation.kind, organisation.name_th,
            organisation.name_en, organisation.province_code, organisation.province_th,
            organisation.province_en
        """

    private static let people: SQL = """
         join person on person.id = submission.applicant_id
        left join organisation on organisation.id = submission.organisation_id

        """

    static let rowColumns: SQL = columns + " from submission " + people + "where "

    private static let ownColumns: SQL =
        columns
            + """
            , submission.snapshot ->> 'version' as version_id, call.snapshot as call
            from submission join call on call.id = submission.call_id
            """ + people
}

/// One of a person's own submissions, with the call it is filed under.
public struct OwnSubmission: Sendable {
    public var row: SubmissionRow
    public var call: Call
    public var programme: Programme
}
