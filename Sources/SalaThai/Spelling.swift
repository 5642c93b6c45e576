public import Foundation

/// Which written forms search takes for the same word: common spellings, offices' abbreviations, everyday
/// names of places, and the marks that stand before them. `Data/search-words.json` holds them, each with its
/// source.
public struct Spelling: Sendable {
    /// What a written form is to its standard word.
    enum Use: String, Decodable {
        /// Another spelling, wherever it stands.
        case spelling
        /// Letters that stand for a name, with or without dots.
        case abbreviation
        /// What people call a place too. What was written keeps its name, for an everyday name may begin
        /// another word (เมืองคอน in เทศบาลเมืองคอนสาร): it is what is asked that is asked by each name.
        case name
        /// A mark before the name of a province, a district or a subdistrict.
        case province, district, subdistrict
    }

    struct Entry: Decodable {
        var standard: String
        var written: [String]
        var use: Use
        var source: String
    }

    /// What a place is, by the mark before its name.
    public enum Place: Sendable {
        case province, district, subdistrict
    }

    /// Differs whenever the table does: what was indexed by another one must be indexed anew.
    public let fingerprint: String
    let marks: [PlaceMark]
    private let variants: [Unicode.Scalar: [SpellingVariant]]
    private let abbreviations: [String: String]
    private let places: [[String]]

    /// No table: search knows only what Unicode and Thai writing themselves make alike.
    public init() {
        self.init([], fingerprint: "none")
    }

    /// Reads `search-words.json` of the folder; throws Foundation's errors when it is absent or malformed.
    public init(folder: URL) throws {
        let contents = try Data(contentsOf: folder.appendingPathComponent("search-words.json"))
        self.init(
            try JSONDecoder().decode([Entry].self, from: contents),
            fingerprint: Spelling.fingerprint(of: contents))
    }

    private init(_ entries: [Entry], fingerprint: String) {
        self.fingerprint = fingerprint
        marks = entries.flatMap(PlaceMark.marks).sorted { $0.written.count > $1.written.count }
        let variants = entries.flatMap(SpellingVariant.variants)
        self.variants = Dictionary(grouping: variants) { $0.written[0] }
            .mapValues { $0.sorted { $0.written.count > $1.written.count } }
        let short = entries.filter { $0.use == .abbreviation }.compactMap { entry in
            entry.written.first.map { (entry.standard, $0) }
        }
        abbreviations = Dictionary(short) { first, _ in first }
        places = entries.filter { $0.use == .name }.map { [$0.standard] + $0.written }
    }

    /// The names of the place that is called so, that name first; the name alone when the table has no other.
    public func names(of name: String) -> [String] {
        [name] + places.filter { $0.contains(name) }.joined().filter { $0 != name }
    }

    /// How a name is shortened, without dots; nil when the table does not say.
    public func abbreviation(of name: String) -> String? {
        abbreviations[name]
    }

    /// The text with standard words, the longest match first.
    func standard(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard !variants.isEmpty else { return text }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if let variant = variants[text[index]]?.first(where: { $0.matches(text, at: index) }) {
                result += variant.standard
                index += variant.written.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    /// FNV-1a of 64 bits (draft-eastlake-fnv), in hexadecimal.
    private static func fingerprint(of contents: Data) -> String {
        let hash = contents.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
