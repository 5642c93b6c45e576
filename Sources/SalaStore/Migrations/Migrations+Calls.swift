extension Migrations {
    static let calls = """
        create table programme_version (
            id text not null primary key,
            programme text not null,
            number bigint not null,
            digest text not null,
            files text not null,
            published_at bigint not null,
            unique (programme, number)
        );
        create table call (
            id text not null primary key,
            handle text not null unique,
            programme text not null,
            version_id text not null references programme_version (id),
            organisation_id text not null references organisation (id),
            state text not null,
            opens_at bigint not null,
            closes_at bigint,
            filed bigint not null,
            snapshot text not null,
            head text not null
        );
        create index call_organisation on call (organisation_id);
        create table call_role (
            call_id text not null references call (id),
            person_id text not null references person (id),
            role text not null,
            primary key (call_id, person_id, role)
        );
        create index call_role_person on call_role (person_id);
        """
}
