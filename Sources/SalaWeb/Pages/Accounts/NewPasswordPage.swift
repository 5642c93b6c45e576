import SalaStore

/// Where the link of a letter lets a person choose a new password.
struct NewPasswordPage: Page {
    static let template = "pages/new-password"
    let chrome: Chrome
    let url: String
    /// Where the person wanted to go.
    let then: String?
    let errors: ErrorSummaryView?
    let password: PasswordView
}

extension NewPasswordPage {
    init(
        _ site: Site, _ context: SalaContext, link: String, then path: ReturnPath?,
        faults: [AccountFault] = []
    ) {
        let mistakes = AccountMistakes(faults, password: PasswordView.new, site, context)
        chrome = site.chrome(site.say("new-password.title", context), context)
        url = Paths.passwordReset(link)
        then = path?.path
        errors = mistakes.summary
        password = site.newPasswordField(name: PasswordView.new, error: mistakes[PasswordView.new], context)
    }
}
