import SalaDatabase
public import SalaEngine
public import SalaThai

/// A submission as a desk's table shows it.
public struct SubmissionRow: Sendable {
    public var id: SubmissionID
    public var number: String?
    /// As last filed; in the list of one's own as it now is.
    public var title: String
    public var stage: String
    public var organisation: OrganisationSummary?
    public var applicant: String
    public var due: Instant?
    public var filedAt: Instant?
    /// When an action last took effect; before that when it was started.
    public var movedAt: Instant
    /// The held action, when a decision is pending and the person may know of it.
    public var held: String?
    /// Whose it is; nil where that is hidden.
    public var entrant: LateAccess.Entrant?

    /// The late access by which it was filed; nil for what came in time.
    public func late(in call: Call) -> LateAccess? {
        guard let entrant, let filedAt else { return nil }
        return call.lateAccess(of: entrant, filedAt: filedAt)
    }
}

/// A desk: the submissions of a call that a person may see, narrowed, with counts by stage of all that its
/// filter finds, whatever stage it names.
public struct Desk: Sendable {
    public var view: CallView
    public var listing: Listing<SubmissionRow>
    public var counts: [String: Int]
    /// The names of those who let something in late.
    public var granters: [PersonID: String] = [:]
}

extension Store {
    /// One page of the submissions of a call that the person may see.
    public func desk(_ handle: String, for person: PersonID, _ filter: SubmissionFilter) async throws -> Desk
    {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            let scope = Scope(view)
            let condition = narrowed(scope, filter, connection)
            let counts =
                try filter.isPlain
                ? scope.stageCounts(connection)
                : stageCounts(scope, filter, view.call.id, connection)
            let total = filter.stage.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
            var listing = Listing<SubmissionRow>(
                entries: [], total: total, page: filter.page, length: filter.length)
            // What was on the last page may have moved on since the address was written.
            listing.page = min(listing.page, listing.pages)
            var shown = filter
            shown.page = listing.page
            listing.entries = try connection.rows(page(of: condition, shown)).map { try scope.row($0) }
            return Desk(
                view: view, listing: listing, counts: counts,
                granters: try granters(of: view.call, connection))
        }
    }

    /// How many of what the filter finds rest in each stage, whatever stage it names.
    private func stageCounts(
        _ scope: Scope, _ filter: SubmissionFilter, _ call: CallID, _ connection: Connection
    ) throws -> [String: Int] {
        var other = filter
        other.stage = nil
        let condition = narrowed(scope, other, connection)
        return try connection.stageCounts(
            "select stage, count(*) as count from submission where \(condition) group by stage")
    }

    /// The person's own submissions of all calls, those touched last first.
    public func ownSubmissions(of person: PersonID, limit: Int = 100) async throws -> [OwnSubmission] {
        try await database.read { connection in
            let rows = try connection.rows(
                Store.ownColumns
                    + """
                    where submission.applicant_id = \(person) and submission.organisation_id is null
                        or submission.organisation_id in (select organisation_id from membership
                            where person_id = \(person) and state = 'approved')
                        or submission.id in (select submission_id from invitation
                            where person_id = \(person) and state = \(Invitation.State.joined.rawValue))
                    order by submission.updated_at desc limit \(limit)
                    """)
            return try rows.map { row in
                let submission: Submission = try row.json("snapshot")
                let programme = try programmes.programme(submission.version, in: connection)
                var own = try SubmissionRow(row, showsHeld: false)
                let answers = programme.answersToFiler(of: submission)
                own.title = programme.title(in: answers)
                let call: Call = try row.json("call")
                return OwnSubmission(
                    row: own, call: call, programme: programme, answers: answers,
                    closes: call.closes(for: submission.entrant))
            }
        }
    }

    /// The wanted page of the submissions under the condition.
    func page(of condition: SQL, _ filter: SubmissionFilter) -> SQL {
        Store.rowColumns + condition + order(filter.order)
            + "limit \(filter.length) offset \((filter.page - 1) * filter.length)"
    }

    /// What the filter leaves of all that the scope shows: nothing is found by what is hidden.
    func narrowed(
        _ scope: Scope, _ filter: SubmissionFilter, foreign: Bool = false, _ connection: Connection
    ) -> SQL {
        let visible = foreign ? scope.foreign : scope.condition
        guard scope.isBlind else { return narrowed(visible, filter, scope.call, connection) }
        let asksHidden = filter.facets.keys.contains(where: scope.hides)
        return narrowed(
            asksHidden ? "1 = 0" : visible, filter, scope.call, connection, in: .blind)
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
        let phrases = phrases(typed: filter.text)
        if !phrases.isEmpty {
            condition = condition + " and " + connection.matching(phrases, in: index, under: call)
        } else if filter.text.contains(where: { !$0.isWhitespace }) {
            // Signs alone are in no index: nothing is found by them, rather than everything.
            condition = condition + " and 1 = 0"
        }
        return condition
    }

    func order(_ order: SubmissionFilter.Order) -> SQL {
        switch order {
        case .number: " order by submission.number is null, submission.number, submission.id "
        case .filed: " order by submission.filed_at desc, submission.id "
        case .due: " order by submission.due_at is null, submission.due_at, submission.id "
        case .moved: " order by submission.moved_at desc, submission.id "
        }
    }

    private static let columns: SQL = """
        select submission.id, submission.number, submission.title, submission.stage,
            submission.applicant_id, submission.due_at, submission.filed_at, submission.moved_at,
            submission.held, person.name as applicant, \(OrganisationSummary.columns)
        """

    private static let people: SQL = """
         join person on person.id = submission.applicant_id
        left join organisation on organisation.id = submission.organisation_id

        """

    static let rowColumns: SQL = columns + " from submission " + people + "where "

    private static let ownColumns: SQL =
        columns
            + """
            , submission.snapshot, call.snapshot as call
            from submission join call on call.id = submission.call_id
            """ + people
}

/// One of a person's own submissions, with the call it is filed under.
public struct OwnSubmission: Sendable {
    public var row: SubmissionRow
    public var call: Call
    public var programme: Programme
    /// As they now are.
    public var answers: Answers
    /// When the call closes for its filer.
    public var closes: Instant?
}

extension Scope {
    /// The row as the person may see it: the one way from the database to a row of a list.
    ///
    /// - Parameter namesFiler: an open round shows the person who entered, whatever another hides.
    func row(_ row: Row, namesFiler: Bool = false) throws -> SubmissionRow {
        let shown = try SubmissionRow(row, showsHeld: knowsPending && !hasStake(in: row))
        guard isBlind, !namesFiler, try !owns(row) else { return shown }
        var nameless = shown
        (nameless.organisation, nameless.applicant, nameless.entrant) = (nil, "", nil)
        if hidesTitle { nameless.title = "" }
        return nameless
    }
}

extension SubmissionRow {
    fileprivate init(_ row: Row, showsHeld: Bool) throws {
        self.init(
            id: try row.id("id"), number: try row.get("number"), title: try row.get("title"),
            stage: try row.get("stage"), organisation: try row.organisation(),
            applicant: try row.get("applicant"), due: try row.optionalInstant("due_at"),
            filedAt: try row.optionalInstant("filed_at"), movedAt: try row.instant("moved_at"),
            held: showsHeld ? try row.get("held") : nil,
            entrant: LateAccess.Entrant(
                try row.optionalID("organisation_id"), else: try row.id("applicant_id")))
    }
}

extension SubmissionRow {
    /// The row of an entry that nobody filed, for who is shown one.
    static func imagined(
        _ dossier: WholeDossier, applicant: String, as seen: Dossier
    ) -> SubmissionRow {
        let submission = dossier.submission
        return SubmissionRow(
            id: submission.id, number: submission.number, title: seen.title, stage: submission.stage,
            organisation: seen.organisation, applicant: seen.isBlind ? "" : applicant, due: submission.due,
            filedAt: submission.filedAt, movedAt: submission.stageSince, held: nil,
            entrant: seen.isBlind ? nil : submission.entrant)
    }
}
