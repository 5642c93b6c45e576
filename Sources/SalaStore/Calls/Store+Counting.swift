import SalaDatabase
public import SalaEngine
public import SalaThai

/// What a call amounts to, for an operator and for rehearsals.
public struct Census: Equatable, Sendable {
    /// How many submissions have ever come to a stage.
    public var passed: [String: Int]
    public var givenReviews: Int
    public var letters: Int
    public var events: Int
}

extension Store {
    /// Counts everything that a call has brought about.
    public func census(of handle: String) async throws -> Census {
        try await database.read { connection in
            let (call, _) = try callAndFiled(handle, in: connection)
            let moves = try connection.rows(
                "select body from event where call_id = \(call.id) and kind = 'acted'")
            var passed: [String: Int] = [:]
            for row in moves {
                if case .acted(let acted) = try row.json("body", as: SubmissionEvent.self) {
                    passed[acted.to, default: 0] += 1
                }
            }
            let counts = try connection.row(
                """
                select (select count(*) from review
                        where call_id = \(call.id) and state = 'final') as reviews,
                    (select count(*) from letter where call_id = \(call.id)) as letters,
                    (select count(*) from event where call_id = \(call.id)) as events
                """)
            guard let counts else { throw Fault.missing("counts") }
            return Census(
                passed: passed, givenReviews: try counts.get("reviews"), letters: try counts.get("letters"),
                events: try counts.get("events"))
        }
    }

    /// The time of the newest event, or nil before the first.
    public func latestEventTime() async throws -> Instant? {
        try await database.read { connection in
            try connection.row("select max(at) as at from event")?.optionalInstant("at")
        }
    }

    /// The organisation with that code.
    public func organisation(code: String) async throws -> OrganisationID? {
        try await database.read { connection in
            try connection.row("select id from organisation where code = \(code)")?.id("id")
        }
    }

    /// Organisations that no call has been opened by, spread over the country, in the order of their codes.
    public func filers(limit: Int) async throws -> [OrganisationSummary] {
        try await database.read { connection in
            let rows = try connection.rows(
                """
                select \(OrganisationSummary.columns)
                from organisation where id not in (select organisation_id from call) order by code
                """)
            let all = try rows.compactMap { try $0.organisation() }
            let step = max(1, all.count / max(1, limit))
            return Array(stride(from: 0, to: all.count, by: step).prefix(limit).map { all[$0] })
        }
    }
}
