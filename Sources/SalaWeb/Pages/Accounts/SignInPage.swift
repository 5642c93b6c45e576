/// Where people sign in.
struct SignInPage: Page {
    static let template = "pages/sign-in"
    let chrome: Chrome
    let url: String
    /// Where the person wanted to go.
    let then: String?
    let problem: NoticeView?
    /// What was typed into a form before the session ended.
    let typed: [HiddenFieldView]
    /// That it is kept on this page alone, so that links lead to other tabs; nil where nothing is.
    let keeping: String?
    let email: FieldView
    let password: PasswordView
    let resetURL: String
    let registrationURL: String
    /// In a demo nobody needs a password.
    let isDemo: Bool
}

extension SignInPage {
    init(
        _ site: Site, _ context: SalaContext, then path: ReturnPath?, email typed: String = "",
        problem sentence: String? = nil, typed before: TypedBefore? = nil
    ) {
        var chrome = site.chrome(site.say("sign-in.title", context), context)
        chrome.signInURL = nil
        self.chrome = chrome
        self.typed = before?.fields ?? []
        keeping = self.typed.isEmpty ? nil : site.say("sign-in.keeping", context)
        url = Paths.signIn
        then = path?.path
        problem = sentence.map { NoticeView(.error, $0) }
        email = site.emailField(typed, error: nil, context)
        password = PasswordView(name: PasswordView.known, label: site.say("account.password", context))
        resetURL = Paths.passwordResets(then: path)
        registrationURL = Paths.registration(then: path?.path)
        isDemo = site.settings.personas != nil
    }
}
