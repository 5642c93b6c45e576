/// The fields that pages send beside what somebody has typed or chosen.
public enum SentAlong {
    /// Those of the pages that ask a programme's questions, which can therefore not be called so.
    public static let besideQuestions: Set = [
        "action", "csrf", "desk", "expected", "go", "page", "reload", "remove-file", "role", "shown", "stamp",
        "submissions",
    ]
    private static let elsewhere: Set = [
        "office", "organisation-searched", "person", "programme", "seed", "then", "told",
    ]
    /// What the names begin with that are made for a question, or for what was typed before signing in.
    private static let prefixes = ["shown-", "too-large-", "typed-"]

    /// Whether a page with a programme's questions sends a field of that name itself.
    public static func isBesideQuestions(_ name: String) -> Bool {
        besideQuestions.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }

    /// Whether any page does.
    public static func has(_ name: String) -> Bool { isBesideQuestions(name) || elsewhere.contains(name) }
}
