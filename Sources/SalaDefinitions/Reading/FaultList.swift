import SalaEngine

/// Where something stands in a folder.
struct Place: Equatable {
    var file: String
    var line: Int?
}

/// The faults found while one folder is read; shared by all its readers so that none stops at the first.
final class FaultList {
    private(set) var all: [DefinitionFault] = []

    func add(_ place: Place, _ what: Sentence, _ mend: Sentence) {
        add(DefinitionFault(file: place.file, line: place.line, what: what, mend: mend))
    }

    func add(_ fault: DefinitionFault) {
        if !all.contains(fault) { all.append(fault) }
    }

    /// By file and line, as an author mends them.
    var sorted: [DefinitionFault] {
        all.map { ($0, $0.words.description) }
            .sorted { ($0.0.file, $0.0.line ?? 0, $0.1) < ($1.0.file, $1.0.line ?? 0, $1.1) }
            .map(\.0)
    }
}
