import Testing

@Suite("Names")
struct NameTests {
    private static let banned = ["Manager", "Helper", "Utils", "Core", "Common", "Base", "Service", "Data"]

    /// The types that a file declares, with the line's place and text.
    static func types(in source: SwiftSource) -> [(index: Int, name: String, line: String)] {
        source.code.enumerated().compactMap { index, line in
            guard let declaration = Declaration(line), declaration.isType else { return nil }
            let name = declaration.name.prefix { $0 != "<" }
            return (index, String(name), line)
        }
    }

    static func bannedSuffixes(_ source: SwiftSource) -> [Violation] {
        types(in: source).compactMap { index, name, line in
            guard let suffix = banned.first(where: { name.hasSuffix($0) }) else { return nil }
            // What ServiceLifecycle runs is a service by its name.
            if suffix == "Service", line.contains(/:.*\bService\b/) { return nil }
            return source.violation(index, "\(name) ends in \(suffix), which says nothing about what it is")
        }
    }

    static func fileName(_ source: SwiftSource) -> [Violation] {
        let parts = source.name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            let isGerund = parts[1].contains(/^[A-Z]?\w*ing(?:[A-Z]\w*)?$/)
            // Steps of the database's history, and addresses, are named by what they are about.
            guard !isGerund, !["Migrations", "Paths"].contains(parts[0]) else { return [] }
            return [source.violation(0, "the extension is not named Noun+Gerund")]
        }
        let names = types(in: source).map(\.name)
        guard !names.contains(source.name) else { return [] }
        return [source.violation(0, "no type is called \(source.name); there is \(names.first ?? "none")")]
    }

    @Test("no type ends in a word that says nothing")
    func suffixes() {
        expectNone(Repository.swift.flatMap(NameTests.bannedSuffixes))
    }

    @Test("a file is named like its main type, or Noun+Gerund where it extends one")
    func files() {
        let sources = Repository.swift.filter { !["Package", "main"].contains($0.name) }
        expectNone(sources.flatMap(NameTests.fileName))
    }

    @Test("are found wherever a type is declared")
    func samples() {
        let text = """
            public final class CallManager {}
            private enum FormHelper: String {}
            struct ClockService: Service {}
            @Observable struct MailService {}
            // struct NoData {}
            indirect enum Tree {}
            func Core() {}
            """
        let source = SwiftSource(path: "Sources/A/Tree.swift", text: text)
        #expect(NameTests.bannedSuffixes(source).map(\.line) == [1, 2, 4])
        #expect(NameTests.fileName(source) == [])
        func named(_ name: String) -> Int {
            NameTests.fileName(SwiftSource(path: "Sources/A/\(name).swift", text: text)).count
        }
        for good in ["Tree+Growing", "Tree+GrowingLeaves", "Migrations+Calls", "Paths+Calls"] {
            #expect(named(good) == 0)
        }
        for bad in ["Trees", "Tree+Growth", "Tree+Leaf+Growing"] { #expect(named(bad) == 1) }
    }
}
