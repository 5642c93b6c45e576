/// Where a page of a form leads once it is saved.
enum Going: Equatable, Sendable {
    /// To the page after it, when all is well.
    case next
    /// To the same page, with what is answered wrongly.
    case stay
    /// To another page, whatever is mistaken on this one.
    case page(String)
    case summary
    /// To the list of one's own.
    case leave

    private static let prefix = "page:"

    /// Nil for a word that no form sends.
    init?(_ word: String) {
        switch word {
        case "next": self = .next
        case "stay": self = .stay
        case "summary": self = .summary
        case "leave": self = .leave
        default:
            guard word.hasPrefix(Going.prefix) else { return nil }
            self = .page(String(word.dropFirst(Going.prefix.count)))
        }
    }

    /// What the button sends that leads to that page.
    static func word(toPage name: String) -> String { prefix + name }
}
