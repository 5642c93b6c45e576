/// A sentence for who runs Sala or writes a programme: in English where it is made, and in other languages by
/// a catalogue of its pattern, as gettext does (https://www.gnu.org/software/gettext/manual/).
///
/// What citizens and officers read on pages has keys of its own and is no such sentence.
public struct Sentence: Sendable {
    private enum Part: Sendable {
        case words(String)
        case value(String)
        /// A sentence inside the sentence, which has a pattern of its own.
        case sentence(Sentence)
    }

    private var parts: [Part] = []

    /// The words with `{1}`, `{2}` ... where values stand, such as "there is no stage `{1}`".
    public var pattern: String {
        var count = 0
        return parts.map { part in
            if case .words(let words) = part { return words }
            count += 1
            return "{\(count)}"
        }.joined()
    }

    /// What it says in the catalogue's language; in English where the catalogue lacks its pattern.
    ///
    /// - Parameter catalogue: for each English pattern that of the other language, where values may stand in
    ///   another order.
    public func said(in catalogue: [String: String]) -> String {
        let pattern = pattern
        var rest = (catalogue[pattern] ?? pattern)[...]
        let values = values(in: catalogue)
        var said = ""
        while let open = rest.firstIndex(of: "{") {
            said += rest[..<open]
            rest = rest[open...]
            if let close = rest.firstIndex(of: "}"), let number = Int(rest.dropFirst()[..<close]),
                values.indices.contains(number - 1)
            {
                said += values[number - 1]
                rest = rest[close...].dropFirst()
            } else {
                said.append(rest.removeFirst())
            }
        }
        return said + rest
    }

    private func values(in catalogue: [String: String]) -> [String] {
        parts.compactMap { part in
            switch part {
            case .words: nil
            case .value(let value): value
            case .sentence(let sentence): sentence.said(in: catalogue)
            }
        }
    }

    /// One sentence with the words of both, so that a long one can be written on several lines.
    public static func + (left: Sentence, right: Sentence) -> Sentence {
        var sum = left
        right.parts.forEach { sum.append($0) }
        return sum
    }

    /// Several sentences, one a line.
    public static func lines(_ sentences: some Sequence<Sentence>) -> Sentence {
        var lines = Sentence()
        for sentence in sentences {
            if !lines.parts.isEmpty { lines.append(.words("\n")) }
            lines.append(.sentence(sentence))
        }
        return lines
    }

    private mutating func append(_ part: Part) {
        if case .words(let more) = part, case .words(let words) = parts.last {
            parts[parts.count - 1] = .words(words + more)
        } else {
            parts.append(part)
        }
    }
}

extension Sentence: ExpressibleByStringInterpolation {
    /// The words and values of one literal.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var sentence = Sentence()

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ words: String) {
            if !words.isEmpty { sentence.append(.words(words)) }
        }

        /// A value, as it is in every language.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            sentence.append(.value(value.description))
        }

        /// A sentence, in the language that is spoken.
        public mutating func appendInterpolation(_ value: Sentence) {
            sentence.append(.sentence(value))
        }
    }

    public init(stringLiteral words: String) {
        if !words.isEmpty { append(.words(words)) }
    }

    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sentence
    }
}

/// What programs read is English, as its keys are.
extension Sentence: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Sentence: CustomStringConvertible {
    /// In English.
    public var description: String { said(in: [:]) }
}

extension Sentence: Hashable {
    public static func == (left: Sentence, right: Sentence) -> Bool { left.description == right.description }

    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

/// An error that says, in a sentence for who runs Sala, what happened and what to do.
public protocol SayingError: Error, CustomStringConvertible {
    var sentence: Sentence { get }
}

extension SayingError {
    /// In English.
    public var description: String { sentence.description }
}
