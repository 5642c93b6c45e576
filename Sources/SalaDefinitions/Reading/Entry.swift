import SalaEngine
import Yams

/// One value of a YAML file and where it stands; reading it as what it is not gives nil and a fault.
struct Entry {
    let node: Node
    let place: Place
    /// How a fault names it, such as `stages.draft`.
    let path: String
    let faults: FaultList

    func fault(_ what: Sentence, _ mend: Sentence) {
        faults.add(place, what, mend)
    }

    /// Nothing was written after the colon.
    var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
            return false
        }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// There are `name: value` lines.
    var isMap: Bool {
        if case .mapping = node { true } else { false }
    }

    /// The scalar as it was written; no fault when it is something else.
    var scalar: String? {
        guard case .scalar(let scalar) = node, !isNull else { return nil }
        return scalar.string
    }

    func text() -> String? {
        if let scalar, !scalar.isEmpty { return scalar }
        fault("`\(path)` is no text", "write a word or a sentence after `\(lastName):`")
        return nil
    }

    func integer(_ range: ClosedRange<Int>) -> Int? {
        if let scalar, let number = Int(scalar), range.contains(number) { return number }
        fault(
            "`\(path)` is no whole number from \(range.lowerBound) to \(range.upperBound)",
            "write such a number in digits")
        return nil
    }

    func flag() -> Bool? {
        switch scalar {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            fault("`\(path)` is neither true nor false", "write `true` or `false`")
            return nil
        }
    }

    /// The items of a list.
    func items() -> [Entry]? {
        guard case .sequence(let sequence) = node else {
            fault("`\(path)` is no list", "write each item on a line of its own after `- `, or all in [ ]")
            return nil
        }
        return sequence.enumerated().map { child($1, "\(path)[\($0 + 1)]") }
    }

    /// One word, or a list of words.
    func words() -> [Entry] {
        if scalar != nil { return [self] }
        return (items() ?? []).filter { $0.text() != nil }
    }

    /// One of the words of an enumeration.
    func choice<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let word = text() else { return nil }
        if let found = Word(rawValue: word) { return found }
        fault("`\(path)` cannot be `\(word)`", Spelling.mend(word, among: Word.allCases.map(\.rawValue)))
        return nil
    }

    func child(_ node: Node, _ path: String) -> Entry {
        Entry(
            node: node, place: Place(file: place.file, line: node.mark?.line ?? place.line), path: path,
            faults: faults)
    }

    var lastName: String { path.split(separator: ".").last.map(String.init) ?? path }
}
