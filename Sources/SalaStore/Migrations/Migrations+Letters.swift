extension Migrations {
    static let letters = """
        create table letter (
            call_id text,
            id text not null primary key,
            submission_id text,
            person_id text references person (id),
            address text not null,
            name text not null,
            language text not null,
            subject text not null,
            body text not null,
            written_at bigint not null,
            state text not null,
            attempts bigint not null,
            next_at bigint not null,
            sent_at bigint,
            fault text
        );
        create index letter_submission on letter (submission_id, written_at);
        create index letter_person on letter (person_id, written_at);
        create index letter_waiting on letter (state, next_at);
        """
}
