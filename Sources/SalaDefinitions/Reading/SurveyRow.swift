import SalaEngine
import Yams

/// One row of a survey as it was written, its type understood.
struct SurveyRow {
    enum Kind: Equatable {
        case question(Question.Kind)
        case beginGroup
        case endGroup
    }

    static let columns = [
        "type", "name", "required", "relevant", "constraint", "calculation", "choice_filter", "default",
        "readonly",
        "appearance", "parameters",
    ]
    /// Columns of XLSForm that stand in the files of texts here.
    private static let texts = ["label", "hint", "constraint_message", "required_message", "guidance_hint"]
    private static let plainKinds: [String: Question.Kind] = [
        "text": .text, "integer": .integer, "decimal": .decimal, "date": .date, "file": .file,
        "image": .image,
        "note": .note, "calculate": .calculate,
    ]

    let kind: Kind
    let name: String
    let record: Record

    /// Nil and a fault when the row's type or name is not understood.
    init?(_ entry: Entry, texts prefix: String) {
        for field in entry.fields() ?? [] {
            let column = String(field.name.prefix { $0 != ":" })
            guard SurveyRow.texts.contains(column) else { continue }
            let part =
                column.hasPrefix("constraint") ? "constraint" : column.hasSuffix("hint") ? "hint" : "label"
            entry.faults.add(
                field.place, "the column `\(field.name)` is a text that people read",
                "write it as `\(prefix).NAME.\(part)` in the files of texts")
        }
        guard let record = entry.leaving(SurveyRow.texts).record(SurveyRow.columns, required: ["type"]),
            let type = record["type"], let kind = SurveyRow.kind(type)
        else { return nil }
        self.kind = kind
        self.record = record
        name = record["name"]?.scalar ?? ""
        if kind == .endGroup { return }
        guard !name.isEmpty else {
            entry.fault("the row has no name", "write `name:` and a word such as `contact_phone`")
            return nil
        }
        if !Names.isXLSForm(name) {
            (record["name"] ?? entry).fault(
                "`\(name)` cannot be the name of a question",
                "use letters, digits, `_` and `-`, a letter first, such as `contact_phone`")
        }
    }

    private static func kind(_ entry: Entry) -> Kind? {
        guard let text = entry.text() else { return nil }
        let words = text.split(separator: " ").map(String.init)
        switch words {
        case ["begin_group"], ["begin", "group"]: return .beginGroup
        case ["end_group"], ["end", "group"]: return .endGroup
        case ["select_one", words.last]: return .question(.selectOne(words[1]))
        case ["select_multiple", words.last]: return .question(.selectMultiple(words[1]))
        default: break
        }
        if words.count == 1, let kind = plainKinds[text] { return .question(kind) }
        if ["select_one", "select_multiple"].contains(words.first) {
            entry.fault(
                "`\(text)` does not name one list of choices",
                "write `\(words[0]) LIST`, such as `select_one yes_no`")
        } else {
            let known =
                plainKinds.keys.sorted() + [
                    "select_one LIST", "select_multiple LIST", "begin_group", "end_group",
                ]
            entry.fault("there is no type `\(text)`", Spelling.mend(text, among: known))
        }
        return nil
    }
}

extension Entry {
    /// The same map without some keys, which have been looked at already.
    fileprivate func leaving(_ keys: [String]) -> Entry {
        guard case .mapping(let mapping) = node else { return self }
        let pairs = mapping.filter {
            !keys.contains(String(($0.key.scalar?.string ?? "").prefix { $0 != ":" }))
        }
        let rest = Node.mapping(
            Node.Mapping(pairs.map { ($0.key, $0.value) }, mapping.tag, mapping.style, mapping.mark))
        return Entry(node: rest, place: place, path: path, faults: faults)
    }
}
