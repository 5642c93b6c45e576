/// Asks for the click that confirms an address; programs that open every link of a letter do not click.
struct VerificationPage: Page {
    static let template = "pages/verification"
    let chrome: Chrome
    let url: String
}

extension VerificationPage {
    init(_ site: Site, _ context: SalaContext, link: String) {
        chrome = site.chrome(site.say("verification.title", context), context)
        url = Paths.verification(link)
    }
}
