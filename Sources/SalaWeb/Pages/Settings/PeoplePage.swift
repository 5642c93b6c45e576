import SalaEngine
import SalaStore
import SalaThai

/// Who has which role towards a call, and where roles are granted.
struct PeoplePage: Page {
    static let template = "pages/people"

    struct Holder: Sendable {
        let person: String
        let name: String
        let email: String
        let role: String
        let roleName: String
        /// Roles that come with a place in the office are not taken back here.
        let isRevocable: Bool
        /// What becomes of the reviews that are open when the role is taken back; nil when none is.
        let takenOff: String?
        /// Parts of the person's that may stand in each other's way.
        let warnings: [String]
    }

    let chrome: Chrome
    let call: String
    let settingsURL: String
    let url: String
    let revocationURL: String
    /// How many people have parts that may stand in each other's way; nil when nobody has.
    let warning: NoticeView?
    let holders: [Holder]
    let errors: ErrorSummaryView?
    /// What a grant asks; empty where the programme has no role to grant for one call.
    let fields: [FieldView]

    /// - Parameters:
    ///   - typed: what was posted and not taken.
    ///   - mistakes: the key under `people` that says why, at the field that it speaks of.
    init(
        _ site: Site, _ context: SalaContext, _ people: CallPeople, typed: Posting = Posting(),
        mistakes: [CallMistake.Field: String] = [:]
    ) {
        let view = people.view
        let language = context.visit.language
        let texts = view.programme.texts
        let handle = view.call.handle
        call = view.call.title(language)
        settingsURL = Paths.settings(of: handle)
        url = Paths.people(of: handle)
        revocationURL = Paths.revocations(of: handle)
        chrome = site.chrome("\(site.say("people.title", context)) – \(call)", context)
        let doubles = DoubleParts(site: site, context: context, people: people)
        let doubled = Set(people.people.map(\.person)).count { !doubles.warnings(about: $0).isEmpty }
        warning =
            doubled == 0
            ? nil
            : NoticeView(
                .warning, site.say("people.doubled", context, ["count": Digits.grouped(doubled)]))
        holders = people.people.sorted(by: PeoplePage.precedes).map { holder in
            Holder(
                person: holder.person.description, name: holder.name, email: holder.email,
                role: texts["role.\(holder.role)", language], roleName: holder.role,
                isRevocable: !holder.isOfOffice,
                takenOff: site.takenOff(holder.openReviews, context),
                warnings: doubles.warnings(about: holder.person))
        }
        func error(_ field: CallMistake.Field) -> String? {
            mistakes[field].map { site.say("people.\($0)", context) }
        }
        let email = FieldView(
            name: "email", label: site.say("people.email", context),
            hint: site.say("people.email-hint", context),
            error: error(.person), isRequired: true,
            control: .text(
                TextControl(
                    value: typed.text("email"), inputMode: "email", maximumLength: 254, autocomplete: "off")))
        let granted = view.programme.roles.filter { $0.granting == .call }
        let choices = granted.map { role in
            ChoiceView(
                value: role.name, label: texts["role.\(role.name)", language],
                detail: PreviewPage.powers(site, context, role, view.programme),
                isChosen: typed.text("role") == role.name)
        }
        let roles = FieldView(
            name: "role", label: site.say("people.role", context), error: error(.role),
            isRequired: true, control: .oneOf(choices))
        let fields = granted.isEmpty ? [] : [email, roles]
        self.fields = fields
        errors = ErrorSummaryView(of: fields)
    }

    /// The office first, then role by role, and names as people order them.
    private static func precedes(_ left: RoleHolder, _ right: RoleHolder) -> Bool {
        guard left.isOfOffice == right.isOfOffice else { return left.isOfOffice }
        guard left.role == right.role else { return left.role < right.role }
        return ThaiOrder.precedes(left.name, right.name)
    }
}

extension Site {
    fileprivate func takenOff(_ reviews: Int, _ context: SalaContext) -> String? {
        reviews == 0 ? nil : say("people.taken-off", context, ["count": Digits.grouped(reviews)])
    }
}
