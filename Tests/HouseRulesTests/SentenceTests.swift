import Foundation
import Testing

@Suite("What commands say")
struct SentenceTests {
    private static let catalogue = "Templates/commands/th.yaml"

    /// Where sentences for who runs Sala or writes programmes are made.
    private static let rooms = [
        "Sources/SalaDefinitions/", "Sources/SalaEngine/Forms/Form+Linting",
        "Sources/SalaEngine/Forms/Expressions/",
        "Sources/SalaStore/Organisations/CSV+", "Sources/SalaStore/Organisations/ImportFault",
        "Sources/SalaStore/Programmes/UnreadableVersion", "Sources/SalaStore/DatabaseFault",
        "Sources/SalaStore/Fault", "Sources/sala/",
    ]

    /// Tables and drawings for spreadsheets and pages, files that are made up, measuring, and the log.
    private static let others = [
        "Sources/SalaDefinitions/Showing/", "Sources/SalaDefinitions/TextFileFault", "Sources/sala/Bench/",
        "Sources/sala/Simulation/SampleFile", "Sources/sala/Judging/AssignmentReport",
        "Sources/sala/Judging/CalibrationReport", "Sources/sala/Judging/TallyReport",
    ]

    /// What help, notes of places, the log and failed preconditions say is no sentence of a command.
    private static let otherCalls = [
        "help:", "abstract:", "discussion:", "note(", "place(", "preconditionFailure(", "logger.warning(",
        "logger.info(", "logger.error(", "logger.notice(", "refused(",
    ]

    /// Words of the definitions themselves.
    private static let words: Set = [
        "organisation kind", "earliest filing", "select_one LIST", "select_multiple LIST",
    ]

    /// Literals of several words, where sentences are made.
    static func sentences(_ source: SwiftSource) -> [SwiftLiteral] {
        source.literals.filter { literal in
            let before = literal.before.trimmingCharacters(in: .whitespaces)
            let words = literal.parts.map { part in
                if case .words(let bytes) = part { String(decoding: bytes, as: UTF8.self) } else { "" }
            }.joined().trimmingCharacters(in: .whitespaces)
            return words.contains(" ") && words.contains { $0.isLowercase }
                && !otherCalls.contains { before.hasSuffix($0) } && !Self.words.contains(words)
        }
    }

    private var sources: [SwiftSource] {
        Repository.sources.filter { source in
            Self.rooms.contains { source.path.hasPrefix($0) }
                && !Self.others.contains { source.path.hasPrefix($0) }
        }
    }

    /// One line for each sentence, written as JSON is, which YAML reads too.
    private func catalogue() throws -> [(line: Int, english: String, thai: String)] {
        let lines = Repository.text(Self.catalogue).split(separator: "\n", omittingEmptySubsequences: false)
        return try lines.enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            let pair = try JSONDecoder().decode([String: String].self, from: Data("{\(line)}".utf8))
            return pair.first.map { (index + 1, $0.key, $0.value) }
        }
    }

    @Test("is said in Thai too, each sentence of it")
    func complete() throws {
        let known = Set(try catalogue().map(\.english))
        let found = sources.flatMap { source in Self.sentences(source).map { (source, $0) } }
        #expect(found.count > 300)
        expectNone(
            found.filter { !known.contains($0.1.pattern) }.map { source, literal in
                Violation(
                    file: source.path, line: literal.line,
                    what: "“\(literal.pattern)” is not in \(Self.catalogue)")
            })
    }

    @Test("has no sentence in Thai that no command says, none twice, and every value in it")
    func current() throws {
        let said = Set(sources.flatMap(\.literals).map(\.pattern))
        var seen: Set<String> = []
        for (line, english, thai) in try catalogue() {
            let place = "\(Self.catalogue):\(line): \(english)"
            #expect(said.contains(english), "\(place)")
            #expect(seen.insert(english).inserted, "\(place)")
            for number in 1...9 {
                #expect(thai.contains("{\(number)}") == english.contains("{\(number)}"), "\(place)")
            }
        }
        #expect(seen.count > 300)
    }

    @Test("is read from literals, joined ones and those inside values among them")
    func samples() {
        let text = #"""
            say("one \(a ? "two three" : "four five") six" + b)
            say(
                "seven "
                    + "eight \(c ?? "") nine")
            @Option(help: "Ten eleven.")
            let twelve = "thirteen"
            folder.note("list of \(file)", name)
            """#
        let source = SwiftSource(path: "Sources/sala/A.swift", text: text)
        #expect(
            Self.sentences(source).map(\.pattern) == [
                "one {1} six", "two three", "four five", "seven eight {1} nine",
            ])
        #expect(Self.sentences(source).map(\.line) == [1, 1, 1, 3])
    }
}
