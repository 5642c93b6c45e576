import SalaEngine
import SalaStore
import SalaThai

/// Who belongs to an organisation, how that came about, and the way out of it.
struct MembersPage: Page {
    static let template = "pages/members"

    struct Member: Sendable {
        let name: String
        let email: String
        let roles: String
        let since: String
        let isOneself: Bool
        /// Nil for who may not be taken out here.
        let end: ReasonForm?
    }

    let chrome: Chrome
    let membershipsURL: String
    let province: String
    let errors: ErrorSummaryView?
    let members: [Member]
    let empty: EmptyView?
    let timeline: TimelineView?
}

extension MembersPage {
    /// An end that was sent and must be mended.
    struct Ending {
        var person: PersonID
        var typed: String
        var mistake: String
    }

    init(_ site: Site, _ context: SalaContext, _ people: OrganisationPeople, ending: Ending? = nil) {
        let language = context.visit.language
        chrome = site.chrome(people.organisation.name(language), context)
        membershipsURL = Paths.memberships
        province = people.organisation.province(language)
        var mistakes = AccountMistakes()
        if let ending {
            mistakes.add(
                ending.mistake, to: ReasonForm.name(ending.person, people.organisation.id),
                label: ReasonForm.label(
                    about: people.members.first { $0.person == ending.person }?.name, site, context))
        }
        errors = mistakes.summary
        members = people.members.map { Member($0, of: people.organisation.id, site, context, ending) }
        empty =
            people.members.isEmpty
            ? EmptyView(
                title: site.say("membership.no-members", context),
                text: site.say("membership.no-members-text", context)) : nil
        timeline = people.history.entries.isEmpty ? nil : TimelineView(site, context, people.history)
    }
}

extension MembersPage.Member {
    fileprivate init(
        _ member: OrganisationPeople.Member, of organisation: OrganisationID, _ site: Site,
        _ context: SalaContext, _ ending: MembersPage.Ending?
    ) {
        name = member.name
        email = member.email
        roles = member.roles.map { site.words($0, context) }.joined(separator: " · ")
        since = member.since.localDate.text(.short, thai: context.visit.isThai)
        isOneself = member.person == context.visit.visitor?.person
        guard isOneself || member.roles == [.member] else {
            end = nil
            return
        }
        let tried = ending?.person == member.person ? ending : nil
        let key = isOneself ? "leave" : "remove"
        let hint = isOneself && member.roles != [.member] ? "leave-office" : key
        end = ReasonForm(
            label: site.say("membership.\(key)", context), about: member.name,
            hint: site.say("membership.\(hint)-hint", context),
            url: Paths.membershipEnd(of: member.person, in: organisation), decision: nil,
            field: .reason(
                member.person, organisation, typed: tried?.typed, mistake: tried?.mistake,
                isRequired: !isOneself, site, context),
            button: site.say("membership.\(key)-do", context), isOpen: tried != nil)
    }
}
