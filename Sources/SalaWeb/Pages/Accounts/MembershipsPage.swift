import SalaEngine
import SalaStore
import SalaThai

/// The organisations that a person belongs to or wishes to, and the wishes that the person may decide.
struct MembershipsPage: Page {
    static let template = "pages/memberships"

    struct Claim: Sendable {
        let person: String
        let organisation: String
        let province: String
        let asked: String
        let askedExactly: String
        let askedTimestamp: String
        let url: String
        /// What helps to decide.
        let facts: [FactView]
        let refusal: ReasonForm
    }

    let chrome: Chrome
    let errors: ErrorSummaryView?
    let claims: [Claim]
    /// Said when more wait than are shown.
    let more: String?
    /// Claims that were decided lately; nil where none was.
    let decided: TimelineView?
    let places: [OwnPlaceView]
    /// What happened to the person's own memberships; nil before anything has.
    let timeline: TimelineView?
    let empty: EmptyView?
    let url: String
    let field: FieldView
    /// What was searched for without a script, and the words that found it.
    let found: FieldView?
    let searched: HiddenFieldView
}

extension MembershipsPage {
    /// What a person typed to find an organisation, and what that found.
    struct Search {
        var typed = ""
        /// Nil when nothing was searched for.
        var found: OrganisationSuggestions?
        /// What was chosen, and refused.
        var chosen: OrganisationID?
        var mistake: String?
    }

    /// A refusal that was sent and must be mended.
    struct Refusing {
        var person: PersonID
        var organisation: OrganisationID
        var typed: String
        var mistake: String
    }

    /// So many claims are shown at a time.
    static let limit = 200
    /// So many organisations are shown to choose from.
    static let foundLimit = 10
    /// The name under which an organisation's id is sent, that of what was typed, and that of what found
    /// those to choose from.
    static let organisation = "organisation"
    static let typed = "organisation-name"
    static let searched = "organisation-searched"

    init(
        _ site: Site, _ context: SalaContext, own: [OwnMembership], claims wishes: [MembershipClaim],
        decided: MembershipHistory, history: MembershipHistory, _ search: Search, refusing: Refusing? = nil
    ) {
        chrome = site.chrome(site.say("membership.title", context), context)
        claims = wishes.map { Claim($0, site, context, refusing) }
        more =
            wishes.count < Self.limit
            ? nil : site.say("membership.more", context, ["limit": String(Self.limit)])
        self.decided = decided.entries.isEmpty ? nil : TimelineView(site, context, decided)
        places = own.map { OwnPlaceView($0, site, context) }
        timeline = history.entries.isEmpty ? nil : TimelineView(site, context, history)
        empty =
            own.isEmpty
            ? EmptyView(
                title: site.say("membership.empty", context), text: site.say("membership.empty-text", context)
            )
            : nil
        url = Paths.memberships
        var mistakes = AccountMistakes()
        let label = site.say("membership.organisation", context)
        let isChoosing = search.found?.entries.isEmpty == false
        if let mistake = search.mistake {
            isChoosing
                ? mistakes.add(
                    mistake, to: Self.organisation, label: site.say("membership.choose", context))
                : mistakes.add(mistake, to: Self.typed, label: label)
        }
        if let refusing {
            let claim = wishes.first {
                $0.person == refusing.person && $0.organisation.id == refusing.organisation
            }
            mistakes.add(
                refusing.mistake, to: ReasonForm.name(refusing.person, refusing.organisation),
                label: ReasonForm.label(about: claim?.name, site, context))
        }
        errors = mistakes.summary
        field = FieldView(
            name: Self.typed, label: label, error: mistakes[Self.typed],
            control: .organisation(
                OrganisationControl(
                    value: search.typed, idName: Self.organisation, suggestURL: Paths.organisations,
                    isUnknown: search.found?.entries.isEmpty == true)))
        found = Self.choosing(from: search, error: mistakes[Self.organisation], site, context)
        searched = HiddenFieldView(name: Self.searched, value: search.typed)
    }

    /// The organisations that were found, to choose from; nil when there are none.
    private static func choosing(
        from search: Search, error: String?, _ site: Site, _ context: SalaContext
    ) -> FieldView? {
        guard let found = search.found, !found.entries.isEmpty else { return nil }
        let entries = found.entries
        let hint = found.areNear ? "choose-near" : entries.count < foundLimit ? nil : "choose-hint"
        // What is only nearly called so is not chosen for anybody.
        let isOnly = entries.count == 1 && !found.areNear
        return FieldView(
            name: organisation, label: site.say("membership.choose", context),
            hint: hint.map { site.say("membership.\($0)", context) }, error: error,
            control: .radios(
                ChoicesControl(
                    choices: entries.map {
                        ChoiceView(
                            $0.summary, context.visit.language,
                            isChosen: isOnly || $0.summary.id == search.chosen)
                    })))
    }
}

extension ChoiceView {
    fileprivate init(_ organisation: OrganisationSummary, _ language: Language, isChosen: Bool) {
        self.init(
            value: organisation.id.description, label: organisation.name(language),
            detail: organisation.province(language), isChosen: isChosen)
    }
}

extension MembershipsPage.Claim {
    fileprivate init(
        _ wish: MembershipClaim, _ site: Site, _ context: SalaContext, _ refusing: MembershipsPage.Refusing?
    ) {
        let language = context.visit.language
        person = wish.name
        organisation = wish.organisation.name(language)
        province = wish.organisation.province(language)
        asked = wish.askedAt.text(relativeTo: context.visit.now, thai: context.visit.isThai)
        askedExactly = wish.askedAt.text(.long, thai: context.visit.isThai)
        askedTimestamp = wish.askedAt.iso
        url = Paths.membership(of: wish.person, in: wish.organisation.id)
        facts = .init(site, context, helpingToDecide: wish)
        let tried =
            refusing?.person == wish.person && refusing?.organisation == wish.organisation.id
            ? refusing : nil
        refusal = ReasonForm(
            label: site.say("membership.refuse", context), about: wish.name,
            hint: site.say("membership.refuse-hint", context), url: url, decision: "refuse",
            field: .reason(
                wish.person, wish.organisation.id, typed: tried?.typed, mistake: tried?.mistake, site,
                context),
            button: site.say("membership.refuse-do", context), isOpen: tried != nil)
    }
}
