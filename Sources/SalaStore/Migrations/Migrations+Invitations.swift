extension Migrations {
    // Of the secret in an invitation's letter only the hash is kept.
    static let invitations = """
        create table invitation (
            call_id text not null,
            id text not null,
            submission_id text not null,
            address text not null,
            state text not null,
            person_id text references person (id),
            hash text,
            primary key (call_id, id)
        );
        create unique index invitation_hash on invitation (hash);
        create index invitation_person on invitation (person_id) where person_id is not null;
        create index invitation_address on invitation (address, submission_id);
        """
}
