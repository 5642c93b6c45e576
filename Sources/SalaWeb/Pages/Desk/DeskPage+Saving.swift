import SalaEngine
import SalaStore

extension DeskPage {
    /// One of the person's saved filters.
    struct Saved: Sendable {
        let label: String
        let url: String
        let isCurrent: Bool
        let removalURL: String
        let removal: String
    }

    /// The form that saves what the desk is narrowed to.
    struct Saving: Sendable {
        static let name = "name"

        let url: String
        let isRefused: Bool
        let field: FieldView
    }
}

/// A filter that was to be saved and was not, as it was typed.
struct RefusedFilter: Equatable, Sendable {
    var name: String
    var fault: SavedFilterFault
}

extension DeskPage.Saved {
    init(_ site: Site, _ context: SalaContext, _ saved: SavedFilter, _ query: DeskQuery, _ handle: String) {
        let own = DeskQuery(saved)
        label = saved.name
        url = own.url(of: handle)
        isCurrent = own == query.changing { _ in }
        removalURL = Paths.savedFilterRemoval(saved.id, of: handle)
        removal = site.say("desks.forget", context, ["name": saved.name])
    }
}

extension DeskPage.Saving {
    /// Nil where nothing is narrowed, or what is has a name already.
    init?(
        _ site: Site, _ context: SalaContext, _ saved: [SavedFilter], _ query: DeskQuery, _ handle: String,
        _ refused: RefusedFilter?
    ) {
        let present = query.changing { _ in }
        let isKept = saved.contains { DeskQuery($0) == present }
        guard refused != nil || !isKept && present != DeskQuery() else { return nil }
        url = Paths.savedFilters(of: handle)
        isRefused = refused != nil
        field = FieldView(
            name: Self.name, label: site.say("desks.filter-name", context),
            hint: site.say("desks.filter-hint", context),
            error: refused.map { site.sentence($0.fault, context) },
            control: .text(
                TextControl(
                    value: refused?.name ?? "", width: "medium", maximumLength: SavedFilter.longestName,
                    autocomplete: "off")))
    }
}

extension DeskQuery {
    /// What was saved; what the desk no longer knows of it is passed over.
    init(_ saved: SavedFilter) {
        self.init(path: "?" + saved.query)
    }

    /// The query of the address, without what comes before it.
    var text: String { String(url(of: "").drop { $0 != "?" }.dropFirst()) }
}

extension Site {
    fileprivate func sentence(_ fault: SavedFilterFault, _ context: SalaContext) -> String {
        switch fault {
        case .nameMissing: say("desks.filter-mistake.name-missing", context)
        case .nameTooLong(let limit): say("mistake.too-long", context, ["limit": String(limit)])
        case .queryTooLong: say("desks.filter-mistake.query-too-long", context)
        case .tooMany(let limit):
            say("desks.filter-mistake.too-many", context, ["limit": String(limit)])
        }
    }
}
