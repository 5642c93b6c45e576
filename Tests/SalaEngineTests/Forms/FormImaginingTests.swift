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
}
