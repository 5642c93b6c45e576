import SalaEngine

/// Reads `register.yaml`: what of a submission is public.
struct RegisterReader {
    static let file = "register.yaml"

    let folder: FolderReading
    /// Nil when `form.yaml` could not be read.
    let form: Form?
    let privates: [String]

    /// The register, or nil when nothing is public.
    func read() -> Register? {
        guard folder.has(RegisterReader.file) else { return nil }
        let keys = ["title", "summary", "picture", "facets", "page", "columns"]
        guard let root = folder.yaml(RegisterReader.file, purpose: "what is public"),
            let record = root.record(keys, required: ["title", "summary", "page", "columns"])
        else { return nil }
        return Register(
            title: question(record["title"], only: [.text]) ?? "",
            summary: question(record["summary"], only: [.text]) ?? "",
            picture: question(record["picture"], only: [.image]),
            facets: words(record, "facets").compactMap(facet),
            page: words(record, "page").compactMap { question($0) },
            columns: words(record, "columns").compactMap { question($0) })
    }

    private func words(_ record: Record, _ key: String) -> [Entry] {
        let words = record[key]?.words() ?? []
        for word in words { word.text().map { folder.note(RegisterChecker.kind(key), $0, at: word.place) } }
        return words
    }

    private func question(_ entry: Entry?, only kinds: [Question.Kind]? = nil) -> String? {
        guard let entry else { return nil }
        let known = form?.questions.filter { $0.kind != .note }.map(\.name)
        guard let name = folder.demand(entry, "question", among: known) else { return nil }
        if privates.contains(name) {
            entry.fault(
                "the question `\(name)` is private", "take it out here, or out of `private` in programme.yaml"
            )
        }
        if let kinds, let kind = form?.question(name)?.kind, !kinds.contains(kind) {
            let wanted = kinds == [.image] ? "image" : "text"
            entry.fault("the question `\(name)` is not of the type \(wanted)", "name a question of that type")
        }
        return name
    }

    private func facet(_ entry: Entry) -> Register.Facet? {
        switch entry.text() {
        case nil: return nil
        case "province": return .province
        case "organisation kind": return .organisationKind
        default: break
        }
        let selects = form?.questions.filter { question in
            switch question.kind {
            case .selectOne, .selectMultiple: true
            default: false
            }
        }
        let known = selects.map { ["province", "organisation kind"] + $0.map(\.name) }
        guard let name = folder.demand(entry, "facet (a select question)", among: known) else { return nil }
        _ = question(entry)
        return .question(name)
    }
}
