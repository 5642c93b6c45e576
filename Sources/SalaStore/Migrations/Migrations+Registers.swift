extension Migrations {
    // What is newest in the registers is asked on the first page of the site: by when it became public, never
    // by when somebody last worked on it, which would tell whom the judges are reading.
    static let registers = """
        alter table submission add column public_since bigint;
        create index submission_latest on submission (public_since) where public_since is not null;
        """

    // A register's pages stand latest first.
    static let registerOrder = """
        create index submission_register on submission (call_id, is_public, public_since desc, number);
        """

    // What nobody may read must not be found either: the register's search has words of its own.
    static let publicSearch = """
        create virtual table register_text using fts5 (
            call, words,
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
        );
        """
}
