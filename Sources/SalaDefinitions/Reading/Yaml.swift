import SalaEngine
import Yams

/// Reads YAML text into entries, with everything refused that a definition does not need.
enum Yaml {
    /// How deep maps and lists may stand in each other.
    private static let maximumDepth = 12

    /// The root of the text; nil and a fault when it is empty or no YAML.
    static func read(_ text: String, file: String, faults: FaultList) -> Entry? {
        guard text.utf8.count <= ProgrammeFiles.maximumBytes else {
            faults.add(ProgrammeFiles.tooLarge(file))
            return nil
        }
        if let line = lineOfAlias(text) {
            faults.add(
                Place(file: file, line: line), "the file uses YAML's anchors and aliases (`&name`, `*name`)",
                "write the value out in each place; put a text that begins with & or * in quotes")
            return nil
        }
        guard let node = compose(text, file, faults) else { return nil }
        guard depth(node, within: maximumDepth) else {
            faults.add(
                Place(file: file, line: nil), "maps and lists stand in each other too deep",
                "keep to \(maximumDepth) levels")
            return nil
        }
        return Entry(
            node: node, place: Place(file: file, line: node.mark?.line ?? 1), path: "", faults: faults)
    }

    private static func compose(_ text: String, _ file: String, _ faults: FaultList) -> Node? {
        func refuse(_ line: Int?, _ what: Sentence, _ mend: Sentence) {
            faults.add(Place(file: file, line: line), what, mend)
        }
        let mend: Sentence =
            "look at the spaces at the beginning of the line, and put texts with : # { } in quotes"
        do {
            if let node = try Yams.compose(yaml: text) { return node }
            refuse(nil, "the file is empty", "write it, or remove it")
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                refuse(mark.line, "this is no YAML (\(problem))", mend)
            case .duplicatedKeysInMapping(let keys, let context):
                let names = keys.map { "`\($0)`" }.joined(separator: ", ")
                refuse(context.mark.line, "\(names) stands twice in one map", "keep one of the two")
            default:
                refuse(nil, "this is no YAML", mend)
            }
        } catch {
            refuse(nil, "this is no YAML", mend)
        }
        return nil
    }

    /// The first line with an anchor whose alias also stands in the text. A name must stand behind both, so
    /// that a text with `R&D` is left in peace; an alias without its anchor is refused by YAML itself.
    private static func lineOfAlias(_ text: String) -> Int? {
        var anchors: [Substring: Int] = [:]
        var aliases: Set<Substring> = []
        var line = 1
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "&"):
                let name = name(after: index, in: text)
                anchors[name] = anchors[name] ?? line
            case UInt8(ascii: "*"): aliases.insert(name(after: index, in: text))
            default: break
            }
        }
        anchors[""] = nil
        return anchors.filter { aliases.contains($0.key) }.values.min()
    }

    private static func name(after sign: String.Index, in text: String) -> Substring {
        let rest = text.utf8[text.utf8.index(after: sign)...]
        return Substring(rest.prefix { $0 > 32 && !"[]{},".utf8.contains($0) })
    }

    private static func depth(_ node: Node, within limit: Int) -> Bool {
        switch node {
        case .scalar: true
        case .alias: false
        case .sequence(let items): limit > 0 && items.allSatisfy { depth($0, within: limit - 1) }
        case .mapping(let pairs):
            limit > 0
                && pairs.allSatisfy { depth($0.key, within: limit - 1) && depth($0.value, within: limit - 1) }
        }
    }
}
