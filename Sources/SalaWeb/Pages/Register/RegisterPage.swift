import SalaEngine
import SalaStore
import SalaThai

/// One page of the register of a call: search, facets with counts, and the entries as cards.
struct RegisterPage: PublicPage {
    static let template = "pages/register"

    struct Option: Sendable {
        let label: String
        let count: String
        let url: String
    }

    /// The same entries in other formats.
    struct Download: Sendable {
        let label: String
        let sheetURL: String
        let jsonURL: String
        let feedURL: String
    }

    struct Narrowing: Sendable {
        let label: String
        let options: [Option]
    }

    let chrome: Chrome
    var turns: [Instant] { [] }
    let call: String
    let callURL: String
    let url: String
    let query: String
    let kept: [HiddenFieldView]
    let narrowings: [Narrowing]
    let chosen: [ChosenFilterView]
    let clearURL: String?
    let total: String
    let map: ProvinceMapView?
    let cards: [PublicCardView]
    let pagination: PaginationView?
    let empty: EmptyView?
    /// The entries shown as data, then the whole register where they are not all of it.
    let data: [Download]
    let fieldsURL: String
    let feedURL: String
    /// How the results of the released rounds came about.
    let results: [LinkView]

    init(
        _ site: Site, _ context: SalaContext, _ listing: RegisterListing, _ query: RegisterQuery,
        released: [Round] = []
    ) {
        let handle = listing.view.call.handle
        let entries = listing.entries
        call = listing.view.call.title(context.visit.language)
        chrome = site.chrome("\(site.say("register.title", context)) – \(call)", context)
        callURL = Paths.call(handle)
        results = site.results(of: released, in: listing.view, context)
        url = Paths.register(handle)
        self.query = query.filter.text
        kept = query.facetItems.map { HiddenFieldView(name: $0.name, value: $0.value) }
        let wording = FacetWording(site, context, listing.view.programme, listing.provinces)
        let facets = listing.view.programme.register?.facets ?? []
        narrowings = facets.filter { query.filter.facets[$0.name] == nil }.compactMap { facet in
            Narrowing(wording, facet, listing.facets, query, handle)
        }
        chosen = RegisterPage.chosen(site, context, listing, query)
        clearURL = chosen.isEmpty ? nil : url
        total = site.say("register.total", context, ["count": Digits.grouped(entries.total)])
        cards = entries.entries.map { PublicCardView(context, $0, in: handle, query) }
        map = ProvinceMapView(site, context, listing, query)
        pagination = PaginationView(
            site, context, page: entries.page, length: entries.length, total: entries.total
        ) { page in query.changing { $0.page = page }.url(of: handle) }
        empty =
            entries.entries.isEmpty
            ? EmptyView(
                title: site.say("register.\(query.emptiness)", context),
                text: site.say("register.\(query.emptiness)-text", context),
                step: clearURL.map { LinkView(label: site.say("register.show-all", context), url: $0) }
                    ?? LinkView(label: site.say("register.to-call", context), url: callURL)) : nil
        fieldsURL = query.kept(by: Paths.registerFields(handle))
        feedURL = query.added(to: Paths.registerFeed(handle))
        data = RegisterPage.downloads(site, context, total: entries.total, query, handle)
    }

    private static func downloads(
        _ site: Site, _ context: SalaContext, total: Int, _ query: RegisterQuery, _ handle: String
    ) -> [Download] {
        func download(_ label: String, _ query: RegisterQuery) -> Download {
            Download(
                label: label, sheetURL: query.added(to: Paths.registerSheet(handle)),
                jsonURL: query.added(to: Paths.registerJSON(handle)),
                feedURL: query.added(to: Paths.registerFeed(handle)))
        }
        let whole = download(
            site.say("register.data-all", context), RegisterQuery(path: Paths.register(handle)))
        guard query.isNarrowed else { return total == 0 ? [] : [whole] }
        let these = site.say("register.data-these", context, ["count": Digits.grouped(total)])
        return (total == 0 ? [] : [download(these, query)]) + [whole]
    }

    /// What the register is narrowed by, each with the way to take it away.
    static func chosen(
        _ site: Site, _ context: SalaContext, _ listing: RegisterListing, _ query: RegisterQuery
    ) -> [ChosenFilterView] {
        let handle = listing.view.call.handle
        let wording = FacetWording(site, context, listing.view.programme, listing.provinces)
        let facets = listing.view.programme.register?.facets ?? []
        var chosen: [ChosenFilterView] = []
        if !query.filter.text.isEmpty {
            chosen.append(
                ChosenFilterView(
                    label: site.say("register.searched", context, ["text": query.filter.text]),
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

extension RegisterPage.Narrowing {
    /// Nil when the facet has no value among the entries.
    fileprivate init?(
        _ wording: FacetWording, _ facet: Register.Facet, _ counts: [FacetCount], _ query: RegisterQuery,
        _ handle: String
    ) {
        let counted = wording.ordered(counts, of: facet)
        guard !counted.isEmpty else { return nil }
        label = wording.label(facet)
        options = counted.map { count in
            RegisterPage.Option(
                label: wording.value(count.value, of: facet), count: Digits.grouped(count.count),
                url: query.changing { $0.facets[facet.name] = count.value }.url(of: handle))
        }
    }
}
