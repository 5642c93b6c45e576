/// A Swift file, with its code and its comments told apart line by line.
struct SwiftSource: Sendable {
    /// The path inside the repository.
    let path: String
    let lines: [String]
    /// The lines without comments and without what stands in string literals.
    let code: [String]
    /// What the comments of each line say.
    let comments: [String]
    /// Its string literals of one line, those that `+` joins as one.
    let literals: [SwiftLiteral]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var reading = SwiftReading(Array(text.utf8))
        reading.readCode(until: nil)
        code = SwiftSource.split(reading.code)
        comments = SwiftSource.split(reading.comments)
        literals = reading.joinedLiterals
    }

    /// `Sources/SalaEngine/Forms/Form.swift` is of the target `SalaEngine`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : ""
    }

    var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

    func violation(_ index: Int, _ what: String) -> Violation {
        Violation(file: path, line: index + 1, what: what)
    }

    private static func split(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Walks through Swift text once. Both outputs keep every line break, so that lines stay in step.
private struct SwiftReading {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    var code: [UInt8] = []
    var comments: [UInt8] = []
    private var literals: [(literal: SwiftLiteral, bytes: Range<Int>)] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func sees(_ text: StaticString, at offset: Int = 0) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + offset + count <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[place + offset..<place + offset + count]) }
    }

    private mutating func pass(_ count: Int, asCode isCode: Bool = false, asComment isComment: Bool = false) {
        for byte in bytes[place..<min(place + count, bytes.count)] {
            let isBreak = byte == UInt8(ascii: "\n")
            if isCode || isBreak { code.append(byte) }
            if isComment || isBreak { comments.append(byte) }
            if isBreak { line += 1 }
        }
        place += count
    }

    /// Reads code up to the bracket that closes an interpolation, or to the end of the file.
    mutating func readCode(until closing: UInt8?) {
        var depth = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == closing, depth == 0 { return }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if sees("//") {
                while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { pass(1, asComment: true) }
            } else if sees("/*") {
                readBlockComment()
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#"), let hashes = hashesOfString() {
                readString(hashes)
            } else {
                pass(1, asCode: true)
            }
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                pass(2)
            } else if sees("*/") {
                depth -= 1
                pass(2)
            } else {
                pass(1, asComment: true)
            }
        } while depth > 0 && place < bytes.count
    }

    /// How many `#` stand before the quotation mark of a string that begins here, if one does.
    private func hashesOfString() -> Int? {
        let hashes = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
        return place + hashes < bytes.count && bytes[place + hashes] == UInt8(ascii: "\"") ? hashes : nil
    }

    private func hasHashes(_ count: Int, at offset: Int) -> Bool {
        place + offset + count <= bytes.count
            && bytes[place + offset..<place + offset + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    /// The literals by their place, each with those that a `+` puts behind it.
    var joinedLiterals: [SwiftLiteral] {
        var joined: [(literal: SwiftLiteral, bytes: Range<Int>)] = []
        for (literal, range) in literals.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
            let glue = bytes[..<range.lowerBound].reversed().prefix { " \n+".utf8.contains($0) }
            let end = range.lowerBound - glue.count
            if glue.contains(UInt8(ascii: "+")),
                let first = joined.lastIndex(where: { $0.bytes.upperBound == end })
            {
                joined[first].literal.parts += literal.parts
                joined[first].bytes = joined[first].bytes.lowerBound..<range.upperBound
            } else {
                joined.append((literal, range))
            }
        }
        return joined.map(\.literal)
    }

    /// The last line of code before what begins now.
    private var before: String {
        String(decoding: code.suffix(80), as: UTF8.self).split(separator: "\n").joined(separator: " ")
    }

    private mutating func readString(_ hashes: Int) {
        let start = place
        var literal = SwiftLiteral(line: line, before: before)
        pass(hashes)
        let isMultiline = sees("\"\"\"")
        let quotes = isMultiline ? 3 : 1
        pass(quotes)
        code.append(UInt8(ascii: "\""))
        while place < bytes.count {
            if sees("\\"), hasHashes(hashes, at: 1) {
                if sees("(", at: 1 + hashes) {
                    pass(2 + hashes)
                    readCode(until: UInt8(ascii: ")"))
                    pass(1)
                    literal.parts.append(.value)
                } else {
                    literal.append(bytes[place..<min(place + 2 + hashes, bytes.count)])
                    pass(hashes == 0 ? 2 : 1)
                }
            } else if isMultiline ? sees("\"\"\"") : sees("\""), hasHashes(hashes, at: quotes) {
                pass(quotes + hashes)
                break
            } else if !isMultiline, sees("\n") {
                break
            } else {
                literal.append(bytes[place...place])
                pass(1)
            }
        }
        code.append(UInt8(ascii: "\""))
        if !isMultiline { literals.append((literal, start..<place)) }
    }
}
