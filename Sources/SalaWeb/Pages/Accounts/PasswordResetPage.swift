import SalaStore

/// Where people ask for a letter that lets them choose a new password.
struct PasswordResetPage: Page {
    static let template = "pages/password-reset"
    let chrome: Chrome
    let url: String
    /// Where the person wanted to go.
    let then: String?
    let problem: NoticeView?
    let errors: ErrorSummaryView?
    let email: FieldView
    let backURL: String
}

extension PasswordResetPage {
    init(
        _ site: Site, _ context: SalaContext, then path: ReturnPath?, email typed: String = "",
        faults: [AccountFault] = [], problem sentence: String? = nil
    ) {
        let mistakes = AccountMistakes(faults, site, context)
        chrome = site.chrome(site.say("password-reset.title", context), context)
        url = Paths.passwordResets
        then = path?.path
        problem = sentence.map { NoticeView(.error, $0) }
        errors = mistakes.summary
        email = site.emailField(typed, error: mistakes["email"], context)
        backURL = context.visit.visitor == nil ? Paths.signIn(then: path) : Paths.account
    }
}
