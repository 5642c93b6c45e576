import Testing

/// Who gets which answer at which address: one line for each, a column for each part in the order of `Part`.
struct AccessTable: Sendable {
    struct Line: Sendable {
        /// The route as it is registered, with the name of a value after `=` where it is not the usual one.
        let address: String
        let statuses: [Part: Status]

        /// The route as it is registered.
        var route: String { String(address.prefix { $0 != "?" }).replacing(/=[a-z-]+/, with: "") }
    }

    enum Status: Equatable, Sendable {
        case code(Int)
        /// The part has the right: what follows is for other tests.
        case mayDo
    }

    let lines: [Line]

    /// - Parameter text: empty lines and lines that begin with `#` are passed over; `-` is `mayDo`.
    init(_ text: String) throws {
        lines = try text.split(separator: "\n").compactMap { text in
            let words = text.split(separator: " ").map(String.init)
            guard let address = words.first, !address.hasPrefix("#") else { return nil }
            let codes = words.dropFirst().map { $0 == "-" ? Status.mayDo : Status.code(Int($0) ?? 0) }
            // One code alone is everybody's.
            let all = codes.count == 1 ? Part.allCases.map { _ in codes[0] } : codes
            try #require(all.count == Part.allCases.count, "\(address) has not a column for each part")
            return Line(
                address: address, statuses: Dictionary(uniqueKeysWithValues: zip(Part.allCases, all)))
        }
    }
}
