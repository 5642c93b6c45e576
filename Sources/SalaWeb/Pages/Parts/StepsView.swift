/// The pages of a form with how far they are.
public struct StepsView: Sendable {
    /// Such as `ตอบแล้ว 2 จาก 5 หน้า`.
    public var summary: String
    public var done: Int
    public var total: Int
    public var steps: [StepView]
    /// The id of the form that is saved before another page is gone to; nil where nothing is being typed.
    public var savingForm: String?

    public init(
        summary: String, done: Int, total: Int, steps: [StepView], savingForm: String? = nil
    ) {
        self.summary = summary
        self.done = done
        self.total = total
        self.steps = steps
        self.savingForm = savingForm
    }
}

/// One page of a form.
public struct StepView: Sendable {
    public var label: String
    public var url: String
    /// What the page's form says to go there once it is saved.
    public var going: String
    /// In words.
    public var state: String
    public var isCurrent: Bool
    public var isDone: Bool
    public var hasMistakes: Bool

    public init(
        label: String, url: String, going: String = "", state: String, isCurrent: Bool = false,
        isDone: Bool = false,
        hasMistakes: Bool = false
    ) {
        self.label = label
        self.url = url
        self.going = going
        self.state = state
        self.isCurrent = isCurrent
        self.isDone = isDone
        self.hasMistakes = hasMistakes
    }
}
