import SalaThai
import Testing

@testable import SalaEngine

struct FormCheckingTests {
    private func mistakes(changing changes: [String: Answer?], page: String? = nil) throws -> [Mistake] {
        let answers = SampleForm.answers.merging(changes.compactMapValues { $0 }) { $1 }
            .filter { name, _ in changes[name] != .some(nil) }
        return try SampleForm.make().mistakes(in: answers, page: page, at: SampleForm.morning)
    }

    @Test("good answers have no mistake")
    func good() throws {
        #expect(try mistakes(changing: [:]).isEmpty)
    }

    @Test("an empty form lacks what is required, in the order of the form")
    func empty() throws {
        #expect(
            try SampleForm.make().mistakes(in: [:], at: SampleForm.morning) == [
                Mistake(question: "title", page: "about", kind: .missing),
                Mistake(question: "province", page: "place", kind: .missing),
                Mistake(question: "plan", page: "place", kind: .missing),
            ])
    }

    @Test("a question is required as the other answers stand, and what nobody answers never is")
    func required() throws {
        let form = try SampleForm.make()
        func required(_ kind: String) -> [String] {
            let showing = form.showing(["kind": .text(kind)], at: SampleForm.morning)
            return form.questions.filter(showing.isRequired).map(\.name)
        }
        #expect(required("other").prefix(3) == ["title", "story", "other"])
        #expect(!required("service").contains("story") && required("service").first == "title")
        let told = Form(
            pages: [
                Page(
                    name: "told", relevant: nil,
                    questions: [Question(name: "note", kind: .note, required: try Expression("true()"))])
            ], choices: [:])
        let note = try #require(told.question("note"))
        #expect(!told.showing([:], at: SampleForm.morning).isRequired(note))
    }

    @Test("one page is checked by itself")
    func onePage() throws {
        let missing = try SampleForm.make().mistakes(in: [:], page: "place", at: SampleForm.morning)
        #expect(missing.map(\.question) == ["province", "plan"])
        #expect(try SampleForm.make().mistakes(in: [:], page: "money", at: SampleForm.morning).isEmpty)
    }

    @Test(
        "an answer that is not of its question's type is named so",
        arguments: [
            ("people", Answer.text("สี่"), Mistake.Kind.notAnInteger),
            ("people", .text("4.5"), .notAnInteger),
            ("people", .text("๔"), .notAnInteger), ("budget", .text("มาก"), .notADecimal),
            ("start", .text("31/2/2564"), .noSuchDay), ("start", .text("2021-02-31"), .noSuchDay),
            ("start", .text("2/2564"), .notADate),
            ("kind", .text("gift"), .notAChoice), ("fields", .list(["a", "z"]), .notAChoice),
            ("kind", .list(["service", "other"]), .notAChoice), ("district", .text("5001"), .notAChoice),
            ("plan", .list(["1", "2", "3"]), .tooManyFiles(2)),
            ("photo", .list(["1", "2"]), .tooManyFiles(1)),
            ("people", .text("0"), .constraint), ("people", .text("11"), .constraint),
            ("start", .text("2021-07-11"), .constraint), ("fields", .list(["a", "b", "c"]), .constraint),
            ("fields", .list(["a", "none"]), .constraint), ("title", .text(""), .missing),
            ("plan", .list([]), .missing),
        ])
    func kinds(question: String, answer: Answer, kind: Mistake.Kind) throws {
        let found = try mistakes(changing: [question: answer])
        #expect(found.map(\.question) == [question])
        #expect(found.map(\.kind) == [kind])
    }

    @Test("a line holds 255 characters and a multiline text 5,000, counted in code points")
    func lengths() throws {
        let line = String(repeating: "ก", count: 254) + "่"
        #expect(try mistakes(changing: ["title": .text(line)]).isEmpty)
        #expect(try mistakes(changing: ["title": .text(line + "่")]).map(\.kind) == [.tooLong(255)])
        #expect(try mistakes(changing: ["story": .text(String(repeating: "ก", count: 5000))]).isEmpty)
        let long = try mistakes(changing: ["story": .text(String(repeating: "ก", count: 5001))])
        #expect(long.map(\.kind) == [.tooLong(5000)])
    }

    @Test("max-length replaces the usual limit")
    func maximumLength() {
        let question = Question(name: "code", kind: .text, parameters: ["max-length": "3"])
        let form = Form(pages: [Page(name: "only", relevant: nil, questions: [question])], choices: [:])
        #expect(form.mistakes(in: ["code": .text("abc")], at: SampleForm.morning).isEmpty)
        #expect(
            form.mistakes(in: ["code": .text("abcd")], at: SampleForm.morning).map(\.kind) == [.tooLong(3)])
    }

    @Test("required may depend on another answer")
    func requiredByAnswer() throws {
        let found = try mistakes(changing: ["kind": .text("other"), "other": .text("สวน")])
        #expect(found == [Mistake(question: "story", page: "about", kind: .missing)])
    }

    @Test("what is not relevant is neither required nor checked")
    func irrelevant() throws {
        #expect(try mistakes(changing: ["kind": .text("other")]).map(\.question) == ["story", "other"])
        let hidden = try mistakes(changing: [
            "kind": .text("idea"), "people": .text("0"), "start": .text("?"),
        ])
        #expect(hidden.isEmpty)
        let group = try mistakes(changing: ["title": .text(""), "people": .text("0")])
        #expect(group.map(\.question) == ["title"])
    }
}
