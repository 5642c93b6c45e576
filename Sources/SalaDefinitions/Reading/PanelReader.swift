import SalaEngine

/// Reads `panel.yaml`: the rounds of judging.
struct PanelReader {
    static let file = "panel.yaml"

    let folder: FolderReading
    /// Nil when `programme.yaml` could not be read.
    let header: Header?

    /// The rounds; nil with a fault when the file is broken, none when there is no file.
    func read() -> [Round]? {
        guard folder.has(PanelReader.file) else { return [] }
        guard let root = folder.yaml(PanelReader.file, purpose: "the rounds of judging"),
            let record = root.record(["rounds"], required: ["rounds"])
        else { return nil }
        return (record["rounds"]?.fields() ?? []).compactMap(round)
    }

    private func round(_ field: Field) -> Round? {
        folder.demandKebab(field, "round of judging")
        folder.note("round", field.name, at: field.place)
        let keys = [
            "judges", "reviews", "criteria", "comments", "tally", "ties", "select", "chair", "grey-zone",
            "conflicts", "blind",
        ]
        let required = ["judges", "reviews", "criteria", "tally", "select"]
        guard let record = field.value.record(keys, required: required) else { return nil }
        if let chair = record["chair"] { folder.note("chair", field.name, at: chair.place) }
        let criteria = self.criteria(record["criteria"], of: field.name)
        let comments = record["comments"]?.record(["committee", "filer"])
        return Round(
            name: field.name, judges: judges(record["judges"], of: field.name) ?? "",
            reviews: record["reviews"]?.integer(1...50) ?? 1, criteria: criteria,
            commentToCommittee: comments?["committee"]?.choice(Requirement.self) ?? .none,
            commentToFiler: comments?["filer"]?.choice(Requirement.self) ?? .none,
            tally: tally(record["tally"], reviews: record["reviews"]?.scalar.flatMap(Int.init)),
            ties: (record["ties"]?.words() ?? []).compactMap { tie($0, criteria.map(\.name)) },
            selection: selection(record["select"]), chair: chair(record["chair"]),
            grey: grey(record["grey-zone"]), conflicts: conflicts(record["conflicts"], of: field.name),
            blind: record["blind"].flatMap { blinding($0, of: field.name) })
    }

    private func conflicts(_ entry: Entry?, of round: String) -> ConflictRule {
        guard let record = entry?.record(["ask", "same-province"]) else { return ConflictRule() }
        if let entry = record["same-province"] {
            folder.note("conflicts of \(round)", "same-province", at: entry.place)
        }
        return ConflictRule(
            asks: record["ask"]?.flag() ?? true, sameProvince: record.flag("same-province"))
    }

    /// Whether the questions are asked is known with the form.
    private func blinding(_ entry: Entry, of round: String) -> Blinding? {
        folder.note("blind", round, at: entry.place)
        guard entry.isMap else {
            entry.fault(
                "`\(entry.path)` does not say what is hidden",
                "write `blind: { hides: [QUESTION, ...] }` with the questions whose answers say who entered, "
                    + "or leave `blind` out")
            return nil
        }
        guard let record = entry.record(["hides"], required: ["hides"]) else { return nil }
        let questions = record["hides"]?.words() ?? []
        for question in questions {
            folder.note("hides of \(round)", question.scalar ?? "", at: question.place)
        }
        return Blinding(hides: questions.compactMap(\.scalar))
    }

    private func judges(_ entry: Entry?, of round: String) -> String? {
        guard let entry else { return nil }
        folder.note("judges", round, at: entry.place)
        return folder.demand(entry, "role", among: header?.roles.map(\.name))
    }

    private func criteria(_ entry: Entry?, of round: String) -> [Criterion] {
        guard let entry else { return [] }
        let criteria = (entry.fields() ?? []).compactMap { field -> Criterion? in
            folder.demandKebab(field, "criterion")
            folder.note("criterion of \(round)", field.name, at: field.place)
            let keys = ["weight", "levels"]
            guard let record = field.value.record(keys, required: keys) else { return nil }
            return Criterion(
                name: field.name, weight: record["weight"]?.integer(1...100) ?? 0,
                levels: levels(record["levels"]))
        }
        let sum = criteria.map(\.weight).reduce(0, +)
        if sum != 100 {
            entry.fault(
                "the weights of the round `\(round)` sum to \(sum)",
                "change the weights so that they sum to 100")
        }
        return criteria
    }

    private func levels(_ entry: Entry?) -> [Int] {
        let levels = (entry?.items() ?? []).compactMap { $0.integer(0...100) }
        if let entry, levels.count < 2 || zip(levels, levels.dropFirst()).contains(where: { $0 >= $1 }) {
            entry.fault(
                "the levels do not rise", "write at least two numbers, each larger than the one before")
        }
        return levels
    }

    private func tie(_ entry: Entry, _ criteria: [String]) -> TieBreak? {
        guard let text = entry.text() else { return nil }
        if text == "earliest filing" { return .earliestFiling }
        let known = criteria.map { "criterion \($0)" } + ["earliest filing"]
        guard known.contains(text) else {
            entry.fault("a tie cannot be broken by `\(text)`", Spelling.mend(text, among: known))
            return nil
        }
        return .criterion(String(text.dropFirst("criterion ".count)))
    }

    /// The actions are looked for when the workflow is known.
    private func selection(_ entry: Entry?) -> Selection {
        let record = entry?.record(["count", "selected", "others"], required: ["count", "selected"])
        if let count = record?["count"], let header {
            folder.demand(count, "setting", among: header.settings.map(\.name))
        }
        for key in ["selected", "others"] {
            if let entry = record?[key] { folder.note("selection", entry.path, at: entry.place) }
        }
        return Selection(
            count: record?["count"]?.text() ?? "", selected: record?["selected"]?.text() ?? "",
            others: record?["others"]?.text())
    }
}
