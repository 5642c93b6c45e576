/// A string literal of a Swift file.
struct SwiftLiteral: Sendable {
    enum Part: Equatable, Sendable {
        case words([UInt8])
        case value
    }

    /// From 1.
    let line: Int
    /// The code before it.
    let before: String
    var parts: [Part] = []

    /// The words with `{1}`, `{2}` ... where values stand.
    var pattern: String {
        var (pattern, count) = ("", 0)
        for part in parts {
            switch part {
            case .words(let bytes): pattern += String(decoding: bytes, as: UTF8.self)
            case .value:
                count += 1
                pattern += "{\(count)}"
            }
        }
        return pattern.replacing("\\\"", with: "\"").replacing("\\n", with: "\n")
    }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        if case .words(let words) = parts.last {
            parts[parts.count - 1] = .words(words + bytes)
        } else {
            parts.append(.words(Array(bytes)))
        }
    }
}
