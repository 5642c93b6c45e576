/// The link of a letter does nothing any more; says how to get another.
struct SpentLinkPage: Page {
    static let template = "pages/spent-link"
    let chrome: Chrome
    let lead: String
    /// Nil for who has signed in.
    let signInURL: String?
    /// How to get another link, or on to the own submissions for who has signed in.
    let again: LinkView
}

extension SpentLinkPage {
    init(_ site: Site, _ context: SalaContext, again: LinkView, then: ReturnPath?) {
        chrome = site.chrome(site.say("spent-link.title", context), context)
        lead = site.say("account.link-spent", context)
        signInURL = context.visit.visitor == nil ? Paths.signIn(then: then) : nil
        self.again =
            signInURL == nil
            ? LinkView(label: site.say("navigation.following", context), url: Paths.following) : again
    }
}
