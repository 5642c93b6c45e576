public import SalaDatabase

/// What the database has been, step by step. A step that has run is never edited.
public enum Migrations {
    public static let all = [
        Migration(1, "people", people),
        Migration(2, "organisations", organisations),
        Migration(3, "calls", calls),
        Migration(4, "submissions", submissions),
        Migration(5, "letters", letters),
        Migration(6, "search", search),
        Migration(7, "registers", registers),
        Migration(8, "public search", publicSearch),
        Migration(9, "register order", registerOrder),
        Migration(10, "membership events", membershipEvents),
        Migration(11, "search state", searchState),
        Migration(12, "outbox", outbox),
        Migration(13, "clocks", clocks),
        Migration(14, "lists", lists),
        Migration(15, "attachments", attachments),
        Migration(16, "due times", dueTimes),
        Migration(17, "review drafts", reviewDrafts),
        Migration(18, "names apart", namesApart),
        Migration(19, "saved filters", savedFilters),
        Migration(20, "repeats", repeats),
        Migration(21, "conflicts", conflicts),
        Migration(22, "blind search", blindSearch),
        Migration(23, "invitations", invitations),
        Migration(24, "exports", exports),
    ]
}
