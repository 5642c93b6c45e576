import SalaEngine
import SalaStore
import SalaThai

/// What an assignment has just done, as the address after it says.
struct AssignmentDone: Equatable, Sendable {
    var added: Int
    /// Reviews that still nobody is asked for.
    var missing: Int
    /// Pairs that were refused, by the refusal's code.
    var refused: [String: Int]
    /// Nil for a list.
    var seed: UInt64?
    /// When it was done.
    var time: Instant?
    /// How much each judge got, as the record of that moment has it; the address does not say it.
    var judges: [PersonID: Int] = [:]

    init(
        added: Int, missing: Int, refused: [String: Int] = [:], seed: UInt64?, at time: Instant? = nil
    ) {
        self.added = added
        self.missing = missing
        self.refused = refused
        self.seed = seed
        self.time = time
    }

    init(
        added: Int, missing: Int, refused: [String: Int], _ source: AssignmentSource, at time: Instant
    ) {
        let seed: UInt64? = if case .seed(let seed) = source { seed } else { nil }
        self.init(added: added, missing: missing, refused: refused, seed: seed, at: time)
    }

    /// Nil for an address that says nothing of the kind.
    init?(path: String) {
        let items = Dictionary(Paths.items(path).map { ($0.name, $0.value) }) { first, _ in first }
        guard let added = items["done-added"].flatMap({ Int($0) }),
            let missing = items["done-missing"].flatMap({ Int($0) })
        else { return nil }
        let refused = Paths.items(path).filter { $0.name == "done-refused" }.compactMap { item in
            let words = item.value.split(separator: ":")
            return words.count == 2 ? Int(words[1]).map { (String(words[0]), $0) } : nil
        }
        self.init(
            added: added, missing: missing, refused: Dictionary(refused) { $1 },
            seed: items["done-seed"].flatMap { UInt64($0) },
            at: items["done-at"].flatMap { Int64($0) }.map(Instant.init(microseconds:)))
    }

    func url(after path: String) -> String {
        let items =
            [("done-added", String(added)), ("done-missing", String(missing))]
            + refused.sorted { $0.key < $1.key }.map { ("done-refused", "\($0.key):\($0.value)") }
        let seed = seed.map { [("done-seed", String($0))] } ?? []
        let time = time.map { [("done-at", String($0.microseconds))] } ?? []
        return Paths.adding(items + seed + time, to: path)
    }

    func notice(_ site: Site, _ context: SalaContext) -> NoticeView {
        let values = [
            "count": Digits.grouped(added), "missing": Digits.grouped(missing),
            "seed": seed.map(String.init) ?? "",
        ]
        let key =
            seed == nil
            ? missing == 0 ? "listed" : "listed-in-part" : missing == 0 ? "assigned" : "assigned-in-part"
        let text = site.say("panel.\(key)", context, values)
        guard !refused.isEmpty else { return NoticeView(missing == 0 ? .success : .warning, text) }
        let reasons = refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
            "\(site.reason(notAssigned: code, context)) (\(Digits.grouped(count)))"
        }
        let total = Digits.grouped(refused.values.reduce(0, +))
        let more = site.say(
            "panel.refused-pairs", context, ["count": total, "reasons": reasons.joined(separator: ", ")])
        return NoticeView(.warning, "\(text) \(more)")
    }
}

extension Site {
    /// Why a judge was not asked, from the code of the refusal.
    func reason(notAssigned code: String, _ context: SalaContext) -> String {
        templates.texts.find("panel.refused.\(code)", context.visit.language)
            ?? say("panel.refused.other", context)
    }
}
