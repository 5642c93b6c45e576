import SalaEngine

/// Reads `letters/NAME.LANGUAGE.txt`: a first line `Subject: ...`, an empty line, the body.
struct LetterReader {
    static let folderName = "letters"

    let folder: FolderReading
    /// Nil when `programme.yaml` could not be read.
    let languages: [Language]?

    /// The file of a letter in one language.
    static func file(_ name: String, _ language: Language) -> String {
        "\(folderName)/\(name).\(language.rawValue).txt"
    }

    /// The names of all letters of the folder, sorted.
    var names: [String] {
        Set(folder.files.files.keys.filter { $0.hasPrefix("letters/") }.compactMap(name)).sorted()
    }

    func read() -> [LetterDefinition] {
        names.map { name in
            var letter = LetterDefinition(name: name, subject: [:], body: [:])
            if !Names.isKebab(name) {
                let file = folder.files.files.keys.filter { $0.hasPrefix("letters/\(name).") }.min() ?? name
                folder.faults.add(
                    Place(file: file, line: nil), "`\(name)` cannot be the name of a letter",
                    "use lower-case letters, digits and hyphens, such as `receipt.th.txt`")
            }
            for language in languages ?? [] {
                read(LetterReader.file(name, language), language, into: &letter)
            }
            return letter
        }
    }

    private func name(_ file: String) -> String? {
        let parts = file.dropFirst("letters/".count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2] == "txt", Language(rawValue: String(parts[1])) != nil else {
            return nil
        }
        return String(parts[0])
    }

    private func read(_ file: String, _ language: Language, into letter: inout LetterDefinition) {
        func fault(_ line: Int?, _ what: Sentence, _ mend: Sentence) {
            folder.faults.add(Place(file: file, line: line), what, mend)
        }
        guard let text = folder.text(file)?.replacing("\r\n", with: "\n") else {
            fault(nil, "the letter `\(letter.name)` is missing in this language", "write the file")
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let prefix = "Subject:"
        guard let first = lines.first, first.hasPrefix(prefix) else {
            fault(1, "the first line gives no subject", "begin the file with `Subject: ` and the subject")
            return
        }
        let subject = first.dropFirst(prefix.count).trimmingSpaces()
        if subject.isEmpty { fault(1, "the subject is empty", "write the subject after `Subject: `") }
        guard lines.count > 1, lines[1].trimmingSpaces().isEmpty else {
            fault(2, "no empty line parts the subject from the body", "leave the second line empty")
            return
        }
        let body = lines.dropFirst(2).joined(separator: "\n")
        if body.trimmingSpaces().isEmpty {
            fault(3, "the letter has no body", "write it from the third line on")
        }
        letter.subject[language] = subject
        letter.body[language] = body
    }
}
