/// What the frame around every page needs.
public struct Chrome: Sendable {
    /// The page's name, without the site's.
    public var title: String
    /// As HTML's `lang` has it.
    public var language: String
    /// The same page in the other language.
    public var otherLanguage: LanguageLink
    public var homeURL: String
    public var navigation: [NavigationLink]
    /// Who is signed in.
    public var person: PersonView?
    /// Nil for who is signed in, and on the page that signs in.
    public var signInURL: String?
    /// What the forms of the frame send back as `csrf`.
    public var csrfToken: String
    /// The same for the page's own forms; empty on an example, so that nothing is done from there.
    public let formToken: String
    /// For a page that answers a form: where the form is shown, so that a way back leads there.
    public var formURL: String?
    /// What was just done, said once.
    public var notice: NoticeView?
    /// Only in a demo.
    public var demo: DemoRibbonView?
    /// Changes whenever a file of `Public` does, so that browsers may keep the files.
    public var assetVersion: String
    /// Where a printed sheet comes from: the address and when.
    public var printedFooter: String
    /// Where people ask for help; nil where the installation does not say.
    public var contact: String?
    /// The page shows what is nobody's, and nothing on it can be done.
    public var isExample: Bool

    public init(
        title: String, language: String, otherLanguage: LanguageLink, homeURL: String = "/",
        navigation: [NavigationLink] = [], person: PersonView? = nil, signInURL: String? = nil,
        csrfToken: String = "", formURL: String? = nil, notice: NoticeView? = nil,
        demo: DemoRibbonView? = nil,
        assetVersion: String, printedFooter: String = "", contact: String? = nil, isExample: Bool = false
    ) {
        self.title = title
        self.language = language
        self.otherLanguage = otherLanguage
        self.homeURL = homeURL
        self.navigation = navigation
        self.person = person
        self.signInURL = signInURL
        self.csrfToken = csrfToken
        formToken = isExample ? "" : csrfToken
        self.formURL = formURL
        self.notice = notice
        self.demo = demo
        self.assetVersion = assetVersion
        self.printedFooter = printedFooter
        self.contact = contact
        self.isExample = isExample
    }
}
