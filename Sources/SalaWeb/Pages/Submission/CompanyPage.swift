import SalaEngine
import SalaStore
import SalaThai

/// Who writes a submission together, and where others are invited.
struct CompanyPage: Page {
    static let template = "pages/company"
    static let email = "email"

    /// An invitation and what has become of it.
    struct Member: Sendable {
        /// The name of who joined, else the address.
        let name: String
        /// Nil where the name is the address.
        let address: String?
        let badge: StageBadgeView
        /// Who invited, when, and until when it can be answered.
        let detail: String
        let withdrawURL: String?
        let endURL: String?
        /// It is the reader's own place.
        let isOneself: Bool
    }

    let chrome: Chrome
    let submission: String
    let submissionURL: String
    let members: [Member]
    let errors: ErrorSummaryView?
    /// Nil where the reader may invite nobody now.
    let field: FieldView?
    /// Why nobody can be invited now.
    let closed: String?
    /// What who joins may do.
    let rule: String
    let url: String

    /// - Parameters:
    ///   - typed: the address that was posted and not taken.
    ///   - mistake: why it was not.
    init(
        _ site: Site, _ context: SalaContext, _ company: Company, typed: String = "", mistake: String? = nil
    ) {
        let dossier = company.dossier
        let id = dossier.submission.id
        let colleagues = dossier.programme.filing.colleagues
        chrome = site.chrome(site.say("company.title", context), context)
        submission = dossier.title.isEmpty ? site.say("submission.untitled", context) : dossier.title
        submissionURL = Paths.submission(id)
        url = Paths.company(of: id)
        members = company.members.map { Member($0, site, context, company) }
        let field = FieldView(
            name: Self.email, label: site.say("company.email", context),
            hint: site.say("company.email-hint", context), error: mistake, isRequired: true,
            control: .text(
                TextControl(value: typed, inputMode: "email", maximumLength: 254, autocomplete: "off")))
        let mayInvite = company.mayInvite && colleagues.limit > 0
        self.field = mayInvite ? field : nil
        errors = ErrorSummaryView(of: [field])
        let isOwner = dossier.actor.owns(dossier.submission)
        closed = mayInvite ? nil : site.say(isOwner ? "company.closed" : "company.owners-invite", context)
        rule = site.say(
            colleagues.mayFile ? "company.rule-file" : "company.rule", context,
            ["limit": String(colleagues.limit)])
    }
}

extension CompanyPage.Member {
    fileprivate init(
        _ member: Company.Member, _ site: Site, _ context: SalaContext, _ company: Company
    ) {
        let invitation = member.invitation
        let id = company.dossier.submission.id
        let actor = company.dossier.actor
        let isThai = context.visit.isThai
        let isOwner = actor.owns(company.dossier.submission)
        isOneself = invitation.person == actor.person
        name = invitation.person.flatMap { company.names[$0] } ?? invitation.address
        address = name == invitation.address ? nil : invitation.address
        let hasExpired = invitation.state == .waiting && !member.isWaiting
        let state = hasExpired ? "expired" : invitation.state.rawValue
        let tone: StageBadgeView.Tone =
            invitation.state == .joined ? .success : member.isWaiting ? .waiting : .closed
        badge = StageBadgeView(site.say("company.state-\(state)", context), tone: tone)
        detail = site.say(
            member.isWaiting ? "company.invited-until" : "company.invited", context,
            [
                "name": company.names[invitation.invitedBy] ?? "–",
                "time": invitation.invitedAt.text(.long, thai: isThai),
                "until": member.expiresAt.text(.long, thai: isThai),
            ])
        withdrawURL =
            isOwner && member.isWaiting ? Paths.invitationWithdrawal(invitation.id, of: id) : nil
        endURL =
            invitation.state == .joined && (isOwner || isOneself)
            ? Paths.companyEnd(invitation.id, of: id) : nil
    }
}
