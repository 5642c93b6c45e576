extension Migrations {
    // A file lies on the disk as long as a row says why. Rows used to be forgotten with the answer that named
    // them: they come back from their events, and count as filed, so that nothing is taken that may have
    // been.
    static let attachments = """
        alter table attachment add column state text not null default 'filed';
        update attachment set state = 'open'
            where submission_id in (select id from submission where filed_at is null);
        insert into attachment (call_id, id, submission_id, question, name, media_type, bytes, sha256, state)
            select call_id, body -> 'attached' -> '_0' ->> 'id', subject_id,
                body -> 'attached' -> '_0' ->> 'question', body -> 'attached' -> '_0' ->> 'name',
                body -> 'attached' -> '_0' ->> 'mediaType', body -> 'attached' -> '_0' ->> 'bytes',
                body -> 'attached' -> '_0' ->> 'sha256', 'filed'
            from event where kind = 'attached'
            on conflict do nothing;
        create index attachment_submission on attachment (submission_id, state);
        """
}
