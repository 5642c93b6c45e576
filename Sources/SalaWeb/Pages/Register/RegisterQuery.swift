import SalaStore

/// What a register is narrowed to, as its address holds it.
struct RegisterQuery: Equatable, Sendable {
    /// Entries on a page.
    static let length = 24

    private(set) var filter: SubmissionFilter

    /// Reads an address of a register; what it does not know it passes over.
    init(path: String) {
        let read = DeskQuery(path: path).filter
        filter = SubmissionFilter()
        filter.text = read.text
        filter.facets = read.facets
        filter.page = read.page
        filter.length = Self.length
    }

    /// The address of the register of a call, so narrowed.
    func url(of call: String) -> String { kept(by: Paths.register(call)) }

    /// The address of a page about one of the register's entries or its columns, which leads back to the
    /// register so narrowed.
    func kept(by path: String) -> String {
        Paths.adding(items + (filter.page > 1 ? [("page", String(filter.page))] : []), to: path)
    }

    /// An address of the register's data, narrowed in the same way, without a page.
    func added(to path: String) -> String {
        Paths.adding(items, to: path)
    }

    /// Whether words or facets leave something out.
    var isNarrowed: Bool { !items.isEmpty }

    /// The key of the words for a page without entries: nothing is public yet, what was typed holds nothing
    /// that could be looked for, or nothing has it.
    var emptiness: String {
        guard isNarrowed else { return "nothing" }
        let isSigns = !filter.text.isEmpty && !filter.text.contains { $0.isLetter || $0.isNumber }
        return isSigns ? "no-words" : "no-match"
    }

    /// What is left of the register, its newest entries first, at most so many.
    func newest(_ count: Int) -> SubmissionFilter {
        var newest = filter
        newest.page = 1
        newest.length = count
        return newest
    }

    /// The same query with a change, from its first page.
    func changing(_ change: (inout SubmissionFilter) -> Void) -> RegisterQuery {
        var changed = self
        changed.filter.page = 1
        change(&changed.filter)
        return changed
    }

    /// The same query with those facets alone, on its page.
    func choosing(_ facets: [String: String]) -> RegisterQuery {
        var chosen = self
        chosen.filter.facets = facets
        return chosen
    }

    /// The chosen facets, for the form that searches.
    var facetItems: [(name: String, value: String)] {
        filter.facets.sorted { $0.key < $1.key }.map { (DeskQuery.facetPrefix + $0.key, $0.value) }
    }

    private var items: [(name: String, value: String)] {
        (filter.text.isEmpty ? [] : [("query", filter.text)]) + facetItems
    }
}
