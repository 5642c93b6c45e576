extension Migrations {
    // A link to verify an address carries the name and password it was asked with: whoever else asked for an
    // account under the same address before must not find a password of theirs in it.
    static let people = """
        create table person (
            id text not null primary key,
            email text not null unique,
            name text not null,
            password text,
            language text not null,
            verified_at bigint,
            created_at bigint not null
        );
        create table session (
            hash text not null primary key,
            person_id text references person (id),
            csrf text not null,
            agent text not null,
            created_at bigint not null,
            seen_at bigint not null,
            expires_at bigint not null
        );
        create index session_person on session (person_id);
        create table link (
            hash text not null primary key,
            person_id text not null references person (id),
            purpose text not null,
            name text,
            password text,
            expires_at bigint not null,
            used_at bigint
        );
        create index link_person on link (person_id);
        create index link_expiry on link (expires_at);
        create table attempt (
            key text not null,
            slot bigint not null,
            count bigint not null,
            primary key (key, slot)
        );
        """
}
