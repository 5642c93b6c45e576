import SalaStore

/// Where people ask for an account.
struct RegistrationPage: Page {
    static let template = "pages/registration"
    let chrome: Chrome
    let url: String
    let then: String?
    let problem: NoticeView?
    let errors: ErrorSummaryView?
    let name: FieldView
    let email: FieldView
    let password: PasswordView
    let signInURL: String
}

extension RegistrationPage {
    /// - Parameter typed: what was sent before, when something must be mended.
    init(
        _ site: Site, _ context: SalaContext, then path: ReturnPath?, typed: Posting = Posting(),
        faults: [AccountFault] = [], problem sentence: String? = nil
    ) {
        let mistakes = AccountMistakes(faults, site, context)
        chrome = site.chrome(site.say("registration.title", context), context)
        url = Paths.registration
        then = path?.path
        problem = sentence.map { NoticeView(.error, $0) }
        errors = mistakes.summary
        name = site.nameField(typed.text("name"), error: mistakes["name"], context)
        email = site.emailField(
            typed.text("email"), error: mistakes["email"], context,
            hint: site.say("registration.email-hint", context))
        password = site.newPasswordField(
            name: PasswordView.known, error: mistakes[PasswordView.known], context)
        signInURL = path.map { Paths.signIn(then: $0.path) } ?? Paths.signIn
    }
}
