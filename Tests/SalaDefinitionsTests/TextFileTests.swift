import SalaDefinitions
import Testing

@Suite("Files of texts")
struct TextFileTests {
    @Test("nested maps become dotted keys")
    func nesting() throws {
        let yaml = "call:\n  left: อีก {{days}} วัน\n  door:\n    file: ยื่นเรื่อง\n"
        #expect(
            try readTexts(yaml: yaml, file: "th.yaml") == [
                "call.left": "อีก {{days}} วัน", "call.door.file": "ยื่นเรื่อง",
            ])
    }

    @Test("a file without texts has none")
    func empty() throws {
        #expect(try readTexts(yaml: "", file: "th.yaml") == [:])
    }

    @Test(
        "what is not a text is refused with file and line",
        arguments: [
            ("a:\n  b:\n", 2), ("a:\n  b: c\n  d:\n    - e\n", 4), ("a: b\na: c\n", 1),
            ("a: b\n c: d\n", 2),
            ("a:\n  b c: d\n", 2),
        ])
    func faults(yaml: String, line: Int) throws {
        let fault = #expect(throws: TextFileFault.self) { try readTexts(yaml: yaml, file: "th.yaml") }
        #expect(fault?.file == "th.yaml")
        #expect(fault?.line == line)
    }
}
