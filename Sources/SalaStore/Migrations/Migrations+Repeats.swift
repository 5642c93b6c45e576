extension Migrations {
    /// Where what was posted led to, for who asks again because no answer came.
    static let repeats = """
        create table answered (
            key text not null primary key,
            location text not null,
            at bigint not null
        );
        create index answered_at on answered (at);
        """
}
