import SalaEngine
import SalaStore
import SalaThai

/// The table that officers and screeners work in.
struct DeskPage: Page {
    static let template = "pages/desk"

    /// A select that narrows the list to one value of a facet.
    struct Narrowing: Sendable {
        let name: String
        let label: String
        let options: [ChoiceView]
    }

    let chrome: Chrome
    let call: String
    let desksURL: String
    let url: String
    let query: String
    /// The stages with how many rest in each: the desk's standing filters.
    let stages: [NavigationLink]
    let narrowings: [Narrowing]
    /// One of them is chosen: they are shown though they are folded away on a phone.
    let isNarrowed: Bool
    let chosen: [ChosenFilterView]
    let saved: [Saved]
    /// Nil where there is nothing to save.
    let saving: Saving?
    /// The present address, which saving and removing lead back to.
    let address: String
    let clearURL: String?
    /// What the filters keep besides themselves.
    let kept: [HiddenFieldView]
    /// How many match, in words.
    let total: String
    let table: DeskTableView?
    let pagination: PaginationView?
    let empty: EmptyView?

    init(
        _ site: Site, _ context: SalaContext, _ desk: Desk, _ facets: DeskFacets, _ query: DeskQuery,
        choice: DeskChoice = DeskChoice(), saved: [SavedFilter] = [], refused: RefusedFilter? = nil,
        done: BulkDone?
    ) {
        let handle = desk.view.call.handle
        let language = context.visit.language
        call = desk.view.call.title(language)
        var chrome = site.chrome("\(site.say("desks.desk", context)) – \(call)", context)
        if let done { chrome.notice = done.notice(site, context, desk.view.programme) }
        self.chrome = chrome
        desksURL = Paths.desks
        url = Paths.desk(handle)
        self.query = query.filter.text
        stages = DeskPage.stages(site, context, desk, query)
        let wording = FacetWording(site, context, desk.view.programme, facets.provinces)
        narrowings = facets.facets.map { facet in
            Narrowing(wording, facet, facets.counts, chosen: query.filter.facets[facet.name])
        }
        isNarrowed = !query.filter.facets.isEmpty
        chosen = DeskPage.chosen(site, context, wording, facets.facets, query, handle)
        self.saved = saved.map { Saved(site, context, $0, query, handle) }
        saving = Saving(site, context, saved, query, handle, refused)
        address = query.url(of: handle)
        clearURL =
            chosen.isEmpty
            ? nil
            : query.changing {
                $0.facets = [:]; $0.text = ""
            }.url(of: handle)
        kept = [
            query.filter.stage.map { HiddenFieldView(name: "stage", value: $0) },
            query.filter.order == .number
                ? nil : HiddenFieldView(name: "order", value: query.filter.order.rawValue),
        ].compactMap(\.self)
        let listing = desk.listing
        total = site.say("desks.total", context, ["count": Digits.grouped(listing.total)])
        table = listing.entries.isEmpty ? nil : DeskTableView(site, context, desk, query, choice)
        pagination = PaginationView(
            site, context, page: listing.page, length: listing.length, total: listing.total
        ) { page in query.changing { $0.page = page }.url(of: handle) }
        empty =
            listing.entries.isEmpty
            ? DeskPage.empty(site, context, desk, query, clearURL: clearURL) : nil
    }

    /// Why there is nothing, with a way to what there is.
    private static func empty(
        _ site: Site, _ context: SalaContext, _ desk: Desk, _ query: DeskQuery, clearURL: String?
    ) -> EmptyView {
        var key = query.isNarrowed ? "no-match" : "nothing"
        var step = clearURL.map { LinkView(label: site.say("desks.show-all", context), url: $0) }
        // What an old address asks for, or a mistyped one, is no stage in which anything may yet rest.
        if let stage = query.filter.stage, desk.view.programme.workflow.stage(stage) == nil {
            key = "no-stage"
            step = LinkView(
                label: site.say("desks.every-stage", context), url: Paths.desk(desk.view.call.handle))
        }
        return EmptyView(
            title: site.say("desks.\(key)", context), text: site.say("desks.\(key)-text", context), step: step
        )
    }

    private static func stages(
        _ site: Site, _ context: SalaContext, _ desk: Desk, _ query: DeskQuery
    ) -> [NavigationLink] {
        let programme = desk.view.programme
        let handle = desk.view.call.handle
        let all = desk.counts.values.reduce(0, +)
        let first = NavigationLink(
            label: "\(site.say("desks.all", context)) \(Digits.grouped(all))",
            url: query.changing { $0.stage = nil }.url(of: handle), isCurrent: query.filter.stage == nil)
        return [first]
            + programme.workflow.stages.compactMap { stage in
                let count = desk.counts[stage.name] ?? 0
                guard count > 0 || query.filter.stage == stage.name else { return nil }
                let words = programme.texts["stage.\(stage.name)", context.visit.language]
                return NavigationLink(
                    label: "\(words) \(Digits.grouped(count))",
                    url: query.changing { $0.stage = stage.name }.url(of: handle),
                    isCurrent: query.filter.stage == stage.name)
            }
    }

    private static func chosen(
        _ site: Site, _ context: SalaContext, _ wording: FacetWording, _ facets: [Register.Facet],
        _ query: DeskQuery, _ handle: String
    ) -> [ChosenFilterView] {
        var chosen: [ChosenFilterView] = []
        if !query.filter.text.isEmpty {
            chosen.append(
                ChosenFilterView(
                    label: site.say("desks.searched", context, ["text": query.filter.text]),
                    removeURL: query.changing { $0.text = "" }.url(of: handle)))
        }
        for facet in facets {
            guard let value = query.filter.facets[facet.name] else { continue }
            chosen.append(
                ChosenFilterView(
                    label: "\(wording.label(facet)): \(wording.value(value, of: facet))",
                    removeURL: query.changing { $0.facets[facet.name] = nil }.url(of: handle)))
        }
        return chosen
    }
}

extension DeskPage.Narrowing {
    fileprivate init(
        _ wording: FacetWording, _ facet: Register.Facet, _ counts: [FacetCount], chosen: String?
    ) {
        name = DeskQuery.facetPrefix + facet.name
        label = wording.label(facet)
        let counted = wording.ordered(counts, of: facet)
        var options = counted.map { count in
            let words = wording.value(count.value, of: facet)
            return ChoiceView(
                value: count.value, label: "\(words) (\(Digits.grouped(count.count)))",
                isChosen: count.value == chosen)
        }
        // What was chosen stays chosen though nothing matches it any more.
        if let chosen, !counted.contains(where: { $0.value == chosen }) {
            options.append(
                ChoiceView(value: chosen, label: wording.value(chosen, of: facet), isChosen: true))
        }
        self.options = options
    }
}
