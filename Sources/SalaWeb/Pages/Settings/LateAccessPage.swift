import SalaEngine
import SalaStore
import SalaThai

/// Who may file though a call has closed: where that is granted and withdrawn.
struct LateAccessPage: Page {
    static let template = "pages/late-access"
    /// What is typed of the entrant: an organisation's name, or a person's address.
    static let typed = "entrant"
    static let organisation = "organisation"

    /// One entrant who was granted it.
    struct Grant: Sendable {
        let name: String
        let badge: StageBadgeView
        let until: String
        let reason: String
        /// Who granted it, and when.
        let granted: String
        /// The field that names the entrant to the withdrawal; nil where there is nothing to withdraw.
        let entrant: HiddenFieldView?
    }

    let chrome: Chrome
    let call: String
    let settingsURL: String
    let url: String
    let withdrawalURL: String
    let present: String
    let grants: [Grant]
    /// Why nobody can be granted it now; then nothing is asked.
    let obstacle: NoticeView?
    let fields: [FieldView]
    let errors: ErrorSummaryView?

    /// - Parameter found: the organisations that what was typed may mean.
    init(
        _ site: Site, _ context: SalaContext, _ history: CallHistory, draft: CallDraft? = nil,
        mistakes: [CallDraft.Mistake] = [], found: [OrganisationEntry] = []
    ) {
        let view = history.view
        let handle = view.call.handle
        call = view.call.title(context.visit.language)
        chrome = site.chrome("\(site.say("late.title", context)) – \(call)", context)
        settingsURL = Paths.settings(of: handle)
        url = Paths.lateAccess(of: handle)
        withdrawalURL = Paths.lateAccessWithdrawals(of: handle)
        present = site.words(view.call.period, context)
        grants = (view.call.lateAccesses ?? []).reversed().map { Grant($0, site, context, history) }
        let refusal = view.call.refusalToGrantLateAccess(
            of: view.programme, at: context.visit.now, holds: history.holds)
        obstacle = refusal.map { NoticeView(.warning, site.sentence($0, context)) }
        let fields = refusal == nil ? Self.fields(site, context, view, draft, mistakes, found) : []
        self.fields = fields
        errors = ErrorSummaryView(of: fields)
    }

    /// What the engine found mistaken, at the fields of the form.
    static func mistakes(_ found: [CallMistake], thai: Bool) -> [CallDraft.Mistake] {
        found.map { mistake in
            let field = mistake.field == .reason ? ExtensionPage.reason : CallDraft.closesDate
            switch mistake.kind {
            case .missing: return CallDraft.Mistake(field: field, key: "missing")
            case .tooLong(let limit):
                return CallDraft.Mistake(
                    field: field, key: "too-long", values: ["limit": Digits.grouped(limit)])
            case .later(let latest):
                return CallDraft.Mistake(
                    field: field, key: "later-than", values: ["time": latest.text(.long, thai: thai)])
            default: return CallDraft.Mistake(field: field, key: "past")
            }
        }
    }

    private static func fields(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ draft: CallDraft?,
        _ mistakes: [CallDraft.Mistake], _ found: [OrganisationEntry]
    ) -> [FieldView] {
        func error(_ name: String) -> String? {
            mistakes.first { $0.field == name }.map {
                site.say("settings.mistake.\($0.key)", context, $0.values)
            }
        }
        func text(_ name: String) -> String { draft.map { $0[name] } ?? "" }
        let isOrganisation = view.programme.filing.by == .organisation
        let label = site.say(isOrganisation ? "late.organisation" : "late.person", context)
        let entrant = FieldView(
            name: typed, label: label, error: error(typed), isRequired: true,
            control: isOrganisation
                ? .organisation(
                    OrganisationControl(
                        value: text(typed), idName: organisation, suggestURL: Paths.organisations))
                : .text(TextControl(value: text(typed), inputMode: "email", maximumLength: 254)))
        let choices = FieldView(
            name: organisation, label: site.say("late.choose", context),
            control: .oneOf(
                found.map { entry in
                    ChoiceView(
                        value: entry.id.description, label: entry.summary.placedName(context.visit.language),
                        isChosen: false)
                }))
        return [entrant] + (found.isEmpty ? [] : [choices]) + [
            FieldView(
                name: CallDraft.closesDate, label: site.say("late.until-date", context),
                error: error(CallDraft.closesDate), isRequired: true,
                control: .date(DateControl(value: text(CallDraft.closesDate)))),
            FieldView(
                name: CallDraft.closesTime, label: site.say("late.until-time", context),
                hint: site.say("settings.closes-time-hint", context), error: error(CallDraft.closesTime),
                control: .text(TextControl(value: text(CallDraft.closesTime), width: "short"))),
            FieldView(
                name: ExtensionPage.reason, label: site.say("settings.reason", context),
                hint: site.say("late.reason-hint", context), error: error(ExtensionPage.reason),
                isRequired: true,
                control: .multiline(
                    MultilineControl(
                        value: text(ExtensionPage.reason), rows: 3, maximumLength: Call.maximumReason))),
        ]
    }
}

extension LateAccessPage.Grant {
    fileprivate init(
        _ access: LateAccess, _ site: Site, _ context: SalaContext, _ history: CallHistory
    ) {
        let isThai = context.visit.isThai
        let isOpen = access.isOpen(at: context.visit.now)
        name = site.name(of: access.entrant, in: history, context)
        let state = access.withdrawnAt != nil ? "withdrawn" : isOpen ? "open" : "over"
        badge = StageBadgeView(site.say("late.state-\(state)", context), tone: isOpen ? .success : .closed)
        until = access.until.text(.long, thai: isThai)
        reason = access.reason
        granted = site.say(
            "late.granted-by", context,
            [
                "name": history.names[access.grantedBy] ?? "–",
                "time": access.grantedAt.text(.long, thai: isThai),
            ])
        switch access.entrant {
        case .organisation(let id):
            entrant = isOpen ? HiddenFieldView(name: "organisation", value: id.description) : nil
        case .person(let id):
            entrant = isOpen ? HiddenFieldView(name: "person", value: id.description) : nil
        }
    }
}
