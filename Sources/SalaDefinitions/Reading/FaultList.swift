/// Where something stands in a folder.
struct Place: Equatable {
    var file: String
    var line: Int?
}

/// The faults found while one folder is read; shared by all its readers so that none stops at the first.
final class FaultList {
    private(set) var all: [DefinitionFault] = []

    func add(_ place: Place, _ what: String, _ mend: String) {
        let fault = DefinitionFault(file: place.file, line: place.line, what: what, mend: mend)
        if !all.contains(fault) { all.append(fault) }
    }

    func add(_ fault: DefinitionFault) {
        add(Place(file: fault.file, line: fault.line), fault.what, fault.mend)
    }

    /// By file and line, as an author mends them.
    var sorted: [DefinitionFault] {
        all.sorted { ($0.file, $0.line ?? 0, $0.what) < ($1.file, $1.line ?? 0, $1.what) }
    }
}
