/// The ribbon of a demo: one button for each person to become.
public struct DemoRibbonView: Sendable {
    public var personas: [PersonaView]
    /// The part that the visitor plays, or the invitation to take one.
    public var current: String
    /// Where the demo's letters can be read.
    public var outboxURL: String

    public init(personas: [PersonaView], current: String, outboxURL: String) {
        self.personas = personas
        self.current = current
        self.outboxURL = outboxURL
    }
}

/// Somebody to become in a demo.
public struct PersonaView: Sendable {
    /// The part they play.
    public var label: String
    public var name: String
    /// Takes a POST.
    public var url: String
    public var isCurrent: Bool

    public init(label: String, name: String, url: String, isCurrent: Bool = false) {
        self.label = label
        self.name = name
        self.url = url
        self.isCurrent = isCurrent
    }
}
