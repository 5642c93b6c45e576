import SalaEngine
import SalaStore
import SalaThai

/// The first page: three doors, the open calls, and what was decided lately.
struct HomePage: PublicPage {
    static let template = "pages/home"

    /// How many of each list stand here.
    static let callLimit = 30
    static let latestLimit = 6

    struct LatestItem: Sendable {
        let title: String
        let url: String
        let detail: String
        let badge: StageBadgeView
        let time: String
        let exactTime: String
        let timestamp: String
    }

    let chrome: Chrome
    let turns: [Instant]
    /// How many claims wait for the visitor's decision, and where; nil when none does.
    let claims: LinkView?
    let followURL: String
    let registersURL: String
    let receiptsURL: String
    /// Those open now, those that close first first.
    let openCalls: [CallItemView]
    let upcomingCalls: [CallItemView]
    let closedCalls: [CallItemView]
    let empty: EmptyView?
    let latest: [LatestItem]

    init(
        _ site: Site, _ context: SalaContext, calls: [CallView], latest entries: [LatestEntry],
        claims waiting: Int = 0
    ) {
        chrome = site.chrome(site.say("home.title", context), context)
        turns = calls.flatMap { $0.call.period.ends } + entries.map(\.entry.since)
        claims = LinkView(waitingClaims: waiting, site, context)
        followURL = Paths.following
        registersURL = Paths.registers
        receiptsURL = Paths.receipts
        func items(_ moment: CallMoment, limit: Int) -> [CallItemView] {
            calls.filter { CallMoment($0.call.period, at: context.visit.now) == moment }.prefix(limit)
                .map { CallItemView(site, context, $0) }
        }
        openCalls = items(.open, limit: HomePage.callLimit)
        upcomingCalls = items(.upcoming, limit: HomePage.callLimit)
        closedCalls = items(.closed, limit: 5)
        empty =
            openCalls.isEmpty
            ? EmptyView(
                title: site.say("home.no-open", context), text: site.say("home.no-open-text", context)) : nil
        latest = entries.map { LatestItem($0, context) }
    }
}

extension LinkView {
    /// So many claims wait for the visitor's decision; nil when none does.
    init?(waitingClaims count: Int, _ site: Site, _ context: SalaContext) {
        guard count > 0 else { return nil }
        self.init(
            label: site.say("home.claims", context, ["count": Digits.grouped(count)]),
            url: Paths.memberships)
    }
}

extension HomePage.LatestItem {
    fileprivate init(_ latest: LatestEntry, _ context: SalaContext) {
        let language = context.visit.language
        let isThai = context.visit.isThai
        let entry = latest.entry
        title = entry.title
        url = Paths.registerEntry(entry.number, in: latest.call.handle)
        detail = [entry.organisation?.placedName(language), latest.call.title(language)].compactMap(\.self)
            .joined(separator: "\u{A0}· ")
        badge = StageBadgeView(entry.stage, of: entry.programme, language)
        time = entry.since.text(relativeTo: context.visit.now, thai: isThai)
        exactTime = entry.since.text(.long, thai: isThai)
        timestamp = entry.since.iso
    }
}
