import Testing

@Suite("Words")
struct WordTests {
    private static let forced = ["try" + "!", " as" + "!", "fatal" + "Error(", "Dispatch" + "Semaphore"]

    static func bannedCode(_ source: SwiftSource) -> [Violation] {
        source.code.enumerated().compactMap { index, line in
            let found = forced.first { line.contains($0) }
            return found.map { source.violation(index, "\($0) is not ours to write") }
        }
    }

    static func bannedComments(_ source: SwiftSource) -> [Violation] {
        source.comments.enumerated().compactMap { index, comment in
            let found = ["TODO", "FIXME", "MARK:"].first { comment.contains($0) }
            return found.map { source.violation(index, "\($0) stands in a comment") }
        }
    }

    @Test("nothing is forced, nothing is left to do later")
    func banned() {
        expectNone(Repository.swift.flatMap(WordTests.bannedCode))
        expectNone(Repository.swift.flatMap(WordTests.bannedComments))
    }

    /// What is said of one kind of programme, and not of all.
    private static let ofOneProgramme = ["contest", "winner"]

    static func programmeWords(_ source: SwiftSource, _ names: [String]) -> [Violation] {
        source.lines.enumerated().compactMap { index, line in
            let words = line.lowercased()
            let found = (names + ofOneProgramme).first { words.contains($0) }
            return found.map { source.violation(index, "`\($0)` is the word of one programme") }
        }
    }

    @Test("of one programme stand nowhere under Sources: not its name, no handle of its calls")
    func programmes() {
        #expect(!Repository.programmes.isEmpty && !Repository.handles.isEmpty)
        let names = Repository.programmes + Repository.handles
        expectNone(Repository.sources.flatMap { WordTests.programmeWords($0, names) })
        let text = "let a = 1\n/// Such as `lamps-2564`.\nstruct WinnerView {}\nlet b = \"contests\""
        let source = SwiftSource(path: "Sources/A/A.swift", text: text)
        #expect(WordTests.programmeWords(source, ["lamps-2564"]).map(\.line) == [2, 3, 4])
    }

    @Test("what is public says in a sentence what it promises")
    func documentation() {
        expectNone(Repository.sources.flatMap(WordTests.undocumented))
    }

    /// Types and functions without a `///` before them. What a value holds is said by its name, and what
    /// Swift's own protocols ask for by theirs.
    static func undocumented(_ source: SwiftSource) -> [Violation] {
        source.code.enumerated().compactMap { index, line in
            guard let declaration = Declaration(line), declaration.isPublic, asks(declaration) else {
                return nil
            }
            var above = index - 1
            while above >= 0, starts(source.lines[above], with: "@") { above -= 1 }
            if above >= 0, starts(source.lines[above], with: "///") { return nil }
            return source.violation(
                index, "`\(declaration.keyword) \(declaration.name)` has no sentence before it")
        }
    }

    private static func asks(_ declaration: Declaration) -> Bool {
        switch declaration.keyword {
        case "init", "deinit": false
        case "typealias": !declaration.name.hasSuffix("ID")
        case "func": !witnesses.contains(declaration.name)
        default: true
        }
    }

    private static let witnesses = [
        "==", "<", "+", "-", "*", "hash", "encode", "index", "run", "next", "makeIterator", "appendLiteral",
    ]

    private static func starts(_ line: String, with prefix: String) -> Bool {
        line.drop { $0 == " " }.hasPrefix(prefix)
    }

    @Test("are found in code and in comments, and not in texts")
    func samples() {
        let text = """
            let a = try! b() // TODO: c
            let d = "try! TODO"
            let e = f as! G
            /* FIXME */
            let fatalErrors = 1
            fatalError("h")
            """
        let source = SwiftSource(path: "Sources/A/A.swift", text: text)
        #expect(WordTests.bannedCode(source).map(\.line) == [1, 3, 6])
        #expect(WordTests.bannedComments(source).map(\.line) == [1, 4])
    }

    @Test("are asked of what is public")
    func publicSamples() {
        let text = """
            /// Says it.
            @discardableResult
            public func a() {}
            public static func b() {}
            public func encode(to encoder: any Encoder) {}
            public struct C {
                public var d = 1
                public init(d: Int) {}
            }
            func e() {}
            """
        let source = SwiftSource(path: "Sources/A/A.swift", text: text)
        #expect(WordTests.undocumented(source).map(\.line) == [4, 6])
    }
}
