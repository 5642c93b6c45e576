import SalaEngine
import SalaStore

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
    let membershipsURL: String

    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ organisations: [OrganisationSummary],
        _ claims: [OwnMembership]
    ) {
        let language = context.visit.language
        call = view.call.title(language)
        chrome = site.chrome(site.say("start.title", context), context)
        callURL = Paths.call(view.call.handle)
        url = Paths.submissions(under: view.call.handle)
        needsOrganisation = view.programme.filing.by == .organisation
        self.organisations = organisations.enumerated().map { index, organisation in
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
                    term: claim.organisation.name(language),
                    detail: site.sentence(claim, context, office: office))
            } : []
        membershipsURL = Paths.memberships
    }
}
