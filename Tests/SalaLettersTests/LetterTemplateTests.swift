import SalaEngine
import SalaLetters
import Testing

@Suite("A letter's template")
struct LetterTemplateTests {
    private func definition(_ subject: String, _ body: String) -> LetterDefinition {
        LetterDefinition(name: "receipt", subject: [.thai: subject], body: [.thai: body])
    }

    @Test("renders plain text, in which nothing is escaped")
    func plain() throws {
        let template = try LetterTemplate(
            definition(
                "รับเรื่อง {{title}}", "{{#office}}จาก {{office}} ถึง {{title}}{{/office}}\nก & ข"))
        let letter = template.render(["title": "<ถนน> & \"ไฟ\"", "office": "อบต. 'ก'"], in: .thai)
        #expect(letter.subject == "รับเรื่อง <ถนน> & \"ไฟ\"")
        #expect(letter.body == "จาก อบต. 'ก' ถึง <ถนน> & \"ไฟ\"\nก & ข")
    }

    @Test("opens a section only for a field that is filled, and its inverse only for one that is not")
    func sections() throws {
        let template = try LetterTemplate(
            definition(
                "ก", "{{#note}}มี {{note}}{{/note}}{{^note}}ไม่มี{{/note}}\nจบ"))
        #expect(template.render(["note": "หมายเหตุ"], in: .thai).body == "มี หมายเหตุ\nจบ")
        #expect(template.render(["note": ""], in: .thai).body == "ไม่มี\nจบ")
        #expect(template.render([:], in: .thai).body == "ไม่มี\nจบ")
    }

    @Test("reads a field with a dot in its name, and in a section the section's own field as a dot")
    func dotted() throws {
        let template = try LetterTemplate(
            definition(
                "{{input.ground}} {{number}}",
                "{{#comments}}\nความเห็น\n{{.}}\n{{/comments}}\n"
                    + "{{#input.remark}}{{.}} ของ {{person}}{{/input.remark}}"
            ))
        #expect(template.tags == ["input.ground", "number", "comments", "input.remark", "person"])
        let letter = template.render(
            [
                "input.ground": "ซ้ำ", "number": "7", "comments": "– ดี\n– ชัด", "input.remark": "หมายเหตุ",
                "person": "ก", "input": "-",
            ], in: .thai)
        #expect(letter.subject == "ซ้ำ 7")
        #expect(letter.body == "ความเห็น\n– ดี\n– ชัด\nหมายเหตุ ของ ก")
        #expect(template.render(["number": "7"], in: .thai).subject == "7")
    }

    @Test("never reads a field's value as a template")
    func braces() throws {
        let template = try LetterTemplate(definition("{{title}}", "{{title}}"))
        let letter = template.render(["title": "{{secret}}", "secret": "ลับ"], in: .thai)
        #expect(letter.subject == "{{secret}}")
        #expect(letter.body == "{{secret}}")
    }

    @Test("keeps the subject on one line whatever was typed, and the body free of control characters")
    func oneLine() throws {
        let template = try LetterTemplate(definition("เรื่อง {{title}}", "ก\r\n{{title}}"))
        let letter = template.render(["title": "ไฟ\r\nBcc: all@example.com\u{0}\u{2028}ดับ\t"], in: .thai)
        #expect(letter.subject == "เรื่อง ไฟ Bcc: all@example.com ดับ")
        #expect(letter.body == "ก\nไฟ\nBcc: all@example.com\nดับ\t")
    }

    @Test("names every field that any language uses")
    func tags() throws {
        let template = try LetterTemplate(
            LetterDefinition(
                name: "receipt",
                subject: [.thai: "{{ number }}", .english: "{{number}}"],
                body: [
                    .thai: "{{#due}}{{due-date}}{{/due}}",
                    .english: "{{^office_name}}-{{/office_name}}",
                ]))
        #expect(template.tags == ["number", "due", "due-date", "office_name"])
        #expect(template.languages == [.thai, .english])
    }

    @Test("says where a letter names a field that nobody gives")
    func unknown() throws {
        let template = try LetterTemplate(definition("{{title}}", "ก\n\nข {{titel}}"))
        let faults = template.faults(knowing: ["title", "number"])
        #expect(faults.map(\.line) == [3])
        #expect(
            faults.map(\.description) == [
                "letter receipt, body in th, line 3: no field is called titel; write one of: number, title"
            ])
        #expect(template.faults(knowing: ["title", "titel"]).isEmpty)
    }

    @Test(
        "refuses a tag that a letter does not have",
        arguments: [
            "{{> other}}", "{{< other}}{{/other}}", "{{$ block}}{{/block}}", "{{=<% %>=}}",
            "{{% CONTENT_TYPE:HTML}}", "{{uppercased(title)}}", "{{a..b}}", "{{.a}}", "{{.}}",
            "{{^a}}{{.}}{{/a}}", "{{}}", "{{ชื่อ}}",
            "{{title", "{{title}", "{{{title}}", "{{{title}}}", "{{&title}}", "{{! why}}", "{{title\n}}",
        ])
    func unreadable(tag: String) {
        #expect { try LetterTemplate(definition("ก", "ก\nข \(tag)")) } throws: { error in
            guard let fault = error as? LetterFault, case .unreadableTag = fault.problem else { return false }
            return fault.line == 2 && fault.part == .body
        }
    }

    @Test(
        "refuses a section that is not closed under its own name",
        arguments: [
            "ก\n{{#a}}ข", "ก\n{{#a}}ข{{/b}}",
        ])
    func unbalanced(body: String) {
        #expect { try LetterTemplate(definition("ก", body)) } throws: { error in
            guard let fault = error as? LetterFault else { return false }
            return fault.problem == .unbalancedSection && fault.line == 2
        }
    }

    @Test("refuses a language with a subject and no body, and a letter without any text")
    func missing() {
        let half = LetterDefinition(name: "half", subject: [.thai: "ก", .english: "a"], body: [.thai: "ข"])
        let noBody = LetterFault(letter: "half", language: .english, part: .body, line: 1, problem: .missing)
        #expect(throws: noBody) { try LetterTemplate(half) }
        let none = LetterDefinition(name: "none", subject: [:], body: [:])
        let noText = LetterFault(letter: "none", language: .thai, part: .subject, line: 1, problem: .missing)
        #expect(throws: noText) { try LetterTemplate(none) }
    }

    @Test("speaks its first language where the reader's is not written")
    func fallback() throws {
        let letter = try LetterTemplate(definition("ก", "ข")).render([:], in: .english)
        #expect(letter == Letter(language: .thai, subject: "ก", body: "ข"))
    }
}
