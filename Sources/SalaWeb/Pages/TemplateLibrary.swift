public import Foundation
import SalaDefinitions
public import SalaEngine
import SalaThai

/// Every template of `Templates` in every language, found without fault before the first page is shown.
public struct TemplateLibrary: Sendable {
    /// The words of the pages, for what Swift has to say itself.
    public let texts: Texts
    /// The keys that no template uses.
    public let unusedTexts: Set<String>
    let trees: [Language: [String: [TemplateNode]]]

    /// Templates that may show a tag without escaping it, with those tags.
    private static let unescapedTags: [String: Set<String>] = [:]
    /// Letters have a loader and rules of their own.
    private static let otherRooms = ["letters/"]

    /// Reads the folder `Templates`; throws `TemplateFault` or `TextFileFault` with file and line.
    public init(directory: URL) throws {
        var sources: [TemplateSource] = []
        let paths =
            FileManager.default.enumerator(atPath: directory.path)?.compactMap { $0 as? String } ?? []
        for path in paths.sorted() where path.hasSuffix(".mustache") {
            guard !Self.otherRooms.contains(where: path.hasPrefix) else { continue }
            let text = try String(contentsOf: directory.appending(path: path), encoding: .utf8)
            sources.append(TemplateSource(name: String(path.dropLast(".mustache".count)), text: text))
        }
        var texts: [Language: [String: String]] = [:]
        for language in Language.allCases {
            let files = paths.sorted().filter {
                $0.hasPrefix("texts/\(language.rawValue)") && $0.hasSuffix(".yaml")
            }
            texts[language] = try Self.readAll(files, in: directory)
        }
        try self.init(sources: sources, texts: Texts(texts), unescapedTags: Self.unescapedTags)
    }

    init(sources: [TemplateSource], texts: Texts, unescapedTags: [String: Set<String>] = [:]) throws {
        try Self.compareKeys(texts)
        let names = Set(sources.map(\.name))
        var trees: [Language: [String: [TemplateNode]]] = [:]
        for language in Language.allCases {
            for source in sources {
                let template = try source.filling(texts, language)
                try template.refuseFaults(names: names, unescaped: unescapedTags[source.name] ?? [])
                trees[language, default: [:]][template.name] = try template.parse()
            }
        }
        self.texts = texts
        self.trees = trees
        unusedTexts = texts.names(.thai).subtracting(sources.flatMap(\.textKeys))
    }

    /// The page as HTML; throws `TemplateFault` when its template is not there.
    public func render(_ page: any Page, language: Language) throws -> String {
        let name = type(of: page).template
        guard let trees = trees[language], let template = trees[name] else {
            throw TemplateFault(file: "Templates/\(name).mustache", line: 1, message: "no such template")
        }
        return TemplateRenderer.render(template, page, with: trees, in: language)
    }

    /// The text of a key with its tags filled in, as plain text; an unknown key is shown as it is. Where a
    /// language tells one from many, the value `count` chooses between the forms `KEY.one` and `KEY.other`.
    public func say(_ key: String, _ language: Language, _ values: [String: String] = [:]) -> String {
        let form = values["count"].map { "\(key).\($0 == "1" ? "one" : "other")" }
        let text = form.flatMap { texts.find($0, language) } ?? texts[key, language]
        let filled = values.reduce(text) { text, value in
            text.replacing("{{\(value.key)}}", with: value.value)
        }
        return filled.nestingQuotations()
    }

    /// The texts of several files together; throws when two of them have the same key.
    private static func readAll(_ paths: [String], in directory: URL) throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in paths {
            let yaml = try String(contentsOf: directory.appending(path: path), encoding: .utf8)
            let more = try readTexts(yaml: yaml, file: "Templates/\(path)")
            for (key, text) in more {
                guard texts.updateValue(text, forKey: key) == nil else {
                    throw TemplateFault(
                        file: "Templates/\(path)", line: 1, message: "another file has the text `\(key)` too")
                }
            }
        }
        return texts
    }

    private static func compareKeys(_ texts: Texts) throws {
        let all = Language.allCases.reduce(into: Set<String>()) { $0.formUnion(texts.names($1)) }
        for language in Language.allCases {
            let missing = all.subtracting(texts.names(language)).sorted()
            guard missing.isEmpty else {
                throw TemplateFault(
                    file: "Templates/texts/\(language.rawValue).yaml", line: 1,
                    message:
                        "texts that another language has are missing: \(missing.joined(separator: ", "))")
            }
        }
    }
}

extension Texts {
    /// The keys as they are asked for: one for the two forms of a text that counts.
    fileprivate func names(_ language: Language) -> Set<String> {
        let keys = keys(language)
        let counting = Set(
            keys.filter { $0.hasSuffix(".one") }.map { String($0.dropLast(".one".count)) }
                .filter { keys.contains("\($0).other") })
        return keys.subtracting(counting.flatMap { ["\($0).one", "\($0).other"] }).union(counting)
    }
}
