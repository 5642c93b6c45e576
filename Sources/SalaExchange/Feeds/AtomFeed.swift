public import SalaThai

/// A feed as the Atom Syndication Format (RFC 4287) describes it.
public struct AtomFeed: Sendable {
    /// One entry of the feed.
    public struct Entry: Sendable {
        /// An IRI that stays the entry's own for ever (section 4.2.6).
        public var id: String
        public var title: String
        public var summary: String?
        /// All that its page says, as plain text.
        public var content: String?
        public var updated: Instant
        /// The page that shows it.
        public var page: String
        /// Nil where the feed's author stands for it.
        public var author: String?
        public var categories: [Category]
        public var picture: Picture?

        public init(
            id: String, title: String, summary: String?, content: String? = nil, updated: Instant,
            page: String, author: String?, categories: [Category] = [], picture: Picture? = nil
        ) {
            self.id = id
            self.title = title
            self.summary = summary
            self.content = content
            self.updated = updated
            self.page = page
            self.author = author
            self.categories = categories
            self.picture = picture
        }
    }

    /// A word that machines know an entry by, and what people read (section 4.2.2).
    public struct Category: Equatable, Sendable {
        public var term: String
        public var label: String

        public init(term: String, label: String) {
            self.term = term
            self.label = label
        }
    }

    /// A picture that belongs to an entry, as an enclosure (section 4.2.7.2).
    public struct Picture: Equatable, Sendable {
        public var url: String
        public var mediaType: String
        public var bytes: Int

        public init(url: String, mediaType: String, bytes: Int) {
            self.url = url
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// An IRI that stays the feed's own for ever.
    public var id: String
    public var title: String
    public var subtitle: String?
    public var author: String
    public var updated: Instant
    /// As `xml:lang` has it.
    public var language: String
    /// Where the feed itself is.
    public var address: String
    /// The page that the feed follows.
    public var page: String
    /// Latest first.
    public var entries: [Entry]

    public init(
        id: String, title: String, subtitle: String?, author: String, updated: Instant, language: String,
        address: String, page: String, entries: [Entry]
    ) {
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.author = author
        self.updated = updated
        self.language = language
        self.address = address
        self.page = page
        self.entries = entries
    }
}
