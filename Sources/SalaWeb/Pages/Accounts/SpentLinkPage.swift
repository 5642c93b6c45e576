/// The link of a letter does nothing any more; says how to get another.
struct SpentLinkPage: Page {
    static let template = "pages/spent-link"
    let chrome: Chrome
    let lead: String
    /// Nil for who has signed in.
    let signInURL: String?
    let again: LinkView
}

extension SpentLinkPage {
    init(_ site: Site, _ context: SalaContext, again: LinkView) {
        chrome = site.chrome(site.say("spent-link.title", context), context)
        lead = site.say("account.link-spent", context)
        signInURL = context.visit.visitor == nil ? Paths.signIn : nil
        self.again = again
    }
}
