import SalaEngine
import SalaStore
import SalaThai

/// What somebody was invited to, and the step that comes next: an account, signing in, or joining.
struct InvitationPage: Page {
    static let template = "pages/invitation"

    /// What opening an account asks.
    struct Account: Sendable {
        let url: String
        let errors: ErrorSummaryView?
        let name: FieldView
        let password: PasswordView
    }

    let chrome: Chrome
    let lead: String
    let facts: [FactView]
    /// Takes the POST that joins; nil for who is not signed in under the address.
    let joinURL: String?
    let signInURL: String?
    let account: Account?
    /// That somebody else is signed in here.
    let stranger: NoticeView?

    /// - Parameters:
    ///   - link: the secret of the letter; nil for who is signed in under its address.
    ///   - typed: what was posted and not taken.
    init(
        _ site: Site, _ context: SalaContext, _ offer: InvitationOffer, link: String?,
        typed: Posting = Posting(), faults: [AccountFault] = []
    ) {
        let language = context.visit.language
        chrome = site.chrome(site.say("invitation.title", context), context)
        let filer = offer.organisation?.placedName(language) ?? offer.inviter
        lead = site.say("invitation.lead", context, ["name": offer.inviter, "organisation": filer])
        func fact(_ key: String, _ detail: String) -> FactView {
            FactView(term: site.say("invitation.\(key)", context), detail: detail)
        }
        facts = [
            fact("call", offer.call.title(language)), fact("organisation", filer),
            fact("address", offer.address),
            fact("until", offer.expiresAt.text(.long, thai: context.visit.isThai)),
            fact("rights", site.say(offer.mayFile ? "invitation.may-file" : "invitation.may-write", context)),
        ]
        joinURL = link == nil ? Paths.joining(offer.submission) : nil
        let visitor = context.visit.visitor
        stranger =
            link == nil || visitor == nil
            ? nil
            : NoticeView(
                .warning,
                site.say(
                    "invitation.stranger", context,
                    ["address": offer.address, "email": visitor?.email ?? ""]))
        let isAway = link != nil && visitor == nil
        signInURL =
            isAway && offer.hasAccount ? Paths.signIn(then: Paths.joining(offer.submission)) : nil
        let mistakes = AccountMistakes(faults, site, context)
        account =
            isAway && !offer.hasAccount
            ? Account(
                url: Paths.invitation(link ?? ""), errors: mistakes.summary,
                name: site.nameField(typed.text("name"), error: mistakes["name"], context),
                password: site.newPasswordField(
                    name: PasswordView.known, error: mistakes[PasswordView.known], context)) : nil
    }
}
