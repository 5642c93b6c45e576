import Testing

@testable import SalaEngine

@Suite("What an action's letter tells of its answers")
struct TellingTests {
    private let input: Answers = [
        "reason": .text("ขาดลายมือชื่อ"), "due": .text("2021-07-22"), "parts": .list(["plan"]),
        "remark": .text("ลับ"),
    ]

    private func told(_ body: String, english: String = "", clock: Clock? = nil, letter: String? = "back")
        -> Set<String>
    {
        let stage = Stage(
            name: "mending", isOpen: true, isFinal: false, isPublic: false, round: nil, clock: clock)
        let action = Action(
            name: "return", by: ["checker"], from: ["checking"], to: "mending", when: [], asks: nil,
            letter: letter, files: false, isBulk: false, isHeld: false)
        let programme = Programme(
            name: "telling", languages: [.thai, .english],
            filing: Filing(by: .person, limit: nil, numbering: "{number}"), roles: [], settings: [],
            form: Form(pages: [], choices: [:]), workflow: Workflow(stages: [stage], actions: [action]),
            rounds: [], register: nil,
            letters: [
                LetterDefinition(
                    name: "back", subject: [.thai: "แก้ไข", .english: "Mend"],
                    body: [.thai: body, .english: english])
            ], texts: Texts())
        return Set(programme.told(input, of: "return").keys)
    }

    @Test("an answer is told when a letter of either language names it, as a value or a section")
    func named() {
        #expect(told("{{reason}} {{ input.parts }}") == ["reason", "parts"])
        #expect(told("", english: "{{#input.remark}}Note{{/input.remark}}") == ["remark"])
        #expect(told("remark, {{remarks}}, {{number}}") == [])
    }

    @Test("the day until which a stage lasts is told as the letter's due day")
    func due() {
        #expect(told("{{due}}") == [])
        #expect(told("{{due}}", clock: Clock(within: .untilAnswer("due"), then: .remind)) == ["due"])
        #expect(told("{{due}}", clock: Clock(within: .untilAnswer("other"), then: .remind)) == [])
    }

    @Test("without a letter nothing is told")
    func silent() {
        #expect(told("{{reason}}", letter: nil) == [])
    }
}
