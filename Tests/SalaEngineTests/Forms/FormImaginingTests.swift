import Foundation
import SalaThai
import Testing

@testable import SalaEngine

@Suite("Answers that nobody gave")
struct FormImaginingTests {
    @Test("fill every question that shows and is typed, those that the answers call for among them")
    func answers() throws {
        let answers = try SampleForm.make().imaginedAnswers(at: SampleForm.morning) { "about \($0.name)" }
        #expect(
            answers == [
                "title": .text("about title"), "story": .text("about story"), "kind": .text("service"),
                "fields": .list(["a"]), "people": .text("10"), "budget": .text("10"),
                "start": .text("2021-07-12"), "province": .text("10"), "district": .text("1001"),
            ])
    }

    @Test("are what the form takes: of the right kind, within constraints and lengths, and not too few")
    func whole() throws {
        func asked(
            _ name: String, _ kind: Question.Kind, _ constraint: String, _ length: String = "255"
        ) throws -> Question {
            Question(
                name: name, kind: kind, required: try Expression("true()"),
                constraint: try Expression(constraint), parameters: ["max-length": length])
        }
        let form = Form(
            pages: [
                Page(
                    name: "all", relevant: nil,
                    questions: [
                        try asked("phone", .text, "regex(translate(., ' -', ''), '0[2-7][0-9]{7}')"),
                        try asked("mail", .text, "regex(., '[^@ ]+@[^@ ]+[.][^@ .]+')"),
                        try asked("site", .text, "regex(., 'https?://[^ ]+')"),
                        try asked("short", .text, "true()", "4"),
                        try asked("since", .date, ". < today()"), try asked("until", .date, ". > today()"),
                        try asked("share", .decimal, ". >= 0 and . <= 1"),
                        try asked("many", .integer, ". > 10"),
                        try asked("oath", .selectMultiple("oaths"), "count-selected(.) = 3"),
                        try asked("second", .selectOne("oaths"), ". != 'true'"),
                        Question(
                            name: "plan", kind: .file, required: try Expression("true()"),
                            parameters: ["accept": "pdf"]),
                        Question(name: "picture", kind: .image, required: try Expression("true()")),
                        Question(name: "unasked", kind: .file),
                    ])
            ],
            choices: ["oaths": [Choice(name: "true"), Choice(name: "own"), Choice(name: "open")]])
        var answers = form.imaginedAnswers(at: SampleForm.morning) { "about \($0.name)" }
        #expect(form.mistakes(in: answers, at: SampleForm.morning).map(\.question) == ["plan", "picture"])
        #expect(answers["short"] == .text("abou") && answers["second"] == .text("own"))
        let files = form.imaginedAttachments(
            beside: answers, at: SampleForm.morning, id: { AttachmentID(UUID()) }, name: \.name)
        #expect(files.map(\.question) == ["plan", "picture"])
        #expect(files.map(\.mediaType) == ["application/pdf", "image/png"])
        for file in files { answers[file.question] = .list([file.id.description]) }
        #expect(form.mistakes(in: answers, at: SampleForm.morning).isEmpty)
    }
}
