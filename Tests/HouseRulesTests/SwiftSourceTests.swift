import Testing

@Suite("Reading Swift")
struct SwiftSourceTests {
    private func code(_ text: String) -> [String] {
        SwiftSource(path: "A.swift", text: text).code
    }

    @Test("tells code from comments and texts, and keeps the lines in step")
    func parts() {
        let source = SwiftSource(
            path: "Sources/A/B.swift", text: "a // b\n/* c\n/* d */ e */ f\ng \"h // i\" j")
        #expect(source.code == ["a ", "", " f", "g \"\" j"])
        #expect(source.comments == ["// b", " c", " d  e ", ""])
        #expect(source.target == "A")
        #expect(source.name == "B")
    }

    @Test("sees code inside a text's interpolation, and no further")
    func interpolation() {
        #expect(code(#"x("a\(b("c", d[")"]))e") + f"#) == [#"x("b("", d[""])") + f"#])
        #expect(code(#"y = "\\" + z"#) == [#"y = "" + z"#])
        #expect(code(##"r = #"a"b\(c)\#(d)"# + e"##) == [#"r = "d" + e"#])
    }

    @Test("reads texts of several lines")
    func multiline() {
        #expect(
            code("a = \"\"\"\n  b \"c\" }\n  \\(d {\n e })\n  \"\"\" + f\n") == [
                "a = \"", "", "d {", " e }", "\" + f", "",
            ])
    }
}
