import Foundation
import Testing

@Suite("Folders")
struct FolderTests {
    @Test("every programme speaks both languages and has examples", arguments: Repository.programmes)
    func programmes(name: String) {
        for file in ["programme.yaml", "form.yaml", "workflow.yaml", "texts/th.yaml", "texts/en.yaml"] {
            #expect(Repository.exists("Programmes/\(name)/\(file)"), "Programmes/\(name)/\(file) is missing")
        }
        let examples = Repository.files(under: "Programmes/\(name)/examples").filter { $0.hasSuffix(".yaml") }
        #expect(!examples.isEmpty, "Programmes/\(name)/examples has no journey")
    }

    @Test("no template puts a text into a page unescaped")
    func templates() {
        let templates = Repository.files(under: "Templates").filter { $0.hasSuffix(".mustache") }
        #expect(!templates.isEmpty)
        for path in templates {
            let lines = Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.contains("{{{") || line.contains("{{&") {
                expectNone([Violation(file: path, line: index + 1, what: "the tag does not escape its text")])
            }
        }
    }

    @Test(
        "the house says how it is built, run and extended",
        arguments: [
            "README.md", "Docs/ARCHITECTURE.md", "Docs/add-a-programme.md", "Docs/operating.md",
            "Data/README.md",
        ])
    func documents(path: String) {
        #expect(Repository.text(path).count > 500, "\(path) is missing, or says too little")
    }

    @Test("every link of a document leads to something that is there and is not empty")
    func links() {
        let documents =
            ["README.md", "README.th.md", "CONTRIBUTING.md", "Data/README.md"]
            + Repository.files(under: "Docs").filter { $0.hasSuffix(".md") }
        for path in documents {
            let folder = path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
            for link in Repository.text(path).matches(of: #/\]\(([^)#:\s]+)[)#]/#).map(\.1) {
                let target = Repository.root.appending(path: folder + link).standardizedFileURL
                let size = try? target.resourceValues(forKeys: [.fileSizeKey, .isDirectoryKey])
                #expect(
                    size.map { $0.isDirectory == true || ($0.fileSize ?? 0) > 0 } == true,
                    "\(path) leads to \(link), where nothing is")
            }
        }
    }

    @Test("every room has tests")
    func tests() {
        for room in Repository.folders(in: "Sources") where room.hasPrefix("Sala") {
            let tests = Repository.files(under: "Tests/\(room)Tests").filter { $0.hasSuffix("Tests.swift") }
            #expect(!tests.isEmpty, "Tests/\(room)Tests has no tests")
        }
    }
}
