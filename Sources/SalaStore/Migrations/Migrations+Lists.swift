extension Migrations {
    // Each order of a desk has its index, so that a page of it costs the same under ten entries and a hundred
    // thousand; a desk knows when something moved, and not when somebody judged or typed; what a desk counts
    // is kept counted; and what a register shows is kept apart from the rest, so that a list reads no more
    // than it shows, and nothing public is ever read from what is not.
    static let lists = """
        drop index submission_stage;
        drop index submission_public;
        drop index submission_register;
        drop index submission_held;
        create index submission_stage on submission (call_id, stage, (number is null), number, id);
        create index submission_numbered on submission (call_id, (number is null), number, id);
        create index submission_filed on submission
            (call_id, filed_at desc, id, stage, applicant_id, organisation_id);
        create index submission_clock on submission (call_id, (due_at is null), due_at, id);
        alter table submission add column moved_at bigint;
        update submission set moved_at = coalesce((select max(event.at) from event
            where event.call_id = submission.call_id and event.subject_id = submission.id
                and event.kind = 'acted'), started_at);
        create index submission_moved on submission (call_id, moved_at desc, id);
        create index submission_held on submission (call_id, held, stage);
        create index organisation_province on organisation (province_code, province_th, province_en);
        create table filed_count (
            call_id text not null references call (id),
            name text not null,
            value text not null,
            stage text not null,
            is_public bigint not null,
            count bigint not null,
            primary key (call_id, name, value, stage, is_public)
        );
        insert into filed_count (call_id, name, value, stage, is_public, count)
            select call_id, '', '', stage, is_public, count(*) from submission
            where filed_at is not null group by call_id, stage, is_public;
        insert into filed_count (call_id, name, value, stage, is_public, count)
            select submission.call_id, facet.name, facet.value, submission.stage, submission.is_public,
                count(*)
            from submission join facet on facet.call_id = submission.call_id
                and facet.submission_id = submission.id
            where submission.filed_at is not null
            group by submission.call_id, facet.name, facet.value, submission.stage, submission.is_public;
        create table public_entry (
            call_id text not null references call (id),
            id text not null,
            version_id text not null,
            number text not null,
            stage text not null,
            organisation_id text references organisation (id),
            since bigint not null,
            title text not null,
            summary text not null,
            picture text,
            content text not null,
            primary key (call_id, id)
        );
        create unique index public_entry_number on public_entry (call_id, number);
        create index public_entry_order on public_entry (call_id, since desc, number);
        create index public_entry_latest on public_entry (since);
        create table public_version (
            subject text not null primary key,
            version bigint not null
        );
        """
}
