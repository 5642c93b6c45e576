/// What somebody typed or chose for one question, as text in the canonical form of the question's type
/// (integer and decimal as XML Schema writes them, a date as ISO 8601, a choice as its name); what cannot be
/// read as the type stays as it was typed, so that nothing is lost, and is a mistake until it is mended.
public enum Answer: Hashable, Sendable {
    case text(String)
    /// The choices of select_multiple, or the attachments of a file question.
    case list([String])

    public var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .list(let list): list.isEmpty
        }
    }

    /// As XLSForm's expressions see it: a list is its items with a space between.
    public var string: String {
        switch self {
        case .text(let text): text
        case .list(let list): list.joined(separator: " ")
        }
    }

    public var items: [String] {
        switch self {
        case .text(let text): text.isEmpty ? [] : [text]
        case .list(let list): list
        }
    }
}

/// The answers of a form by the question's name; an unanswered question is absent.
public typealias Answers = [String: Answer]

extension Answer: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let list = try? container.decode([String].self) {
            self = .list(list)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        }
    }
}

extension Answers {
    /// Whether the answer to the file's question names the file.
    public func names(_ attachment: Attachment) -> Bool {
        self[attachment.question]?.items.contains(attachment.id.description) == true
    }
}
