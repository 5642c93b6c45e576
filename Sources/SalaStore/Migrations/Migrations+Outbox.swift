extension Migrations {
    static let outbox = """
        alter table letter add column deferred_at bigint;
        create table letter_note (
            call_id text,
            letter_id text not null references letter (id),
            at bigint not null,
            kind text not null,
            person_id text references person (id),
            words text not null
        );
        create index letter_note_letter on letter_note (letter_id, at);
        create index letter_written on letter (written_at, id);
        create index letter_call on letter (call_id, written_at, id);
        """
}
