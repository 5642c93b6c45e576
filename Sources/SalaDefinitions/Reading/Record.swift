import SalaEngine
import Yams

/// A name in a map with the value it stands for.
struct Field {
    let name: String
    /// Where the name stands.
    let place: Place
    let value: Entry
}

/// A map whose keys are known beforehand.
struct Record {
    let entry: Entry
    private let fields: [String: Field]

    init(_ entry: Entry, _ fields: [Field]) {
        self.entry = entry
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The value under the key; nil when it is absent or empty.
    subscript(_ key: String) -> Entry? {
        fields[key].flatMap { $0.value.isNull ? nil : $0.value }
    }

    func flag(_ key: String) -> Bool { self[key]?.flag() ?? false }
}

extension Entry {
    /// The names of a map in the order of the file, whatever they are.
    func fields() -> [Field]? {
        if isNull { return [] }
        guard case .mapping(let mapping) = node else {
            fault("`\(path)` is no map", "write `name: value` lines under `\(lastName):`")
            return nil
        }
        return mapping.compactMap { key, value in
            guard case .scalar(let name) = key else {
                faults.add(
                    Place(file: place.file, line: key.mark?.line), "a key of `\(path)` is no word",
                    "write one word before the colon")
                return nil
            }
            let place = Place(file: place.file, line: key.mark?.line ?? place.line)
            let below = path.isEmpty ? name.string : "\(path).\(name.string)"
            return Field(name: name.string, place: place, value: child(value, below).standing(at: place))
        }
    }

    /// A map of known keys; an unknown key and a missing one are faults.
    func record(_ known: [String], required: [String] = []) -> Record? {
        guard let all = fields() else { return nil }
        for field in all where !known.contains(field.name) {
            faults.add(
                field.place, "unknown key `\(field.value.path)`", Spelling.mend(field.name, among: known))
        }
        let record = Record(self, all)
        for key in required where record[key] == nil {
            let whole = path.isEmpty ? key : "\(path).\(key)"
            fault("`\(whole)` is missing", "write `\(key):` and its value")
        }
        return record
    }

    /// The same value, placed where its key stands when it is not a scalar: a map begins on the next line.
    private func standing(at keyPlace: Place) -> Entry {
        if case .scalar(let scalar) = node, scalar.style != .literal, scalar.style != .folded { return self }
        return Entry(node: node, place: keyPlace, path: path, faults: faults)
    }
}
