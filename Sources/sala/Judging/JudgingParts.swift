import SalaAnalysis

/// Parts of entries and judges between which no score leads.
struct JudgingParts: Encodable {
    struct Part: Encodable {
        var entries: [String]
        var judges: [String]
    }

    var components: [Part]

    init(_ parts: [JudgingGraph<String, String>.Part]) {
        components = parts.map { Part(entries: $0.entries, judges: $0.judges) }
    }

    /// For standard error.
    var notice: String {
        let named = components.prefix(5).map { part in
            "\(part.entries.count.of("entry", "entries")) with \(part.judges.count.of("judge", "judges")) "
                + "(\(part.entries.first ?? "") by \(part.judges.first ?? ""), …)"
        }
        let rest = components.count > 5 ? " and \(components.count - 5) more" : ""
        return
            "the scores fall into \(components.count) parts that no judge connects, and cannot be calibrated "
            + "against each other: \(named.joined(separator: "; "))\(rest)"
    }
}
