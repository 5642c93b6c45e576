import SalaEngine

/// Refuses a register that says one thing twice.
struct RegisterChecker {
    let folder: FolderReading
    let register: Register

    /// What a word of the list under that key is noted as.
    static func kind(_ key: String) -> String { "register's \(key)" }

    func check() {
        let facets = register.facets.map { facet in
            switch facet {
            case .province: "province"
            case .organisationKind: "organisation kind"
            case .question(let name): name
            }
        }
        for (key, words) in [("facets", facets), ("page", register.page), ("columns", register.columns)] {
            var seen: Set<String> = []
            for word in words where !seen.insert(word).inserted {
                folder.faults.add(
                    folder.place(RegisterChecker.kind(key), word, else: RegisterReader.file),
                    "`\(word)` stands twice under `\(key)`", "keep one of the two")
            }
        }
    }
}
