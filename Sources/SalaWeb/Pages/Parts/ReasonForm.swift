/// A form that asks why, folded up until it is wanted.
struct ReasonForm: Sendable {
    /// What unfolds it.
    let label: String
    /// Whom it is about, for those who hear the page.
    let about: String
    let hint: String?
    /// Takes a POST.
    let url: String
    /// Sent as `decision`, where the address takes more than one.
    let decision: String?
    let field: FieldView
    let button: String
    let isOpen: Bool
}
