extension Migrations {
    // What an export was asked with (`sight`) is asked again when it is worked and when it is downloaded.
    static let exports = """
        create table export (
            call_id text not null references call (id),
            id text not null,
            person_id text not null references person (id),
            format text not null,
            language text not null,
            sight text not null,
            state text not null,
            total bigint not null,
            done bigint not null,
            asked_at bigint not null,
            ended_at bigint,
            bytes bigint,
            fault text,
            primary key (call_id, id)
        );
        create unique index export_id on export (id);
        create index export_state on export (state, asked_at);
        """
}
