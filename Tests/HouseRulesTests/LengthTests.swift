import Testing

@Suite("Lengths")
struct LengthTests {
    private static let lines = 300
    private static let columns = 110
    private static let functionLines = 50

    static func longFile(_ source: SwiftSource) -> [Violation] {
        // A line break at the end does not begin another line.
        let count = source.lines.last == "" ? source.lines.count - 1 : source.lines.count
        guard count > lines else { return [] }
        return [source.violation(lines, "the file has \(count) lines, more than \(lines)")]
    }

    static func longLines(_ source: SwiftSource) -> [Violation] {
        source.lines.enumerated().compactMap { index, line in
            guard line.count > columns else { return nil }
            return source.violation(index, "the line has \(line.count) columns, more than \(columns)")
        }
    }

    /// Functions by the lines between their braces.
    static func longFunctions(_ source: SwiftSource) -> [Violation] {
        var violations: [Violation] = []
        for (index, line) in source.code.enumerated() where Declaration(line)?.isType == false {
            guard let count = linesOfBody(source.code[index...]), count > functionLines else { continue }
            violations.append(
                source.violation(index, "the function has \(count) lines, more than \(functionLines)"))
        }
        return violations
    }

    private static func linesOfBody(_ code: ArraySlice<String>) -> Int? {
        var depth = 0
        var brackets = 0
        var start: Int?
        for (index, line) in zip(code.indices, code) {
            for character in line.utf8 {
                switch character {
                case UInt8(ascii: "("): brackets += 1
                case UInt8(ascii: ")"): brackets -= 1
                case UInt8(ascii: "{") where brackets == 0 || start != nil:
                    if start == nil { start = index }
                    depth += 1
                case UInt8(ascii: "}") where start != nil:
                    depth -= 1
                    if depth == 0, let start { return max(0, index - start - 1) }
                case UInt8(ascii: "}") where brackets == 0:
                    // A requirement of a protocol has no body.
                    return nil
                default: break
                }
            }
        }
        return nil
    }

    @Test("no Swift file is longer than 300 lines")
    func files() {
        expectNone(Repository.swift.flatMap(LengthTests.longFile))
    }

    @Test("no line is wider than 110 columns")
    func lines() {
        expectNone(Repository.swift.flatMap(LengthTests.longLines))
    }

    @Test("no function is longer than 50 lines")
    func functions() {
        expectNone(Repository.swift.flatMap(LengthTests.longFunctions))
    }

    @Test("are counted as people see them")
    func counts() {
        let long = SwiftSource(path: "Sources/A/A.swift", text: String(repeating: "a\n", count: 301))
        #expect(LengthTests.longFile(long).count == 1)
        let full = SwiftSource(path: "Sources/A/A.swift", text: String(repeating: "a\n", count: 300))
        #expect(LengthTests.longFile(full) == [])
        let thai = SwiftSource(path: "Sources/A/A.swift", text: String(repeating: "กี่", count: 110))
        #expect(LengthTests.longLines(thai) == [])
        let wide = SwiftSource(path: "Sources/A/A.swift", text: "\n" + String(repeating: "a", count: 111))
        #expect(LengthTests.longLines(wide).map(\.line) == [2])
    }

    @Test("end a function at its own brace, not at one in a text, a closure or a default")
    func bodies() {
        let body = String(repeating: "    a { b } // }\n    \"}\\(c(\"}\"))\"\n", count: 25)
        let head = "func f(\n    x: () -> Void = { }\n) {\n"
        let fits = SwiftSource(path: "Sources/A/A.swift", text: head + body + "}\nlet y = 1\n")
        #expect(LengthTests.longFunctions(fits) == [])
        let long = SwiftSource(path: "Sources/A/A.swift", text: "\n" + head + body + "z\n}\n")
        #expect(LengthTests.longFunctions(long).map(\.line) == [2])
        let none = "protocol P {\n    func f()\n}\n" + String(repeating: "a\n", count: 60)
        #expect(LengthTests.longFunctions(SwiftSource(path: "Sources/A/A.swift", text: none)) == [])
    }
}
