extension Migrations {
    // What a judge is still writing is no event: it is kept beside the review until that is handed in, and
    // nobody else reads it.
    static let reviewDrafts = """
        create table review_draft (
            call_id text not null,
            submission_id text not null,
            round text not null,
            judge_id text not null,
            content text not null,
            kept_at bigint not null,
            primary key (call_id, submission_id, round, judge_id)
        );
        """

    // Whoever had begun a review before judges were asked has read what it is of, and is not asked.
    static let conflicts = """
        alter table review add column cleared_at bigint;
        """
}
