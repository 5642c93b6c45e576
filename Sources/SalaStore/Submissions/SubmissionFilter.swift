import SalaDatabase

/// What a list of submissions is narrowed to, and which page of it is wanted.
public struct SubmissionFilter: Equatable, Sendable {
    /// What a list is sorted by.
    public enum Order: String, CaseIterable, Sendable {
        case number, filed, due, moved
    }

    /// How many parts of the text are looked for; what follows is passed over.
    static let maximumPhrases = 16

    public var stage: String?
    /// As typed: an entry must have the words of each part between spaces next to each other.
    public var text: String = ""
    /// Values by facet; an entry must have them all.
    public var facets: [String: String] = [:]
    public var order: Order = .number
    /// 1 for the first page.
    public var page = 1
    /// Entries on a page.
    public var length = 50

    public init() {}
}

extension SubmissionFilter {
    /// Whether nothing but the stage narrows the list.
    var isPlain: Bool { text.isEmpty && facets.isEmpty }

    /// The filter as a condition on the table `filed_count`; nil where only the rows can tell.
    var kept: SQL? {
        guard isPlain else { return nil }
        return stage.map { "stage = \($0)" } ?? "1 = 1"
    }
}

/// One page of a list, and how many entries the whole list has.
public struct Listing<Entry: Sendable>: Sendable {
    public var entries: [Entry]
    public var total: Int
    public var page: Int
    public var length: Int

    public init(entries: [Entry], total: Int, page: Int, length: Int) {
        self.entries = entries
        self.total = total
        self.page = page
        self.length = length
    }

    public var pages: Int { max(1, (total + length - 1) / length) }
}
