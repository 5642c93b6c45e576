import SalaStore
import SalaThai

/// What a desk is narrowed to, as its address holds it: whoever keeps the address keeps the filter.
struct DeskQuery: Equatable, Sendable {
    var filter: SubmissionFilter
    /// Where the submission of the page stood before it was acted on.
    var place: DeskPlace?
    /// What the names of facets begin with, so that no question of a form is taken for something else.
    static let facetPrefix = "facet-"

    init(_ filter: SubmissionFilter = SubmissionFilter()) {
        self.filter = filter
    }

    /// Reads an address of a desk; what it does not know it passes over.
    init(path: String) {
        var filter = SubmissionFilter()
        for (name, value) in Paths.items(path) where !value.isEmpty {
            switch name {
            case "stage": filter.stage = value
            case "query": filter.text = value
            case "order": filter.order = SubmissionFilter.Order(rawValue: value) ?? .number
            case "place": place = DeskPlace(time: Int64(value).map(Instant.init(microseconds:)))
            case "page": filter.page = max(1, min(Int(value) ?? 1, 1_000_000))
            case _ where name.hasPrefix(DeskQuery.facetPrefix):
                filter.facets[String(name.dropFirst(DeskQuery.facetPrefix.count))] = value
            default: continue
            }
        }
        self.filter = filter
    }

    /// The address of the desk of a call, so narrowed.
    func url(of call: String) -> String {
        Paths.adding(items, to: Paths.desk(call))
    }

    /// The address of a page about one of the desk's rows, which leads back to the desk so narrowed.
    func kept(by path: String) -> String {
        Paths.adding(items, to: path)
    }

    /// The same of the page of the submission itself, which stood there before it was acted on.
    func kept(by path: String, at place: DeskPlace?) -> String {
        let time = place.map { $0.time.map { String($0.microseconds) } ?? "none" }
        return Paths.adding(items + (time.map { [("place", $0)] } ?? []), to: path)
    }

    /// The same query with a change, from its first page.
    func changing(_ change: (inout SubmissionFilter) -> Void) -> DeskQuery {
        var changed = filter
        changed.page = 1
        change(&changed)
        return DeskQuery(changed)
    }

    /// Whether anything but the stage narrows the list.
    var isNarrowed: Bool { !filter.text.isEmpty || !filter.facets.isEmpty }

    private var items: [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        if let stage = filter.stage { items.append(("stage", stage)) }
        if !filter.text.isEmpty { items.append(("query", filter.text)) }
        items += filter.facets.sorted { $0.key < $1.key }.map { (DeskQuery.facetPrefix + $0.key, $0.value) }
        if filter.order != .number { items.append(("order", filter.order.rawValue)) }
        if filter.page > 1 { items.append(("page", String(filter.page))) }
        return items
    }
}
