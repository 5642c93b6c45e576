import SalaThai
import Testing

@Suite("The map of provinces as equal squares")
struct ProvinceTilesTests {
    /// The official codes: by region, as the Department of Provincial Administration gave them out.
    private static let codes = [
        10...19, 20...27, 30...39, 40...49, 50...58, 60...67, 70...77, 80...86, 90...96,
    ]
    .flatMap { $0.map(String.init) }

    private func tile(_ code: String) throws -> ProvinceTiles.Tile {
        try #require(ProvinceTiles.tile(code), "\(code)")
    }

    @Test("has each of the 77 provinces once, and no two on one square")
    func provinces() {
        let tiles = ProvinceTiles.tiles
        #expect(Self.codes.count == 77)
        #expect(tiles.map(\.code).sorted() == Self.codes)
        #expect(Set(tiles.map { [$0.row, $0.column] }).count == 77)
        #expect(
            tiles.allSatisfy {
                (0..<ProvinceTiles.rowCount).contains($0.row)
                    && (0..<ProvinceTiles.columnCount).contains($0.column)
            })
        #expect(ProvinceTiles.tile("99") == nil && ProvinceTiles.tile("..") == nil)
    }

    @Test("has the provinces of the fetched places", .enabled(if: FetchedFolder.isFilled))
    func fetched() throws {
        let country = try Places(folder: FetchedFolder.url)
        #expect(Set(country.provinces.map(\.code)) == Set(ProvinceTiles.tiles.map(\.code)))
    }

    @Test(
        "provinces that share a border share a side: the first lies north of the second",
        arguments: [
            ("57", "56"), ("50", "51"), ("51", "52"), ("52", "63"), ("39", "40"), ("47", "46"), ("40", "36"),
            ("44", "45"), ("37", "34"), ("16", "30"), ("12", "10"), ("14", "13"), ("24", "20"), ("20", "21"),
            ("27", "22"), ("76", "77"), ("77", "86"), ("85", "82"), ("82", "83"), ("92", "91"), ("93", "90"),
            ("94", "95"),
        ])
    func north(upper: String, lower: String) throws {
        let (upper, lower) = (try tile(upper), try tile(lower))
        #expect(upper.row + 1 == lower.row && upper.column == lower.column)
    }

    @Test(
        "provinces that share a border share a side: the first lies west of the second",
        arguments: [
            ("58", "50"), ("41", "47"), ("31", "32"), ("33", "34"), ("10", "11"), ("74", "10"), ("85", "86"),
            ("84", "80"), ("91", "90"), ("95", "96"),
        ])
    func west(left: String, right: String) throws {
        let (left, right) = (try tile(left), try tile(right))
        #expect(left.row == right.row && left.column + 1 == right.column)
    }

    @Test("has the outermost provinces at its edges")
    func edges() throws {
        #expect(try tile("57").row == 0 && tile("58").row == 0)
        #expect(try tile("96").row == ProvinceTiles.rowCount - 1)
        #expect(try tile("34").column == ProvinceTiles.columnCount - 1)
        #expect(try tile("83").column == 0)
        let (chanthaburi, trat) = (try tile("22"), try tile("23"))
        #expect(trat.row == chanthaburi.row + 1 && trat.column == chanthaburi.column + 1)
        let row = try tile("91").row
        #expect(ProvinceTiles.tiles.filter { $0.row == row }.map(\.column).min() == (try tile("91").column))
    }
}
