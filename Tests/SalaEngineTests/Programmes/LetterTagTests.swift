import SalaEngine
import Testing

@Suite("The tags of a letter")
struct LetterTagTests {
    private func words(_ text: String) -> [String] {
        LetterTag.tags(in: text).map {
            "\($0.line) \($0.kind) \($0.name) \($0.sections.joined(separator: ">"))"
        }
    }

    @Test("are read in order, with their lines and the sections that they stand in")
    func order() {
        #expect(
            words("{{ a }} {{#b}}\n{{.}}{{#c}}{{d.e}}{{/c}}\n{{/b}}{{f}}") == [
                "1 value a ", "1 sectionStart b ", "2 value . b", "2 sectionStart c b", "2 value d.e b>c",
                "2 sectionEnd c b", "3 sectionEnd b ", "3 value f ",
            ])
    }

    @Test("know that an inverse section has no field of its own")
    func inverse() {
        #expect(
            words("{{^a}}{{.}}{{/a}}{{.}}") == [
                "1 sectionStart a ", "1 value . ", "1 sectionEnd a ", "1 value . ",
            ])
    }

    @Test(
        "are foreign when letters do not have them, or when they do not end on their line",
        arguments: [
            "{{{a}}}", "{{&a}}", "{{! a}}", "{{> a}}", "{{=<% %>=}}", "{{<a}}", "{{$a}}", "{{% a}}", "{{}}",
            "{{a",
            "{{a\n}}",
        ])
    func foreign(text: String) {
        #expect(LetterTag.tags(in: "x\n" + text).map(\.kind) == [.foreign])
        #expect(LetterTag.tags(in: "x\n" + text).map(\.line) == [2])
    }
}
