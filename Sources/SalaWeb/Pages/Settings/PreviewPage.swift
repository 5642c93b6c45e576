import SalaEngine
import SalaStore

/// A call as those with one role will meet it: what they may see and do, stage by stage, and the pages they
/// fill in.
struct PreviewPage: Page {
    static let template = "pages/preview"

    struct StageRow: Sendable {
        let stage: StageBadgeView
        let deeds: [String]
        let isIdle: Bool
    }

    let chrome: Chrome
    let call: String
    let settingsURL: String
    let callURL: String
    let roles: [NavigationLink]
    let role: String
    let sees: String
    let permissions: [String]
    let stages: [StageRow]
    /// The role's own pages, with an entry that nobody filed.
    let examples: [LinkView]
    /// What the role judges.
    let rounds: [RoundView]
    let walk: FormWalk?

    /// - Parameter items: the query of the address: the role, the page and what was tried out in the form.
    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ items: [(name: String, value: String)]
    ) throws {
        let programme = view.programme
        let language = context.visit.language
        let texts = programme.texts
        let handle = view.call.handle
        let asked = items.first { $0.name == "role" }?.value
        guard let role = asked.map(programme.role) ?? programme.roles.first else { throw Refusal.notFound }
        call = view.call.title(language)
        chrome = site.chrome("\(site.say("settings.preview", context)) – \(call)", context)
        settingsURL = Paths.settings(of: handle)
        callURL = Paths.call(handle)
        roles = programme.roles.map { other in
            NavigationLink(
                label: texts["role.\(other.name)", language], url: Paths.preview(of: handle, as: other.name),
                isCurrent: other == role)
        }
        self.role = texts["role.\(role.name)", language]
        sees = site.say("people.sees-\(role.sees.rawValue)", context)
        permissions = Self.permissions(site, context, role)
        stages = programme.workflow.stages.map { stage in
            let deeds = Self.deeds(site, context, role, stage, programme)
            return StageRow(
                stage: StageBadgeView(stage.name, of: programme, language), deeds: deeds,
                isIdle: deeds.isEmpty)
        }
        examples = ExamplePage.all(for: role, of: programme).map { page in
            LinkView(
                label: site.say("preview.page-\(page.rawValue)", context),
                url: Paths.example(of: handle, as: role.name, page))
        }
        rounds = programme.rounds.filter { $0.judges == role.name }.map {
            RoundView(site, context, $0, of: view)
        }
        walk = role.granting == .filing ? FormWalk(site, context, view, role, items) : nil
    }

    /// What the role sees and may do, at whatever stage, in one line; decisions that are held follow from the
    /// permission to select.
    static func powers(
        _ site: Site, _ context: SalaContext, _ role: Role, _ programme: Programme
    ) -> String {
        let texts = programme.texts
        let language = context.visit.language
        let sees = site.say("people.sees-\(role.sees.rawValue)", context)
        let reviews = programme.rounds.filter { $0.judges == role.name }.map {
            site.say("preview.review", context, ["round": texts["round.\($0.name)", language]])
        }
        let actions = programme.workflow.actions.filter { $0.by.contains(role.name) && !$0.isHeld }.map {
            texts["action.\($0.name)", language]
        }
        return ([sees] + permissions(site, context, role) + reviews + actions).joined(separator: " · ")
    }

    private static func permissions(_ site: Site, _ context: SalaContext, _ role: Role) -> [String] {
        Role.Permission.allCases.filter(role.may.contains).map {
            site.say("preview.may.\($0.rawValue)", context)
        }
    }

    private static func deeds(
        _ site: Site, _ context: SalaContext, _ role: Role, _ stage: Stage, _ programme: Programme
    ) -> [String] {
        let texts = programme.texts
        let language = context.visit.language
        var deeds: [String] = []
        if stage.isOpen, role.granting == .filing { deeds.append(site.say("preview.write", context)) }
        if let round = programme.round(stage.round ?? ""), round.judges == role.name {
            deeds.append(
                site.say("preview.review", context, ["round": texts["round.\(round.name)", language]]))
        }
        for action in programme.workflow.actions(from: stage.name) where action.by.contains(role.name) {
            let words = [
                "action": texts["action.\(action.name)", language],
                "stage": texts["stage.\(action.to)", language],
            ]
            deeds.append(site.say(action.isHeld ? "preview.held" : "preview.deed", context, words))
        }
        return deeds
    }
}
