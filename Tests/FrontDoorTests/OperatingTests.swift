import ArgumentParser
import Foundation
import Testing

@testable import sala

@Suite("The page for operators")
struct OperatingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func document() throws -> String {
        try String(contentsOf: Self.root.appending(path: "Docs/operating.md"), encoding: .utf8)
    }

    private func options(_ help: String) -> Set<String> {
        Set(help.matches(of: /(?m)^  (?:-\w, )?(--[a-z-]+)/).map { String($0.output.1) })
    }

    @Test("names every option that serve takes, and no other")
    func options() throws {
        let taken = options(Sala.helpMessage(for: Serve.self))
        try #require(taken.count > 8)
        let table = try document().matches(of: /(?m)^\| `(--[a-z-]+)` \|/).map { String($0.output.1) }
        #expect(Set(table).symmetricDifference(taken).sorted() == [])
    }

    @Test("shows commands that there are, with options that they take")
    func commands() throws {
        let commands: [(String, any ParsableCommand.Type)] = [
            ("sala serve", Serve.self), ("sala import organisations", Import.Organisations.self),
            ("sala grant", Grant.self), ("sala letters list", Letters.List.self),
            ("sala letters retry", Letters.Retry.self), ("sala backup", Backup.self),
        ]
        let text = try document().replacing("\\\n", with: " ")
        for (name, command) in commands {
            let taken = options(Sala.helpMessage(for: command))
            let lines = text.split(separator: "\n").filter { $0.contains("\(name) ") && $0.contains("--") }
            for line in lines where !line.hasPrefix("|") {
                let used = line.components(separatedBy: name)[1].matches(of: /(--[a-z-]+)/)
                for option in used.map({ String($0.output.1) }) {
                    #expect(taken.contains(option), "\(name) \(option)")
                }
            }
        }
        #expect(text.contains("sala letters retry") && text.contains("sala grant "))
    }
}
