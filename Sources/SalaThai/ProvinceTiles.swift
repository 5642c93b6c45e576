/// Where the provinces stand on a map of equal squares, north up: an arrangement made for being recognised,
/// not for measuring.
public struct ProvinceTiles: Sendable {
    /// A province's square, counted from the upper left from nought.
    public struct Tile: Hashable, Sendable {
        /// The two digits of the Department of Provincial Administration.
        public let code: String
        public let row: Int
        public let column: Int
    }

    /// The squares row by row from the north-west, one for each province.
    public static let tiles: [Tile] =
        lines.enumerated().flatMap { row, line in
            line.enumerated().compactMap { column, code in
                code == ".." ? nil : Tile(code: String(code), row: row, column: column)
            }
        }

    public static let rowCount = lines.count
    public static let columnCount = lines.map(\.count).max() ?? 0

    /// The square of a province; nil where no province has that code.
    public static func tile(_ code: String) -> Tile? { tiles.first { $0.code == code } }

    private static let lines = map.split(separator: "\n").map { $0.split(separator: " ") }

    private static let map = """
        58 50 57 .. .. .. .. .. ..
        .. 51 56 55 .. .. .. .. ..
        .. 52 54 53 .. .. 43 38 ..
        .. 63 64 65 42 39 41 47 48
        .. .. 62 66 67 40 44 46 49
        .. 61 18 60 16 36 45 35 37
        .. .. 17 15 30 31 32 33 34
        .. 71 72 14 19 .. .. .. ..
        70 73 12 13 26 25 .. .. ..
        75 74 10 11 24 27 .. .. ..
        .. 76 .. .. 20 22 .. .. ..
        .. 77 .. .. 21 .. 23 .. ..
        85 86 .. .. .. .. .. .. ..
        82 84 80 .. .. .. .. .. ..
        83 81 92 93 .. .. .. .. ..
        .. .. 91 90 94 .. .. .. ..
        .. .. .. .. 95 96 .. .. ..
        """
}
