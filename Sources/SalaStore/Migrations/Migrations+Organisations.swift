extension Migrations {
    static let organisations = """
        create table organisation (
            id text not null primary key,
            code text not null unique,
            kind text not null,
            name_th text not null,
            name_en text not null,
            province_code text not null,
            province_th text not null,
            province_en text not null,
            latitude double precision,
            longitude double precision,
            subdistricts text not null,
            typed text not null
        );
        create table membership (
            organisation_id text not null references organisation (id),
            person_id text not null references person (id),
            role text not null,
            state text not null,
            asked_at bigint not null,
            decided_at bigint,
            decided_by text references person (id),
            primary key (organisation_id, person_id, role)
        );
        create index membership_person on membership (person_id);
        """

    // What an organisation is told by from others of its name in its province; empty where there are none.
    static let namesApart = """
        alter table organisation add column apart_th text not null default '';
        alter table organisation add column apart_en text not null default '';
        """

    // A membership's events stand in the table `event`, kept under the organisation.
    static let membershipEvents = """
        alter table membership add column reason text;
        create table membership_snapshot (
            organisation_id text not null references organisation (id),
            person_id text not null references person (id),
            id text not null unique,
            snapshot text not null,
            head text not null,
            primary key (organisation_id, person_id)
        );
        create index membership_snapshot_person on membership_snapshot (person_id);
        create index membership_waiting on membership (asked_at) where state = 'asked';
        """
}
