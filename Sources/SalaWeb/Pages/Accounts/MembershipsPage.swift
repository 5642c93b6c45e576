import SalaEngine
import SalaStore
import SalaThai

/// The organisations that a person belongs to or wishes to, and the wishes that the person may decide.
struct MembershipsPage: Page {
    static let template = "pages/memberships"

    struct Own: Sendable {
        let organisation: String
        let province: String
        /// Nil until the wish is granted.
        let role: String?
        let badge: StageBadgeView
        /// Nil once it is granted.
        let asked: String?
        let isWaiting: Bool
    }

    struct Claim: Sendable {
        let person: String
        let email: String
        let organisation: String
        let province: String
        let asked: String
        let askedExactly: String
        let askedTimestamp: String
        let url: String
    }

    let chrome: Chrome
    let errors: ErrorSummaryView?
    let claims: [Claim]
    /// Said when more wait than are shown.
    let more: String?
    let own: [Own]
    let empty: EmptyView?
    let url: String
    let field: FieldView
    /// What was searched for without a script.
    let found: FieldView?
}

extension MembershipsPage {
    /// What a person typed to find an organisation, and what that found.
    struct Search {
        var typed = ""
        /// Nil when nothing was searched for.
        var found: [OrganisationEntry]?
        var mistake: String?
    }

    /// So many wishes are shown at a time.
    static let limit = 200
    /// So many organisations are shown to choose from.
    static let foundLimit = 10
    /// The name under which an organisation's id is sent, and that of what was typed.
    static let organisation = "organisation"
    static let typed = "organisation-name"

    init(
        _ site: Site, _ context: SalaContext, own places: [OwnMembership], claims wishes: [MembershipClaim],
        _ search: Search
    ) {
        let language = context.visit.language
        chrome = site.chrome(site.say("membership.title", context), context)
        claims = wishes.map { Claim($0, context) }
        more =
            wishes.count < Self.limit
            ? nil : site.say("membership.more", context, ["limit": String(Self.limit)])
        own = places.map { Own($0, site, context) }
        empty =
            places.isEmpty
            ? EmptyView(
                title: site.say("membership.empty", context), text: site.say("membership.empty-text", context)
            )
            : nil
        url = Paths.memberships
        var mistakes = AccountMistakes()
        let label = site.say("membership.organisation", context)
        if let mistake = search.mistake { mistakes.add(mistake, to: Self.typed, label: label) }
        errors = mistakes.summary
        field = FieldView(
            name: Self.typed, label: label, error: mistakes[Self.typed],
            control: .organisation(
                OrganisationControl(
                    value: search.typed, idName: Self.organisation, suggestURL: Paths.organisations,
                    isUnknown: search.found?.isEmpty == true)))
        found = search.found.flatMap { entries in
            entries.isEmpty
                ? nil
                : FieldView(
                    name: Self.organisation, label: site.say("membership.choose", context),
                    hint: entries.count < Self.foundLimit ? nil : site.say("membership.choose-hint", context),
                    control: .radios(
                        ChoicesControl(
                            choices: entries.map { entry in
                                ChoiceView(entry.summary, language, isOnly: entries.count == 1)
                            })))
        }
    }
}

extension ChoiceView {
    fileprivate init(_ organisation: OrganisationSummary, _ language: Language, isOnly: Bool) {
        self.init(
            value: organisation.id.description, label: organisation.name(language),
            detail: organisation.province(language), isChosen: isOnly)
    }
}

extension MembershipsPage.Own {
    fileprivate init(_ place: OwnMembership, _ site: Site, _ context: SalaContext) {
        let language = context.visit.language
        organisation = place.organisation.name(language)
        province = place.organisation.province(language)
        isWaiting = place.state == .asked
        let key = "membership.role.\(place.role)"
        role = place.state == .approved ? site.templates.texts.find(key, language) ?? place.role : nil
        asked = place.state == .approved ? nil : place.askedAt.text(thai: context.visit.isThai)
        let tone: StageBadgeView.Tone =
            switch place.state {
            case .asked: .waiting
            case .approved: .success
            case .refused: .refused
            }
        badge = StageBadgeView(site.say("membership.state.\(place.state.rawValue)", context), tone: tone)
    }
}

extension MembershipsPage.Claim {
    fileprivate init(_ wish: MembershipClaim, _ context: SalaContext) {
        let language = context.visit.language
        person = wish.name
        email = wish.email
        organisation = wish.organisation.name(language)
        province = wish.organisation.province(language)
        asked = wish.askedAt.text(relativeTo: context.visit.now, thai: context.visit.isThai)
        askedExactly = wish.askedAt.text(.long, thai: context.visit.isThai)
        askedTimestamp = wish.askedAt.iso
        url = Paths.membership(of: wish.person, in: wish.organisation.id)
    }
}
