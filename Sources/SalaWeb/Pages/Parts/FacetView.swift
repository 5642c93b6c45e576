/// One side from which a list can be narrowed.
public struct FacetView: Sendable {
    public var name: String
    public var label: String
    public var options: [FacetOptionView]
    public var isOpen: Bool

    public init(name: String, label: String, options: [FacetOptionView], isOpen: Bool = false) {
        self.name = name
        self.label = label
        self.options = options
        self.isOpen = isOpen
    }
}

/// A value of a facet and how many have it.
public struct FacetOptionView: Sendable {
    public var value: String
    public var label: String
    public var count: String
    public var isChosen: Bool

    public init(value: String, label: String, count: String, isChosen: Bool = false) {
        self.value = value
        self.label = label
        self.count = count
        self.isChosen = isChosen
    }
}
