/// Asks for the click that confirms an address; programs that open every link of a letter do not click.
struct VerificationPage: Page {
    static let template = "pages/verification"
    let chrome: Chrome
    let url: String
    /// Where the person wanted to go before asking for the account.
    let then: String?
}

extension VerificationPage {
    init(_ site: Site, _ context: SalaContext, link: String, then path: ReturnPath?) {
        chrome = site.chrome(site.say("verification.title", context), context)
        url = Paths.verification(link)
        then = path?.path
    }
}
