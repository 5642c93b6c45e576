import SalaEngine
import SalaStore

/// A list of entries or of judges, one a line, with a text beside each where the file has that column.
struct NameSheet {
    let name: String
    private(set) var names: [String] = []
    /// By name; empty where the file has no column of texts.
    private(set) var texts: [String: String] = [:]
    private(set) var hasTexts = false

    /// - Parameters:
    ///   - column: what holds the names.
    ///   - text: what holds the texts.
    init(_ file: JudgingFile, column: String, text: String) throws {
        name = file.name
        var places: (name: Int, text: Int?)?
        var lines: [String: Int] = [:]
        var faults: [JudgingFault] = []
        try file.forEachRecord { names, line in
            let known = names.map { $0.lowercased() }
            guard let place = known.firstIndex(of: column) else {
                throw file.fault(line, "the first line has to name the column \(column)")
            }
            places = (place, known.firstIndex(of: text))
        } _: { record in
            guard let places else { return }
            let name = record.fields[places.name].trimmed.unquoted
            if name.isEmpty { faults.append(file.fault(record.line, "\(column) is empty")) }
            if let line = lines[name] {
                faults.append(file.fault(record.line, "\(name) stands on line \(line) already"))
            }
            lines[name] = record.line
            names.append(name)
            if let text = places.text { texts[name] = record.fields[text] }
        }
        hasTexts = places?.text != nil
        guard faults.isEmpty else { throw JudgingFaults(faults) }
    }
}
