import SalaEngine
import SalaStore
import SalaThai

/// Whom a submission is started for.
struct StartPage: Page {
    static let template = "pages/start"
    let chrome: Chrome
    let call: String
    let callURL: String
    let url: String
    /// The person's organisations; empty when the programme takes none.
    let organisations: [ChoiceView]
    let needsOrganisation: Bool
    let lacksOrganisation: Bool
    /// Where the person has asked to belong and nobody has decided yet; empty when the programme takes none.
    let waiting: [FactView]
    /// Whom to ask while one waits; nil where neither the call nor the site says.
    let ask: String?
    /// What has been begun or filed under the call already.
    let begun: [Begun]
    /// No more may be begun for anybody whom the person files for.
    let isFull: Bool
    let membershipsURL: String

    /// A submission that is there already.
    struct Begun: Sendable {
        let title: String
        let organisation: String?
        let badge: StageBadgeView
        let link: LinkView
    }

    /// - Parameter begun: what the person, or an organisation of the person's, has under the call.
    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ organisations: [OrganisationSummary],
        _ claims: [OwnMembership], begun: [OwnSubmission] = []
    ) {
        let language = context.visit.language
        call = view.call.title(language)
        chrome = site.chrome(site.say("start.title", context), context)
        callURL = Paths.call(view.call.handle)
        url = Paths.submissions(under: view.call.handle)
        needsOrganisation = view.programme.filing.by == .organisation
        let free = organisations.filter { view.hasRoom(for: $0.id, beside: begun) }
        self.begun = begun.map { Begun($0, site, context) }
        isFull = view.isFull(for: organisations.map(\.id), beside: begun)
        self.organisations = free.enumerated().map { index, organisation in
            ChoiceView(
                value: organisation.id.description, label: organisation.name(language),
                detail: organisation.province(language), isChosen: index == 0)
        }
        lacksOrganisation = needsOrganisation && organisations.isEmpty
        let office = view.call.state == .published ? view.office : nil
        waiting =
            needsOrganisation
            ? claims.map { claim in
                FactView(
                    term: claim.organisation.placedName(language),
                    detail: site.sentence(claim, context, office: office))
            } : []
        ask = site.contact(of: view.call).map {
            site.say("start.meanwhile-ask", context, ["contact": $0])
        }
        membershipsURL = Paths.memberships
    }
}

extension StartPage.Begun {
    fileprivate init(_ own: OwnSubmission, _ site: Site, _ context: SalaContext) {
        let language = context.visit.language
        title = own.row.title.isEmpty ? site.say("submission.untitled", context) : own.row.title
        organisation = own.row.organisation?.placedName(language)
        badge = StageBadgeView(own.row.stage, of: own.programme, language)
        link = LinkView(
            label: own.isOpen
                ? site.writing(isFiled: own.row.filedAt != nil, context) : site.say("start.see", context),
            url: own.url(at: context.visit.now))
    }
}

extension OwnSubmission {
    /// The filer may change the answers.
    var isOpen: Bool { programme.workflow.stage(row.stage)?.isOpen == true }
    /// The filer has taken it back, and it counts no more against the limit of filings.
    var isWithdrawn: Bool { programme.workflow.stage(row.stage)?.isWithdrawn == true }

    /// Where its filer goes on writing, or reads how it stands.
    func url(at now: Instant) -> String {
        isOpen ? Paths.writing(row.id, programme.form, answers, at: now) : Paths.submission(row.id)
    }
}
