import SalaEngine

/// A template's text before it is parsed.
struct TemplateSource: Sendable {
    /// The path under `Templates` without its extension.
    var name: String
    var text: String

    var file: String { "Templates/\(name).mustache" }
    var tags: [TemplateTag] { TemplateTag.scan(text) }
    /// The keys of the texts it shows.
    var textKeys: [String] { tags.compactMap(\.textKey) }
}

extension TemplateSource {
    /// The template with its texts in place and without the indentation of its lines.
    func filling(_ texts: Texts, _ language: Language) throws -> TemplateSource {
        var filled = ""
        var position = text.startIndex
        for tag in tags {
            guard let key = tag.textKey else { continue }
            guard let words = texts.find(key, language) else {
                throw fault(tag.line, "the text `\(key)` is in no file of Templates/texts")
            }
            filled += text[position..<tag.range.lowerBound]
            filled += Self.escape(words)
            position = tag.range.upperBound
        }
        filled += text[position...]
        return TemplateSource(name: name, text: Self.removeIndentation(filled))
    }

    /// Throws for what mustache would show as nothing at all, or unescaped without leave.
    func refuseFaults(names: Set<String>, unescaped: Set<String>) throws {
        for tag in tags {
            if let transform = tag.transform, transform != (tag.kind == .variable ? "lang" : "empty") {
                throw fault(
                    tag.line,
                    "`\(transform)` is no transform here; there are `empty` for sections and `lang` for tags")
            }
            switch tag.kind {
            case .partial, .parent:
                guard !names.contains(tag.name) else { continue }
                throw fault(tag.line, "there is no template `\(tag.name)`")
            case .unescaped:
                guard !unescaped.contains(tag.name) else { continue }
                throw fault(tag.line, "`\(tag.name)` may not be shown unescaped; write {{\(tag.name)}}")
            case .delimiter, .pragma:
                throw fault(tag.line, "delimiters and pragmas are not used here")
            case .variable, .section, .inverted, .close, .block, .comment:
                continue
            }
        }
    }

    func parse() throws -> [TemplateNode] {
        do {
            return try TemplateParser.parse(text)
        } catch let failure as TemplateParser.Failure {
            throw fault(failure.line, failure.message)
        }
    }

    private func fault(_ line: Int, _ message: String) -> TemplateFault {
        TemplateFault(file: file, line: line, message: message)
    }

    /// Escapes all but the tags, and keeps the text in one line so that faults name the template's own lines.
    private static func escape(_ words: String) -> String {
        let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
        var escaped = ""
        var position = line.startIndex
        for tag in TemplateTag.scan(line) {
            escaped += line[position..<tag.range.lowerBound].escapedForHTML + line[tag.range]
            position = tag.range.upperBound
        }
        return escaped + line[position...].escapedForHTML
    }

    /// Mustache repeats a partial's indentation on every line, which would change what stands in a textarea.
    private static func removeIndentation(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " || $0 == "\t" } }
            .joined(separator: "\n")
    }
}

extension TemplateTag {
    fileprivate var textKey: String? {
        guard kind == .variable, name.hasPrefix("t.") else { return nil }
        return String(name.dropFirst(2))
    }
}
