import Mustache
public import SalaEngine
import SalaThai

/// A letter's texts, read and found sound: what it renders is plain text, in which nothing is escaped.
public struct LetterTemplate: Sendable {
    public let name: String
    private let texts: [Language: Text]

    private struct Text {
        let subject: MustacheTemplate
        let body: MustacheTemplate
        let tags: [(part: LetterFault.Part, tag: LetterTag)]
    }

    /// Throws the first text that is missing or cannot be read.
    public init(_ definition: LetterDefinition) throws(LetterFault) {
        name = definition.name
        var texts: [Language: Text] = [:]
        for language in Language.allCases {
            let (subject, body) = (definition.subject[language], definition.body[language])
            if subject == nil && body == nil { continue }
            let top = try Self.compile(subject, of: definition.name, .subject, language)
            let rest = try Self.compile(body, of: definition.name, .body, language)
            texts[language] = Text(
                subject: top.template, body: rest.template,
                tags: top.tags.map { (.subject, $0) } + rest.tags.map { (.body, $0) })
        }
        guard !texts.isEmpty else {
            throw LetterFault(
                letter: definition.name, language: Language.allCases[0], part: .subject, line: 1,
                problem: .missing)
        }
        self.texts = texts
    }

    /// The languages that it is written in, in the order of `Language`.
    public var languages: [Language] { Language.allCases.filter { texts[$0] != nil } }

    /// The names of all fields that its texts use, in any language.
    public var tags: Set<String> {
        Set(texts.values.flatMap { $0.tags.map(\.tag.name) })
    }

    /// One fault for each use of a field that is not among those known.
    public func faults(knowing fields: Set<String>) -> [LetterFault] {
        languages.flatMap { language in
            (texts[language]?.tags ?? []).filter { !fields.contains($0.tag.name) }.map { part, tag in
                LetterFault(
                    letter: name, language: language, part: part, line: tag.line,
                    problem: .unknownField(tag.name, known: fields.sorted()))
            }
        }
    }

    /// The letter in that language, or in its first one where that is not written. A field that is absent
    /// or empty renders as nothing and closes its sections.
    public func render(_ fields: [String: String], in language: Language) -> Letter {
        let spoken = texts[language] == nil ? languages[0] : language
        guard let text = texts[spoken] else { preconditionFailure("a template has at least one language") }
        let filled = Self.nested(fields.filter { !$0.value.isEmpty })
        return Letter(
            language: spoken, subject: text.subject.render(filled).nestingQuotations(),
            body: text.body.render(filled).nestingQuotations())
    }

    /// The fields as mustache walks them: `input.ground` is `ground` in `input`, which hides a field `input`.
    private static func nested(_ fields: [String: String]) -> [String: Any] {
        Dictionary(grouping: fields) { String($0.key.prefix { $0 != "." }) }.mapValues { group in
            var inner: [String: String] = [:]
            for (name, value) in group {
                if let dot = name.firstIndex(of: ".") {
                    inner[String(name[name.index(after: dot)...])] = value
                }
            }
            return inner.isEmpty ? group[0].value : nested(inner)
        }
    }

    private static func compile(
        _ text: String?, of letter: String, _ part: LetterFault.Part, _ language: Language
    ) throws(LetterFault) -> (template: MustacheTemplate, tags: [LetterTag]) {
        func fault(_ line: Int, _ problem: LetterFault.Problem) -> LetterFault {
            LetterFault(letter: letter, language: language, part: part, line: line, problem: problem)
        }
        guard let text, !text.allSatisfy(\.isWhitespace) else { throw fault(1, .missing) }
        let tags = LetterTag.tags(in: text)
        if let tag = tags.first(where: { !$0.isReadable }) {
            throw fault(tag.line, .unreadableTag("{{\(tag.name)}}"))
        }
        let fields = tags.filter { $0.kind != .sectionEnd && $0.name != "." }
        do {
            // The pragma has a line of its own, so that it does not change how the text's first line is
            // read.
            return (try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text), fields)
        } catch let error as MustacheTemplate.ParserError {
            throw fault(max(1, error.context.lineNumber - 1), .unbalancedSection)
        } catch {
            throw fault(1, .unbalancedSection)
        }
    }
}

extension LetterTag {
    /// Whether a letter has such a tag: a field such as `number` or, for what an action asked,
    /// `input.ground`; `{{.}}` in a section of a filled field.
    fileprivate var isReadable: Bool {
        guard kind != .foreign else { return false }
        if name == "." { return kind == .value && !sections.isEmpty }
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { LetterTag.nameCharacters.contains($0) }
        }
    }

    private static let nameCharacters = Set<Character>(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}
