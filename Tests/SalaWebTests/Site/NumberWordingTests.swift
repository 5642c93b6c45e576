import SalaEngine
import Testing

@testable import SalaWeb

@Suite("An answer that should be a number")
struct NumberWordingTests {
    @Test(
        "has its digits grouped where it is one, and stands as it was typed where it is none",
        arguments: [
            ("1200", "1,200"), ("1234567.5", "1,234,567.5"), ("-1000", "-1,000"), ("หนึ่งร้อย", "หนึ่งร้อย"),
            ("ประมาณ 1200 คน", "ประมาณ 1200 คน"), ("1200-1500", "1200-1500"),
        ])
    func paragraphs(typed: String, shown: String) {
        let wording = AnswerWording(
            Asking.Wording(texts: Texts([:]), language: .thai, questions: "form", choices: "choice"))
        for kind in [Question.Kind.integer, .decimal, .calculate] {
            #expect(wording.paragraphs(Question(name: "users", kind: kind), .text(typed)) == [shown])
        }
    }
}
