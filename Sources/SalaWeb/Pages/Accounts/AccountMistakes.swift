import SalaStore

/// What must be mended in a form about an account, in words, by the name of the input.
struct AccountMistakes: Sendable {
    private var sentences: [(input: String, label: String, sentence: String)] = []

    var isEmpty: Bool { sentences.isEmpty }

    mutating func add(_ sentence: String, to input: String, label: String) {
        sentences.append((input, label, sentence))
    }

    subscript(input: String) -> String? { sentences.first { $0.input == input }?.sentence }

    /// The mistakes above the form, each with a link to its field.
    var summary: ErrorSummaryView? {
        guard !sentences.isEmpty else { return nil }
        return ErrorSummaryView(
            mistakes: sentences.map { mistake in
                LinkView(
                    mistake: mistake.sentence, in: mistake.label,
                    url: "#\(FieldView.anchor(of: mistake.input))")
            })
    }
}

extension AccountMistakes {
    /// - Parameter password: the name of the input for the password.
    init(
        _ faults: [AccountFault], password: String = PasswordView.known, _ site: Site, _ context: SalaContext
    ) {
        for fault in faults {
            let isNew = password == PasswordView.new && fault.field == .password
            add(
                site.sentence(fault, context), to: fault.field == .password ? password : fault.field.rawValue,
                label: site.say(isNew ? "account.new-password" : "account.\(fault.field.rawValue)", context))
        }
    }
}

extension Site {
    /// How to mend what is wrong with an account.
    func sentence(_ fault: AccountFault, _ context: SalaContext) -> String {
        var values: [String: String] = [:]
        switch fault {
        case .nameTooLong(let limit), .passwordTooShort(let limit), .passwordTooLong(let limit):
            values["limit"] = String(limit)
        case .nameMissing, .emailInvalid, .passwordTooObvious, .passwordIsEmail:
            break
        }
        return say("account.\(fault.code)", context, values)
    }

    /// How long to wait after too many tries, in words.
    func sentence(_ refusal: RateRefusal, _ context: SalaContext) -> String {
        let minutes = max(1, (refusal.retryAfter + 59) / 60)
        return say("account.\(refusal.code)", context, ["minutes": String(minutes)])
    }

    // These forms ask for nothing that may be left out, so they do not mark what must be answered.

    /// The field for an e-mail address.
    func emailField(
        _ typed: String, error: String?, _ context: SalaContext, label: String = "account.email",
        hint: String? = nil
    ) -> FieldView {
        FieldView(
            name: "email", label: say(label, context), hint: hint, error: error,
            control: .text(
                TextControl(value: typed, inputMode: "email", maximumLength: 254, autocomplete: "username")))
    }

    /// The field for the name that a person goes by.
    func nameField(_ typed: String, error: String?, _ context: SalaContext) -> FieldView {
        FieldView(
            name: "name", label: say("account.name", context), hint: say("account.name-hint", context),
            error: error,
            control: .text(TextControl(value: typed, maximumLength: 100, autocomplete: "name")))
    }

    /// The field for a password that is being chosen.
    func newPasswordField(name: String, error: String?, _ context: SalaContext) -> PasswordView {
        let isReplacing = name == PasswordView.new
        return PasswordView(
            name: name, label: say(isReplacing ? "account.new-password" : "account.password", context),
            hint: say("account.password-hint", context), error: error, isNew: true)
    }
}
