import Testing

@Suite("The walls between the rooms")
struct ImportTests {
    /// What each room may import: our rooms first, then what comes from outside.
    private static let allowed: [String: [String]] = [
        "SalaThai": ["CThai"],
        "SalaAnalysis": [],
        "SalaEngine": ["SalaThai"],
        "SalaDefinitions": ["SalaEngine", "SalaThai", "Yams"],
        "SalaDatabase": ["GRDB"],
        "SalaStore": [
            "SalaEngine", "SalaAnalysis", "SalaThai", "SalaDatabase",
            "Crypto", "CSodium", "CMagic", "Logging",
        ],
        "SalaLetters": ["SalaEngine", "SalaThai", "CCurl", "Mustache"],
        "SalaExchange": ["SalaEngine", "SalaStore", "SalaThai", "CXLSXWriter", "CZip"],
        "SalaWeb": [
            "SalaEngine", "SalaStore", "SalaThai", "SalaDefinitions", "SalaExchange",
            "Hummingbird", "HTTPTypes", "NIOCore", "Logging",
        ],
        "sala": [
            "SalaThai", "SalaAnalysis", "SalaEngine", "SalaDefinitions", "SalaDatabase", "SalaStore",
            "SalaLetters",
            "SalaExchange", "SalaWeb", "ArgumentParser", "ServiceLifecycle", "Hummingbird", "Logging",
        ],
    ]

    /// Parts of Swift that every room may use.
    private static let swift = ["Foundation", "Synchronization", "Dispatch"]

    static func violations(in source: SwiftSource) -> [Violation] {
        source.code.enumerated().compactMap { index, line in
            guard let module = module(importedBy: line) else { return nil }
            guard let allowed = allowed[source.target] else {
                return source.violation(index, "the room \(source.target) is not in the table of imports")
            }
            guard !(allowed + swift).contains(module) else { return nil }
            return source.violation(index, "\(source.target) may not import \(module)")
        }
    }

    /// `public import struct Foundation.URL` imports Foundation.
    private static func module(importedBy line: String) -> String? {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
            words[..<place].allSatisfy({ isBeforeImport($0) })
        else { return nil }
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let rest = words[(place + 1)...].drop { kinds.contains(String($0)) }
        return rest.first?.split(separator: ".").first.map(String.init)
    }

    private static func isBeforeImport(_ word: Substring) -> Bool {
        ["public", "package", "internal", "fileprivate", "private"].contains(word) || word.hasPrefix("@")
    }

    @Test("stand: no room imports what the table does not give it")
    func walls() {
        #expect(Repository.sources.count > 100)
        expectNone(Repository.sources.flatMap(ImportTests.violations))
    }

    @Test("have no door that nobody uses: the table gives no library that its room does not import")
    func doors() {
        let used = Repository.sources.reduce(into: [String: Set<String>]()) { used, source in
            used[source.target, default: []].formUnion(source.code.compactMap(ImportTests.module))
        }
        for (room, modules) in Self.allowed {
            let unused = modules.filter { !$0.hasPrefix("Sala") && used[room]?.contains($0) != true }
            #expect(unused == [], "\(room)")
        }
    }

    @Test(
        "are seen through no disguise",
        arguments: [
            "import GRDB", "public import SalaStore", "  @preconcurrency import SalaWeb",
            "internal import struct SalaStore.Store",
        ])
    func disguises(line: String) {
        let source = SwiftSource(path: "Sources/SalaEngine/A.swift", text: "import SalaThai\n\(line)\n")
        #expect(ImportTests.violations(in: source).map(\.line) == [2])
    }

    @Test(
        "are not broken by words about imports",
        arguments: ["// import GRDB", "let a = \"\"\"\nimport GRDB\n\"\"\""])
    func words(text: String) {
        let source = SwiftSource(path: "Sources/SalaEngine/A.swift", text: text)
        #expect(ImportTests.violations(in: source) == [])
    }
}
