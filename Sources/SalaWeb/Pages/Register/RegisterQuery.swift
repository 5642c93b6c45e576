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
    func url(of call: String) -> String {
        var items = self.items
        if filter.page > 1 { items.append(("page", String(filter.page))) }
        return Paths.adding(items, to: Paths.register(call))
    }

    /// The same query with a change, from its first page.
    func changing(_ change: (inout SubmissionFilter) -> Void) -> RegisterQuery {
        var changed = self
        changed.filter.page = 1
        change(&changed.filter)
        return changed
    }

    /// The chosen facets, for the form that searches.
    var facetItems: [(name: String, value: String)] {
        filter.facets.sorted { $0.key < $1.key }.map { (DeskQuery.facetPrefix + $0.key, $0.value) }
    }

    private var items: [(name: String, value: String)] {
        (filter.text.isEmpty ? [] : [("query", filter.text)]) + facetItems
    }
}
