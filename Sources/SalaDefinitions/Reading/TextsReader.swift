import SalaEngine

/// The texts of one language as they were written, with the lines they stand in.
struct WrittenTexts {
    let file: String
    let language: Language
    private(set) var texts: [String: String] = [:]
    private var lines: [String: Int] = [:]

    init(file: String, language: Language) {
        self.file = file
        self.language = language
    }

    mutating func add(_ key: String, _ text: String?, line: Int?) {
        texts[key] = text
        lines[key] = line
    }

    /// Where the key stands, or would stand: the place of the nearest map above it.
    func place(_ key: String) -> Place {
        var parts = key.split(separator: ".")
        while !parts.isEmpty {
            if let line = lines[parts.joined(separator: ".")] { return Place(file: file, line: line) }
            parts.removeLast()
        }
        return Place(file: file, line: nil)
    }
}

/// Reads `texts/LANGUAGE.yaml`, nested maps into dotted keys.
struct TextsReader {
    let folder: FolderReading

    static func file(_ language: Language) -> String { "texts/\(language.rawValue).yaml" }

    /// Nil with a fault when the file is missing or broken.
    func read(_ language: Language) -> WrittenTexts? {
        let file = TextsReader.file(language)
        let purpose: Sentence = "every text that people read, in this language"
        guard let root = folder.yaml(file, purpose: purpose), let fields = root.fields() else { return nil }
        var written = WrittenTexts(file: file, language: language)
        flatten(fields, under: "", into: &written)
        return written
    }

    private func flatten(_ fields: [Field], under path: String, into written: inout WrittenTexts) {
        for field in fields {
            let key = path.isEmpty ? field.name : "\(path).\(field.name)"
            if field.value.scalar != nil {
                written.add(key, field.value.text(), line: field.place.line)
            } else if field.value.isNull {
                // It counts as written, so that it is one fault and not two.
                written.add(key, "", line: field.place.line)
                folder.faults.add(field.place, "the text `\(key)` is empty", "write it after the colon")
            } else {
                written.add(key, nil, line: field.place.line)
                flatten(field.value.fields() ?? [], under: key, into: &written)
            }
        }
    }
}
