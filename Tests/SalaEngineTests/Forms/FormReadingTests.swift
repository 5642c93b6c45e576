import SalaThai
import Testing

@testable import SalaEngine

struct FormReadingTests {
    @Test("numbers and dates are read as people type them, in Thai digits and Buddhist years too")
    func typed() throws {
        let read = try SampleForm.make().reading(
            ["people": [" ๑๒ "], "budget": ["๑,๒๓๔.๕๐"], "start": ["๓๑/๗/๒๕๖๔"]], page: "money")
        #expect(read == ["people": .text("12"), "budget": .text("1234.5"), "start": .text("2021-07-31")])
    }

    @Test(
        "a date is the same day however it is typed",
        arguments: ["31/7/2564", "31 ก.ค. 2564", "31 กรกฎาคม พ.ศ. 2564", "31/07/2021", "2021-07-31"])
    func dates(text: String) throws {
        #expect(
            try SampleForm.make().reading(["start": [text]], page: "money") == ["start": .text("2021-07-31")])
    }

    @Test(
        "an address of the web is kept with its scheme, whether or not it was typed",
        arguments: [
            ("www.example.go.th", "https://www.example.go.th"),
            (" example.go.th/a?b=c#d ", "https://example.go.th/a?b=c#d"),
            ("example.go.th:8080/a", "https://example.go.th:8080/a"),
            ("เทศบาล.ไทย/ข่าว", "https://เทศบาล.ไทย/ข่าว"), ("http://example.go.th", "http://example.go.th"),
            ("HTTPS://Example.go.th/A", "https://Example.go.th/A"),
            // What is no address stays as it was typed, for the constraint to refuse.
            ("ไม่มี", "ไม่มี"), ("1.5", "1.5"), ("www.example.go.th และอื่น", "www.example.go.th และอื่น"),
            ("name@example.go.th", "name@example.go.th"), ("ftp://example.go.th", "ftp://example.go.th"),
            ("javascript:alert(1)", "javascript:alert(1)"), (".example.th", ".example.th"),
        ])
    func webAddresses(typed: String, kept: String) {
        let question = Question(name: "site", kind: .text, appearance: ["url"])
        let form = Form(pages: [Page(name: "page", relevant: nil, questions: [question])], choices: [:])
        let read = form.reading(["site": [typed]], page: "page")
        #expect(read == ["site": .text(kept)])
        #expect(form.reading(["site": [kept]], page: "page") == read)
        let plain = Form(
            pages: [Page(name: "page", relevant: nil, questions: [Question(name: "site", kind: .text)])],
            choices: [:])
        #expect(
            plain.reading(["site": ["www.example.go.th"]], page: "page")["site"]?.string
                == "www.example.go.th")
    }

    @Test("what cannot be read stays as it was typed")
    func unreadable() throws {
        let read = try SampleForm.make().reading(
            ["people": ["สิบสอง"], "budget": ["1.2.3"], "start": ["31/2/2564"]], page: "money")
        #expect(read == ["people": .text("สิบสอง"), "budget": .text("1.2.3"), "start": .text("31/2/2564")])
    }

    @Test("text loses white space at its ends and control characters, keeps lines, and ends them with LF")
    func text() throws {
        let read = try SampleForm.make().reading(
            ["title": ["\u{200B} น้ำ\u{0}ท่วม \t"], "story": ["\r\nหนึ่ง\r\n\r\nสอง\rสาม\n\tสี่ \r\n"]],
            page: "about")
        #expect(read == ["title": .text("น้ำท่วม"), "story": .text("หนึ่ง\n\nสอง\nสาม\n\tสี่")])
    }

    @Test("several choices become a list in their order, each once")
    func list() throws {
        let form = try SampleForm.make()
        #expect(
            form.reading(["fields": ["b", "", "a", "b"]], page: "about") == ["fields": .list(["b", "a"])])
        #expect(form.reading(["fields": [""]], page: "about").isEmpty)
    }

    @Test("empty, absent and unknown names leave no answer")
    func absent() throws {
        let form = try SampleForm.make()
        #expect(form.reading(["title": ["  "], "hacker": ["1"], "budget": ["5"]], page: "about").isEmpty)
        #expect(form.reading(["title": ["a"]], page: "nowhere").isEmpty)
    }

    @Test("files, notes, calculated and read-only questions are never taken from a post")
    func untyped() throws {
        let form = try SampleForm.make()
        #expect(
            form.reading(["plan": ["x"], "photo": ["x"], "code": ["x"], "district": ["1001"]], page: "place")
                == ["district": .text("1001")])
        #expect(form.reading(["each": ["1"], "total": ["1"]], page: "money").isEmpty)
        #expect(form.reading(["intro": ["1"]], page: "about").isEmpty)
    }

    @Test("a page's post replaces that page's typed answers and nothing else")
    func answering() throws {
        let form = try SampleForm.make()
        let read = form.reading(["province": ["50"]], page: "place")
        let changed = form.merging(
            read, page: "place", into: SampleForm.answers, shown: nil, at: Contest.time(14)
        ).answers
        var expected = SampleForm.answers
        expected["province"] = .text("50")
        expected["district"] = nil
        #expect(changed == expected)
    }
}
