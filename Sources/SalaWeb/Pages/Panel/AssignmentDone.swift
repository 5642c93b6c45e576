import SalaThai

/// What an assignment has just done, as the address after it says.
struct AssignmentDone: Equatable, Sendable {
    var added: Int
    /// Reviews that still nobody is asked for.
    var missing: Int
    /// Nil for a list.
    var seed: UInt64?

    init(added: Int, missing: Int, seed: UInt64?) {
        self.added = added
        self.missing = missing
        self.seed = seed
    }

    /// Nil for an address that says nothing of the kind.
    init?(path: String) {
        let items = Dictionary(Paths.items(path).map { ($0.name, $0.value) }) { first, _ in first }
        guard let added = items["added"].flatMap({ Int($0) }),
            let missing = items["missing"].flatMap({ Int($0) })
        else { return nil }
        self.init(added: added, missing: missing, seed: items["seed"].flatMap { UInt64($0) })
    }

    func url(after path: String) -> String {
        let items = [("added", String(added)), ("missing", String(missing))]
        return Paths.adding(items + (seed.map { [("seed", String($0))] } ?? []), to: path)
    }

    func notice(_ site: Site, _ context: SalaContext) -> NoticeView {
        let values = [
            "count": Digits.grouped(added), "missing": Digits.grouped(missing),
            "seed": seed.map(String.init) ?? "",
        ]
        guard seed != nil else { return NoticeView(.success, site.say("panel.listed", context, values)) }
        return missing == 0
            ? NoticeView(.success, site.say("panel.assigned", context, values))
            : NoticeView(.warning, site.say("panel.assigned-in-part", context, values))
    }
}
