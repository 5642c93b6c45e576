/// What each judge's knowledge of each entry is worth, as exact decimals; what was not said is zero.
public struct AffinityTable<Entry, Judge>: Sendable
where Entry: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable {
    /// The magnitude below which every affinity lies: sums of many thousand then stay exact.
    public static var limit: ExactDecimal { ExactDecimal(units: 1_000_000_000, places: 0) }

    public let entries: [Entry]
    public let judges: [Judge]
    private var units: [Int]
    private var places: [UInt8]
    private let entryIndex: [Entry: Int]
    private let judgeIndex: [Judge: Int]

    /// Every affinity zero; the entries differ, and so do the judges.
    public init(entries: [Entry], judges: [Judge]) {
        self.entries = entries
        self.judges = judges
        units = Array(repeating: 0, count: entries.count * judges.count)
        places = Array(repeating: 0, count: entries.count * judges.count)
        entryIndex = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1, $0) })
        judgeIndex = Dictionary(uniqueKeysWithValues: judges.enumerated().map { ($1, $0) })
    }

    /// By the places of the entry and of the judge in `entries` and `judges`.
    public subscript(entry: Int, judge: Int) -> ExactDecimal {
        get {
            let cell = entry * judges.count + judge
            return ExactDecimal(units: units[cell], places: Int(places[cell]))
        }
        set {
            let magnitude = max(newValue, ExactDecimal(units: -newValue.units, places: newValue.places))
            precondition(magnitude < AffinityTable.limit, "an affinity beyond a thousand million")
            let cell = entry * judges.count + judge
            units[cell] = newValue.units
            places[cell] = UInt8(newValue.places)
        }
    }

    /// Zero for an entry or a judge that the table does not name.
    public func affinity(of judge: Judge, for entry: Entry) -> ExactDecimal {
        guard let entry = entryIndex[entry], let judge = judgeIndex[judge] else {
            return ExactDecimal(units: 0, places: 0)
        }
        return self[entry, judge]
    }

    func place(of entry: Entry) -> Int? { entryIndex[entry] }

    func place(of judge: Judge) -> Int? { judgeIndex[judge] }

    /// How many digits after the point the affinities have.
    public var digits: Int { Int(places.max() ?? 0) }

    /// The most digits after the point, of those the affinities have, with which sums of that many of them
    /// stay below 2^57.
    func digits(summing count: Int) -> Int {
        var largest: Int128 = 1
        let most = digits
        for cell in units.indices {
            let scaled = Int128(units[cell].magnitude) * power(most - Int(places[cell]))
            largest = max(largest, scaled)
        }
        var digits = most
        while digits > 0, largest * Int128(count) >= Int128(1) << 57 {
            largest = largest / 10 + 1
            digits -= 1
        }
        return digits
    }

    /// One affinity as a whole number of units of that many digits after the point, halves away from zero
    /// where it has more.
    func scaled(_ entry: Int, _ judge: Int, digits: Int) -> Int64 {
        let cell = entry * judges.count + judge
        let own = Int(places[cell])
        if own <= digits { return Int64(units[cell]) * Int64(ExactDecimal.power(of: digits - own)) }
        let divisor = ExactDecimal.power(of: own - digits)
        let (quotient, rest) = units[cell].quotientAndRemainder(dividingBy: divisor)
        return Int64(rest.magnitude >= (divisor + 1) / 2 ? quotient + (rest < 0 ? -1 : 1) : quotient)
    }

    private func power(_ exponent: Int) -> Int128 { Int128(ExactDecimal.power(of: exponent)) }
}
