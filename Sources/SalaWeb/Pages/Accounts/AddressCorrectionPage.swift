import SalaStore

/// Where who mistyped the address of a new account gives the right one.
struct AddressCorrectionPage: Page {
    static let template = "pages/address-correction"
    /// The name of the input for the address that was mistyped.
    static let mistyped = "mistyped"

    let chrome: Chrome
    let url: String
    let then: String?
    let problem: NoticeView?
    let errors: ErrorSummaryView?
    let known: FieldView
    let password: PasswordView
    let email: FieldView
    let registrationURL: String
}

extension AddressCorrectionPage {
    /// - Parameters:
    ///   - mistyped: the address that this browser registered last, as far as it is known.
    ///   - typed: what was sent before, when something must be mended.
    init(
        _ site: Site, _ context: SalaContext, then path: ReturnPath?, mistyped: String = "",
        typed: Posting = Posting(),
        faults: [AccountFault] = [], problem sentence: String? = nil
    ) {
        let mistakes = AccountMistakes(faults, site, context)
        chrome = site.chrome(site.say("correction.title", context), context)
        url = Paths.addressCorrection
        then = path?.path
        problem = sentence.map { NoticeView(.error, $0) }
        errors = mistakes.summary
        known = FieldView(
            name: AddressCorrectionPage.mistyped, label: site.say("correction.mistyped", context),
            control: .text(
                TextControl(value: mistyped, inputMode: "email", maximumLength: 254)))
        password = PasswordView(
            name: PasswordView.known, label: site.say("correction.password", context),
            error: mistakes[PasswordView.known])
        email = site.emailField(
            typed.text("email"), error: mistakes["email"], context, label: "correction.right",
            hint: site.say("registration.email-hint", context))
        registrationURL = Paths.registration(then: path?.path)
    }
}
