import SalaEngine
import SalaStore
import SalaThai

/// A person's desks: the calls in which the person has a part, and where that part is played.
struct DesksPage: Page {
    static let template = "pages/desks"

    struct Item: Sendable {
        let title: String
        /// Says that the call is a draft; nil for a published one.
        let draft: StageBadgeView?
        let office: String?
        let roles: String
        /// When the call's period ends; nil for one that never closes.
        let closes: DaysLeftView?
        let stats: [StatView]
        let links: [LinkView]
        /// The person's saved filters of the desk.
        let saved: [LinkView]
    }

    let chrome: Chrome
    /// How many claims wait for the person's decision, and where; nil when none does.
    let claims: LinkView?
    let items: [Item]
    /// Where an office opens a call; nil for who may not.
    let newCallURL: String?
    let empty: EmptyView?

    init(
        _ site: Site, _ context: SalaContext, _ views: [CallView], _ work: [CallID: WaitingWork],
        saved: [CallID: [SavedFilter]] = [:], mayOpen: Bool, claims waiting: Int = 0
    ) {
        chrome = site.chrome(site.say("desks.title", context), context)
        claims = LinkView(waitingClaims: waiting, site, context)
        items = views.map { view in
            Item(site, context, view, work[view.call.id] ?? WaitingWork(), saved[view.call.id] ?? [])
        }
        newCallURL = mayOpen ? Paths.newCall() : nil
        empty =
            views.isEmpty && !mayOpen
            ? EmptyView(
                title: site.say("desks.empty", context), text: site.say("desks.empty-text", context),
                step: LinkView(label: site.say("desks.step", context), url: Paths.memberships)) : nil
    }
}

extension DesksPage.Item {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ work: WaitingWork, _ saved: [SavedFilter]
    ) {
        let language = context.visit.language
        let handle = view.call.handle
        let desk = DeskAccess(view)
        title = view.call.title(language)
        draft = view.call.state == .draft ? StageBadgeView(draftIn: site, context) : nil
        office = view.office?.name(language)
        roles = view.programme.roles.filter { view.actor.roles.contains($0.name) }
            .map { view.programme.texts["role.\($0.name)", language] }.joined(separator: " · ")
        closes = view.call.period.closes.map {
            DaysLeftView($0, now: context.visit.now, isThai: context.visit.isThai)
        }
        var stats: [StatView] = []
        var links: [LinkView] = []
        if desk.reads {
            stats += DesksPage.Item.decisions(site, context, view, work)
            stats += work.roundStats(site, context, view)
            if stats.isEmpty {
                stats.append(
                    StatView(
                        value: "0", label: site.say("desks.decisions", context), url: Paths.desk(handle)))
            }
            links.append(LinkView(label: site.say("desks.desk", context), url: Paths.desk(handle)))
        }
        if desk.judges {
            stats.append(
                StatView(
                    value: Digits.grouped(work.reviews), label: site.say("desks.reviews", context),
                    url: Paths.judging(handle), isPressing: work.reviews > 0))
            links.append(LinkView(label: site.say("desks.judging", context), url: Paths.judging(handle)))
        }
        for round in desk.runsPanels || desk.readsReviews ? view.programme.rounds : [] {
            let name = view.programme.texts["round.\(round.name)", language]
            links.append(
                LinkView(
                    label: site.say("desks.panel", context, ["round": name]),
                    url: Paths.panel(round.name, of: handle)))
            guard desk.readsReviews else { continue }
            links.append(
                LinkView(
                    label: site.say("desks.ranking", context, ["round": name]),
                    url: Paths.ranking(round.name, of: handle)))
        }
        if view.isManager {
            links.append(
                LinkView(label: site.say("desks.settings", context), url: Paths.settings(of: handle)))
        }
        self.stats = stats
        self.links = links
        self.saved =
            desk.reads ? saved.map { LinkView(label: $0.name, url: DeskQuery($0).url(of: handle)) } : []
    }

    /// What waits to be decided, stage by stage, each leading to the desk of that stage.
    private static func decisions(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ work: WaitingWork
    ) -> [StatView] {
        let handle = view.call.handle
        return view.programme.workflow.stages.map(\.name).compactMap { stage in
            guard let count = work.stages[stage] else { return nil }
            let name = view.programme.texts["stage.\(stage)", context.visit.language]
            return StatView(
                value: Digits.grouped(count),
                label: site.say("desks.decisions-at", context, ["stage": name]),
                url: DeskQuery().changing { $0.stage = stage }.url(of: handle), isPressing: true)
        }
    }
}

extension StageBadgeView {
    fileprivate init(draftIn site: Site, _ context: SalaContext) {
        self.init(site.say("settings.state-draft", context), tone: .draft)
    }
}

/// Which desks of a call a person may sit down at.
struct DeskAccess: Sendable {
    /// The table of what has been filed.
    let reads: Bool
    /// The judge's own desk.
    let judges: Bool
    /// The panels, to say who judges what.
    let runsPanels: Bool
    /// The panels and the ranking, to read them.
    let readsReviews: Bool

    init(_ view: CallView) {
        self.init(view.actor, of: view.programme)
    }

    init(_ actor: Actor, of programme: Programme) {
        let roles = programme.roles.filter { actor.roles.contains($0.name) }
        reads = roles.contains { $0.sees == .filed || $0.sees == .all }
        judges = programme.rounds.contains { actor.roles.contains($0.judges) }
        runsPanels = actor.may(.assignReviews, in: programme)
        readsReviews = actor.may(.readReviews, in: programme)
    }
}
