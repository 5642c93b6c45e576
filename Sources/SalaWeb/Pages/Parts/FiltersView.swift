/// The search, facets and saved filters of a list; sent by GET.
public struct FiltersView: Sendable {
    public var url: String
    public var query: String
    public var facets: [FacetView]
    public var chosen: [ChosenFilterView]
    public var clearURL: String?
    public var saved: [NavigationLink]
    /// What the list keeps besides, such as its order.
    public var fields: [HiddenFieldView]

    public init(
        url: String, query: String = "", facets: [FacetView] = [], chosen: [ChosenFilterView] = [],
        clearURL: String? = nil, saved: [NavigationLink] = [], fields: [HiddenFieldView] = []
    ) {
        self.url = url
        self.query = query
        self.facets = facets
        self.chosen = chosen
        self.clearURL = clearURL
        self.saved = saved
        self.fields = fields
    }
}

/// A filter in force.
public struct ChosenFilterView: Sendable {
    public var label: String
    public var removeURL: String

    public init(label: String, removeURL: String) {
        self.label = label
        self.removeURL = removeURL
    }
}
