extension Migrations {
    static let submissions = """
        create table submission (
            call_id text not null references call (id),
            id text not null,
            applicant_id text not null references person (id),
            organisation_id text references organisation (id),
            stage text not null,
            number text,
            title text not null,
            receipt text,
            held text,
            is_public bigint not null,
            due_at bigint,
            started_at bigint not null,
            filed_at bigint,
            updated_at bigint not null,
            snapshot text not null,
            head text not null,
            primary key (call_id, id)
        );
        create unique index submission_id on submission (id);
        create unique index submission_number on submission (call_id, number);
        create unique index submission_receipt on submission (receipt);
        create index submission_stage on submission (call_id, stage, number);
        create index submission_public on submission (call_id, is_public, number);
        create index submission_held on submission (call_id, held);
        create index submission_applicant on submission (applicant_id);
        create index submission_organisation on submission (organisation_id, call_id);
        create index submission_due on submission (due_at);
        create table event (
            call_id text not null,
            subject_id text not null,
            sequence bigint not null,
            at bigint not null,
            actor_id text,
            kind text not null,
            body text not null,
            salt text not null,
            commitment text not null,
            hash text not null,
            primary key (call_id, subject_id, sequence)
        );
        create index event_hash on event (hash);
        create table attachment (
            call_id text not null,
            id text not null,
            submission_id text not null,
            question text not null,
            name text not null,
            media_type text not null,
            bytes bigint not null,
            sha256 text not null,
            primary key (call_id, id)
        );
        create index attachment_sha256 on attachment (sha256);
        create table review (
            call_id text not null,
            submission_id text not null,
            round text not null,
            judge_id text not null,
            state text not null,
            snapshot text not null,
            updated_at bigint not null,
            primary key (call_id, submission_id, round, judge_id)
        );
        create index review_judge on review (judge_id, call_id, round, state);
        create table facet (
            call_id text not null,
            submission_id text not null,
            name text not null,
            value text not null,
            primary key (call_id, submission_id, name, value)
        );
        create index facet_value on facet (call_id, name, value, submission_id);
        """

    // Who may not learn who entered must not find it by a name either.
    static let blindSearch = """
        create virtual table blind_text using fts5 (
            call, words,
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
        );
        """

    /// By which words everything was last made findable: one row.
    static let searchState = """
        create table search_state (
            fingerprint text not null
        );
        """

    // When a clock is tried next is another thing than when its stage is due: one that was refused waits.
    static let clocks = """
        drop index submission_due;
        alter table submission add column clock_at bigint;
        update submission set clock_at = due_at;
        create index submission_timer on submission (clock_at, id) where clock_at is not null;
        """

    // What is overdue keeps the time at which it was due: the column lost it when a clock only reminded.
    static let dueTimes = """
        update submission set due_at = cast(snapshot ->> 'due' as bigint)
        where due_at is null and snapshot ->> 'due' is not null;
        """

    /// Full text stands apart: SQLite's FTS5 wants a number for a row, which `text_place` gives.
    static let search = """
        create table text_place (
            place integer primary key,
            submission_id text not null unique
        );
        create virtual table submission_text using fts5 (
            call, words,
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
        );
        """
}
