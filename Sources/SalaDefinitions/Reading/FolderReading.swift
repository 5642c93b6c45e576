import SalaEngine
import Yams

/// One reading of a folder: its files, the faults found so far, and where each named thing was defined.
final class FolderReading {
    let files: ProgrammeFiles
    /// What can be read is also checked; else it has passed the checks of its day.
    let isChecking: Bool
    let faults = FaultList()
    private var places: [String: Place] = [:]
    /// The files that something asked for; the others are faults.
    private(set) var used: Set<String> = []

    init(_ files: ProgrammeFiles, isChecking: Bool = true) {
        self.files = files
        self.isChecking = isChecking
    }

    func note(_ kind: String, _ name: String, at place: Place) {
        places["\(kind) \(name)"] = place
    }

    /// Where the thing was defined.
    func place(_ kind: String, _ name: String, else file: String) -> Place {
        places["\(kind) \(name)"] ?? Place(file: file, line: nil)
    }

    /// Whether a fault was found in a file whose path does not begin so.
    func hasFaults(outside prefix: String) -> Bool {
        faults.all.contains { !$0.file.hasPrefix(prefix) }
    }

    func has(_ file: String) -> Bool { files.files[file] != nil }

    func text(_ file: String) -> String? {
        used.insert(file)
        return files.files[file]
    }

    /// The root of a YAML file; nil with a fault when it is missing or broken.
    func yaml(_ file: String, purpose: Sentence) -> Entry? {
        guard let text = text(file) else {
            faults.add(Place(file: file, line: nil), "the file is missing", "write it: \(purpose)")
            return nil
        }
        return Yaml.read(text, file: file, faults: faults)
    }

    /// The name when it is among the known, or when they could not be read; else nil and a fault.
    @discardableResult
    func demand(_ entry: Entry, _ kind: Sentence, among known: [String]?) -> String? {
        guard let word = entry.text() else { return nil }
        guard let known, !known.contains(word) else { return word }
        entry.fault("there is no \(kind) `\(word)`", Spelling.mend(word, among: known))
        return nil
    }

    /// Refuses a name that does not fit into addresses and tables.
    func demandKebab(_ field: Field, _ kind: Sentence) {
        guard !Names.isKebab(field.name) else { return }
        faults.add(
            field.place, "`\(field.name)` cannot be the name of a \(kind)",
            "use lower-case letters, digits and hyphens, a letter first, such as `first-round`")
    }
}
