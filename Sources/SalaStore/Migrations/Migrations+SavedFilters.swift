extension Migrations {
    static let savedFilters = """
        create table saved_filter (
            id text not null primary key,
            person_id text not null references person (id),
            call_id text not null references call (id),
            name text not null,
            query text not null
        );
        create unique index saved_filter_name on saved_filter (person_id, call_id, name);
        """
}
