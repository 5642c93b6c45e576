import SalaEngine
import SalaStore
import SalaThai

/// How many entries of a register each province has, as a map of equal squares and as a table.
struct ProvinceMapView: Sendable {
    /// One square of the map.
    struct Tile: Sendable {
        let x: Int
        let y: Int
        /// The province with its count.
        let title: String
        let count: String
        /// A count of so many digits that it needs smaller ones.
        let isLong: Bool
        /// How dark the square is, from 1; 0 where nothing is.
        let shade: Int
        let url: String
        let isChosen: Bool
        /// Where the count stands.
        let middle: Int
        let baseline: Int
    }

    /// What one shade means.
    struct Step: Sendable {
        let shade: Int
        let label: String
    }

    /// One row of the table.
    struct Line: Sendable {
        let province: String
        let count: String
        let url: String
        let isChosen: Bool
    }

    /// A square and what is between two, in the picture's own units.
    private static let side = 36
    private static let pitch = 40
    private static let margin = 4
    private static let shadeCount = 4

    let width = ProvinceTiles.columnCount * pitch + margin
    let height = ProvinceTiles.rowCount * pitch + margin
    let side = ProvinceMapView.side
    /// The squares that lead somewhere.
    let tiles: [Tile]
    /// The squares of provinces without an entry.
    let emptyTiles: [Tile]
    let steps: [Step]
    let lines: [Line]
    /// The sheet that the table is counted from.
    let sheetURL: String

    /// Nil where the register does not tell provinces apart, or where fewer than two have an entry.
    init?(_ site: Site, _ context: SalaContext, _ listing: RegisterListing, _ query: RegisterQuery) {
        guard listing.view.programme.register?.facets.contains(.province) == true else { return nil }
        let wording = FacetWording(site, context, listing.view.programme, listing.provinces)
        let counts = wording.ordered(listing.facets, of: .province)
        guard counts.count > 1 else { return nil }
        let (handle, facet) = (listing.view.call.handle, Register.Facet.province.name)
        let chosen = query.filter.facets[facet]
        let perShade = Self.countsPerShade(upTo: counts.map(\.count).max() ?? 0)
        func url(_ code: String) -> String { query.changing { $0.facets[facet] = code }.url(of: handle) }
        let counted = Dictionary(counts.map { ($0.value, $0.count) }) { $1 }
        let all = ProvinceTiles.tiles.map { tile in
            let count = counted[tile.code] ?? 0
            let words = Self.words(site, context, count)
            let (x, y) = (tile.column * Self.pitch + Self.margin, tile.row * Self.pitch + Self.margin)
            return Tile(
                x: x, y: y,
                title: "\(wording.value(tile.code, of: .province)): \(words)", count: Digits.grouped(count),
                isLong: count > 999, shade: (count + perShade - 1) / perShade, url: url(tile.code),
                isChosen: tile.code == chosen, middle: x + Self.side / 2, baseline: y + Self.side / 2 + 5)
        }
        tiles = all.filter { $0.shade > 0 }
        emptyTiles = all.filter { $0.shade == 0 }
        steps = Self.steps(site, context, perShade, last: tiles.map(\.shade).max() ?? 0)
        lines = counts.map {
            Line(
                province: wording.value($0.value, of: .province), count: Digits.grouped($0.count),
                url: url($0.value), isChosen: $0.value == chosen)
        }
        sheetURL = query.changing { $0.facets[facet] = nil }.added(to: Paths.registerSheet(handle))
    }

    /// How many counts share a shade, so that the greatest still has one.
    private static func countsPerShade(upTo most: Int) -> Int {
        max(1, (most + shadeCount - 1) / shadeCount)
    }

    private static func words(_ site: Site, _ context: SalaContext, _ count: Int) -> String {
        count == 0
            ? site.say("register.map-none", context)
            : site.say("register.count", context, ["count": Digits.grouped(count)])
    }

    private static func steps(
        _ site: Site, _ context: SalaContext, _ perShade: Int, last: Int
    ) -> [Step] {
        (0...last).map { shade in
            let (low, high) = ((shade - 1) * perShade + 1, shade * perShade)
            guard shade > 0, low < high else {
                return Step(shade: shade, label: words(site, context, shade * perShade))
            }
            let range = ["from": Digits.grouped(low), "to": Digits.grouped(high)]
            return Step(shade: shade, label: site.say("register.map-range", context, range))
        }
    }
}
