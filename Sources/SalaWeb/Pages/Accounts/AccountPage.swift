import SalaEngine
import SalaStore
import SalaThai

/// A person's own account: name, language, password, sessions.
struct AccountPage: Page {
    static let template = "pages/account"

    struct SessionItem: Sendable {
        let browser: String
        let begun: String
        let seen: String
        let seenExactly: String
        let seenTimestamp: String
        let isCurrent: Bool
        /// Takes a POST.
        let endURL: String
    }

    let chrome: Chrome
    let errors: ErrorSummaryView?
    let url: String
    let email: String
    let name: FieldView
    let language: FieldView
    let passwordURL: String
    let problem: NoticeView?
    let oldPassword: PasswordView
    let newPassword: PasswordView
    let resetURL: String
    let membershipsURL: String
    let lettersURL: String
    let places: [OwnPlaceView]
    let sessions: [SessionItem]
    let hasOthers: Bool
    let endOthersURL: String
}

extension AccountPage {
    /// What was sent to the page and must be mended.
    struct Attempt {
        var name: String?
        var language: Language?
        var mistakes = AccountMistakes()
        var problem: String?
        var tooManyTries: RateRefusal?
    }

    init(
        _ site: Site, _ context: SalaContext, _ visitor: Visitor, _ entries: [SessionEntry],
        _ memberships: [OwnMembership], _ tried: Attempt
    ) {
        let isThai = context.visit.isThai
        let mistakes = tried.mistakes
        let chosen = tried.language ?? visitor.language
        chrome = site.chrome(site.say("account.title", context), context)
        errors = mistakes.summary
        url = Paths.account
        email = visitor.email
        name = site.nameField(tried.name ?? visitor.name, error: mistakes["name"], context)
        language = FieldView(
            name: "language", label: site.say("account.language", context),
            hint: site.say("account.language-hint", context),
            control: .radios(
                ChoicesControl(
                    choices: Language.allCases.map { language in
                        ChoiceView(
                            value: language.rawValue, label: language == .thai ? "ไทย" : "English",
                            isChosen: language == chosen)
                    })))
        passwordURL = Paths.password
        problem = tried.problem.map { NoticeView(.error, $0) }
        oldPassword = PasswordView(
            name: PasswordView.known, label: site.say("account.old-password", context),
            error: mistakes[PasswordView.known])
        newPassword = site.newPasswordField(
            name: PasswordView.new, error: mistakes[PasswordView.new], context)
        resetURL = Paths.passwordResets
        membershipsURL = Paths.memberships
        lettersURL = Paths.ownLetters
        places = memberships.map { OwnPlaceView($0, site, context) }
        sessions = entries.map { entry in
            SessionItem(
                browser: entry.agent.isEmpty ? site.say("account.unknown-browser", context) : entry.agent,
                begun: entry.createdAt.text(thai: isThai),
                seen: entry.seenAt.text(relativeTo: context.visit.now, thai: isThai),
                seenExactly: entry.seenAt.text(.long, thai: isThai), seenTimestamp: entry.seenAt.iso,
                isCurrent: entry.isCurrent, endURL: Paths.session(entry.id))
        }
        hasOthers = entries.contains { !$0.isCurrent }
        endOthersURL = Paths.otherSessions
    }
}
