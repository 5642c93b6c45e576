/// The public face of a call: which answers of the submissions in a public stage may be seen, and how.
public struct Register: Equatable, Sendable {
    /// A side from which entries can be narrowed.
    public enum Facet: Equatable, Sendable {
        /// The province of the filing organisation.
        case province
        /// The kind of the filing organisation.
        case organisationKind
        /// A select question's choices.
        case question(String)
    }

    public var title: String
    public var summary: String
    public var picture: String?
    public var facets: [Facet]
    /// The questions on a submission's public page, in order.
    public var page: [String]
    /// The questions that the data sets tell besides those of the page, in order.
    public var columns: [String]

    public init(
        title: String, summary: String, picture: String?, facets: [Facet], page: [String], columns: [String]
    ) {
        self.title = title
        self.summary = summary
        self.picture = picture
        self.facets = facets
        self.page = page
        self.columns = columns
    }
}
