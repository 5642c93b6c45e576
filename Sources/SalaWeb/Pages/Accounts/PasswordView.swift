/// A field for a password; what was typed never comes back.
struct PasswordView: Sendable {
    /// The names that forms send a password under; nothing sent under them is shown again.
    static let known = "password"
    static let new = "new-password"

    let name: String
    let label: String
    let hint: String?
    let error: String?
    /// HTML's `autocomplete`.
    let autocomplete: String
    let isRequired = true
    let isReadOnly = false
    let anchor: String
    let describedBy: String?
    let hasError: Bool

    init(name: String, label: String, hint: String? = nil, error: String? = nil, isNew: Bool = false) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        autocomplete = isNew ? "new-password" : "current-password"
        let id = FieldView.anchor(of: name)
        let descriptions = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap(
            \.self)
        anchor = id
        describedBy = descriptions.isEmpty ? nil : descriptions.joined(separator: " ")
        hasError = error != nil
    }
}
