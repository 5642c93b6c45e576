/// Tells people to look into their mailbox; it is the same whether or not Sala knows the address.
struct MailboxPage: Page {
    static let template = "pages/mailbox"
    let chrome: Chrome
    let lead: String
    /// As this browser just sent it.
    let address: String?
    /// Where to begin anew when no letter comes.
    let again: LinkView
    let signInURL: String
    /// Only in a demo, where letters stay in the house.
    let outboxURL: String?
}

extension MailboxPage {
    init(
        _ site: Site, _ context: SalaContext, about news: MailboxNews, then path: ReturnPath?,
        address: String? = nil
    ) {
        self.address = address
        chrome = site.chrome(site.say("mailbox.title", context), context)
        lead = site.say("mailbox.lead.\(news.rawValue)", context)
        signInURL = Paths.signIn(then: path)
        again =
            switch news {
            case .registration, .verification:
                LinkView(
                    label: site.say("correction.title", context),
                    url: Paths.addressCorrection(then: path?.path))
            case .reset:
                LinkView(
                    label: site.say("mailbox.again.reset", context), url: Paths.passwordResets(then: path))
            }
        outboxURL = site.settings.personas == nil ? nil : Paths.outbox
    }
}
