import SalaDatabase
import SalaEngine

/// What a desk and a register count is kept in the table `filed_count`: how many filed submissions of a call
/// rest in each stage, under an empty name, and how many of them have each value of each facet.
extension Connection {
    /// Counts the submission in, or with -1 out, as its rows now are; a draft that was never filed is not
    /// counted.
    func count(_ submission: Submission, by step: Int) throws {
        try execute(
            """
            insert into filed_count (call_id, name, value, stage, is_public, count)
            select call_id, '', '', stage, is_public, cast(\(step) as bigint) from submission
            where call_id = \(submission.call) and id = \(submission.id) and filed_at is not null
            union all
            select submission.call_id, facet.name, facet.value, submission.stage, submission.is_public,
                cast(\(step) as bigint)
            from submission join facet on facet.call_id = submission.call_id
                and facet.submission_id = submission.id
            where submission.call_id = \(submission.call) and submission.id = \(submission.id)
                and submission.filed_at is not null
            on conflict (call_id, name, value, stage, is_public)
                do update set count = filed_count.count + excluded.count
            """)
    }

    /// How many of the filed submissions of the call rest in each stage; stages without any are absent.
    func filedCounts(under call: CallID) throws -> [String: Int] {
        try filedCounts(under: [call])[call] ?? [:]
    }

    /// The same of several calls; those without any are absent.
    func filedCounts(under calls: [CallID]) throws -> [CallID: [String: Int]] {
        let rows = try rows(
            """
            select call_id, stage, sum(count) as count from filed_count
            where call_id in \(list: calls) and name = '' group by call_id, stage having sum(count) > 0
            """)
        return try rows.reduce(into: [:]) { counts, row in
            counts[try row.id("call_id"), default: [:]][try row.get("stage")] = try row.get("count")
        }
    }

    /// What the rows `stage` and `count` say.
    func stageCounts(_ sql: SQL) throws -> [String: Int] {
        try Dictionary(uniqueKeysWithValues: rows(sql).map { (try $0.get("stage"), try $0.get("count")) })
    }
}
