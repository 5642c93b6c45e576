import SalaAnalysis
import SalaEngine

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
    var notices: [Sentence] {
        let head: Sentence =
            "the scores fall into \(components.count) parts that no judge connects, and cannot be calibrated "
            + "against each other:"
        let named = components.prefix(5).map { part -> Sentence in
            "entries: \(part.entries.count) (\(part.entries.first ?? ""), …); "
                + "judges: \(part.judges.count) (\(part.judges.first ?? ""), …)"
        }
        return [head] + named + (components.count > 5 ? ["and \(components.count - 5) more"] : [])
    }
}
