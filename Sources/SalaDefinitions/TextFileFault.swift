import Yams

/// What is wrong in a file of texts, and in which line.
public struct TextFileFault: Error, Equatable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var message: String

    public var description: String { "\(file):\(line): \(message)" }
}

/// The texts of a YAML file by dotted key, nested maps flattened; throws `TextFileFault` for what is no text.
public func readTexts(yaml: String, file: String) throws -> [String: String] {
    var texts: [String: String] = [:]
    guard let root = try composeTexts(yaml, file: file) else { return texts }
    try flattenTexts(root, under: [], file: file, into: &texts)
    return texts
}

/// Sentences of another language by their English patterns: a YAML map of texts whose keys are texts too.
/// Throws `TextFileFault` for what is none.
public func readSentences(yaml: String, file: String) throws -> [String: String] {
    var sentences: [String: String] = [:]
    guard let root = try composeTexts(yaml, file: file) else { return sentences }
    guard let mapping = root.mapping else {
        throw TextFileFault(file: file, line: 1, message: "the file is no map of sentences")
    }
    for (key, value) in mapping {
        guard let pattern = key.string, let sentence = value.string, !sentence.isEmpty else {
            let line = key.mark?.line ?? 1
            throw TextFileFault(file: file, line: line, message: "each line is a sentence and what it means")
        }
        sentences[pattern] = sentence
    }
    return sentences
}

private func composeTexts(_ yaml: String, file: String) throws -> Node? {
    do {
        return try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            throw TextFileFault(file: file, line: mark.line, message: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.joined(separator: ", ")
            throw TextFileFault(
                file: file, line: context.mark.line, message: "the key stands twice: \(names)")
        default:
            throw TextFileFault(file: file, line: 1, message: "\(error)")
        }
    }
}

private func flattenTexts(
    _ node: Node, under path: [String], file: String, into texts: inout [String: String]
) throws {
    func fault(_ message: String) -> TextFileFault {
        TextFileFault(file: file, line: node.mark?.line ?? 1, message: message)
    }
    let key = path.joined(separator: ".")
    switch node {
    case .mapping(let mapping):
        for (name, value) in mapping {
            guard let word = name.string, !word.isEmpty, word.allSatisfy(isKeyCharacter) else {
                throw fault("a key is made of letters, digits and hyphens, under `\(key)`")
            }
            try flattenTexts(value, under: path + [word], file: file, into: &texts)
        }
    case .scalar(let scalar):
        guard !path.isEmpty, !scalar.string.isEmpty else { throw fault("`\(key)` has no text; write one") }
        texts[key] = scalar.string
    case .sequence, .alias:
        throw fault("`\(key)` must be a text or a map of texts")
    }
}

private func isKeyCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
}
