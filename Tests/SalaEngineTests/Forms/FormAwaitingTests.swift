import SalaThai
import Testing

@testable import SalaEngine

@Suite("What a page of a form waits for")
struct FormAwaitingTests {
    /// The second page asks by the stage that the first page is to tell; the third by a sum of the second.
    private func form() throws -> Form {
        let needed = try Expression("true()")
        return Form(
            pages: [
                Page(
                    name: "work", relevant: nil,
                    questions: [
                        Question(name: "title", kind: .text, required: needed),
                        Question(name: "status", kind: .selectOne("stages"), required: needed),
                        Question(name: "aside", kind: .text),
                    ]),
                Page(
                    name: "results", relevant: nil,
                    questions: [
                        Question(
                            name: "users", kind: .integer, required: needed,
                            groups: [Group(name: "measured", relevant: try Expression("${status} = 'used'"))]
                        ),
                        Question(
                            name: "more", kind: .text, required: needed,
                            relevant: try Expression("${aside} != ''")),
                        Question(
                            name: "large", kind: .calculate, calculation: try Expression("${users} > 100")),
                    ]),
                Page(
                    name: "expansion", relevant: try Expression("${large} = 'true'"),
                    questions: [Question(name: "plan", kind: .text, required: needed)]),
            ], choices: ["stages": [Choice(name: "idea"), Choice(name: "used")]])
    }

    private func awaited(_ answers: Answers) throws -> [String: [String]] {
        try form().awaited(in: answers, at: SampleForm.morning)
    }

    @Test("is the required answer that decides whether more is asked, on whichever page, however far behind")
    func unanswered() throws {
        #expect(try awaited([:]) == ["results": ["status"], "expansion": ["status"]])
    }

    @Test("is nothing once it is answered, either way, but what then comes may decide in its turn")
    func answered() throws {
        #expect(try awaited(["status": .text("idea")]) == [:])
        #expect(try awaited(["status": .text("used")]) == ["expansion": ["users"]])
        #expect(try awaited(["status": .text("used"), "users": .text("7")]) == [:])
    }

    @Test("is still the answer that has to be mended")
    func mistaken() throws {
        #expect(try awaited(["status": .text("unknown")])["results"] == ["status"])
    }

    @Test("is never an answer that may be left out")
    func optional() throws {
        #expect(try awaited(["status": .text("idea"), "title": .text("a")]) == [:])
    }

    @Test("goes round no circle without end")
    func circle() throws {
        let form = Form(
            pages: [
                Page(
                    name: "one", relevant: nil,
                    questions: [
                        Question(name: "a", kind: .text, relevant: try Expression("${b} != ''")),
                        Question(name: "b", kind: .text, relevant: try Expression("${a} != ''")),
                    ])
            ], choices: [:])
        #expect(form.awaited(in: [:], at: SampleForm.morning) == [:])
    }
}
