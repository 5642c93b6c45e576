import SalaEngine

/// Refuses texts that are missing in a language and texts that nobody reads.
struct TextsChecker {
    let folder: FolderReading
    let keys: TextKeys
    let written: [WrittenTexts]

    /// While other files have faults, a text may belong to what could not be read there, and only the missing
    /// are told.
    func check() {
        let everywhere = Set(written.flatMap(\.texts.keys))
        for texts in written {
            let here = Set(texts.texts.keys)
            // An optional text that one language has, each must have: its readers would get the other one.
            let wanted = keys.required.union(keys.optional.intersection(everywhere))
            let missing = wanted.subtracting(here).sorted()
            let known = keys.required.union(keys.optional)
            for key in here.subtracting(known).sorted() where !folder.hasFaults(outside: "texts/") {
                let near = Spelling.nearest(key, among: missing.isEmpty ? known.sorted() : missing)
                let mend: Sentence = near.map { "write `\($0)`, or remove it" } ?? "remove it"
                folder.faults.add(texts.place(key), "nobody reads the text `\(key)`", mend)
            }
            for key in missing {
                folder.faults.add(
                    texts.place(key), "the text `\(key)` is missing",
                    "write it in the language `\(texts.language.rawValue)`")
            }
        }
    }
}
