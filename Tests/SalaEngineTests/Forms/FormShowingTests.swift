import SalaThai
import Testing

@testable import SalaEngine

struct FormShowingTests {
    @Test("pages, groups and questions show when their expressions hold")
    func relevance() throws {
        let form = try SampleForm.make()
        let money = try #require(form.page("money"))
        let people = try #require(form.question("people"))
        let other = try #require(form.question("other"))
        #expect(form.isRelevant(money, in: SampleForm.answers, at: SampleForm.morning))
        #expect(!form.isRelevant(money, in: ["kind": .text("idea")], at: SampleForm.morning))
        #expect(form.isRelevant(people, in: ["title": .text("a")], at: SampleForm.morning))
        #expect(!form.isRelevant(people, in: [:], at: SampleForm.morning))
        #expect(
            !form.isRelevant(
                people, in: ["title": .text("a"), "kind": .text("idea")], at: SampleForm.morning))
        #expect(form.isRelevant(other, in: ["kind": .text("other")], at: SampleForm.morning))
        #expect(!form.isRelevant(other, in: SampleForm.answers, at: SampleForm.morning))
    }

    @Test("a choice_filter sees the choice's columns and the answers")
    func choices() throws {
        let form = try SampleForm.make()
        let district = try #require(form.question("district"))
        func names(_ answers: Answers) -> [String] {
            form.choices(of: district, in: answers, at: SampleForm.morning).map(\.name)
        }
        #expect(names(["province": .text("10")]) == ["1001", "1002"])
        #expect(names(["province": .text("50")]) == ["5001"])
        #expect(names([:]).isEmpty)
        let kind = try #require(form.question("kind"))
        #expect(
            form.choices(of: kind, in: [:], at: SampleForm.morning).map(\.name) == [
                "service", "idea", "other",
            ])
    }

    @Test("calculations are made in the order in which they need each other, not in that of the form")
    func calculating() throws {
        let answers = try SampleForm.make().calculating(SampleForm.answers, at: SampleForm.morning)
        // 1000.5 x 1.07 = 1070.535; a quarter of 1070.54.
        #expect(answers["total"] == .text("1070.54"))
        #expect(answers["each"] == .text("267.635"))
        #expect(answers.filter { $0.key != "total" && $0.key != "each" } == SampleForm.answers)
    }

    @Test("a calculation without a result leaves no answer, whatever was posted or kept")
    func emptyCalculation() throws {
        let answers = try SampleForm.make().calculating(
            ["total": .text("999"), "title": .text("a")], at: SampleForm.morning)
        #expect(answers == ["title": .text("a")])
    }

    @Test("what is filed has no answer of a question that is not relevant, but a draft keeps it")
    func pruned() throws {
        let form = try SampleForm.make()
        var answers = SampleForm.answers
        answers["kind"] = .text("idea")
        answers["other"] = .text("เก่า")
        answers["unknown"] = .text("x")
        let filed = form.pruned(answers, at: SampleForm.morning)
        #expect(Set(filed.keys) == ["title", "kind", "fields", "province", "district", "plan"])
        #expect(form.calculating(answers, at: SampleForm.morning) == answers)
    }

    @Test("a hidden answer counts as unanswered wherever it is named")
    func hiddenCounts() throws {
        let questions = [
            Question(name: "last", kind: .text, relevant: try Expression("${middle} = 'yes'")),
            Question(name: "middle", kind: .text, relevant: try Expression("${first} = 'yes'")),
            Question(name: "first", kind: .text),
        ]
        let form = Form(pages: [Page(name: "only", relevant: nil, questions: questions)], choices: [:])
        let answers: Answers = ["first": .text("no"), "middle": .text("yes"), "last": .text("x")]
        #expect(form.pruned(answers, at: SampleForm.morning) == ["first": .text("no")])
        #expect(
            form.pruned(answers.merging(["first": .text("yes")]) { $1 }, at: SampleForm.morning).count == 3)
    }

    @Test("calculations in a circle end")
    func circle() throws {
        let questions = [
            Question(name: "a", kind: .calculate, calculation: try Expression("${b} + 1")),
            Question(name: "b", kind: .calculate, calculation: try Expression("${a} + 1")),
            Question(name: "c", kind: .calculate, calculation: try Expression("1 + 1")),
        ]
        let form = Form(pages: [Page(name: "only", relevant: nil, questions: questions)], choices: [:])
        #expect(form.calculating([:], at: SampleForm.morning) == ["c": .text("2")])
    }

    @Test("once keeps the value that was calculated first")
    func once() throws {
        let stamp = Question(name: "stamp", kind: .calculate, calculation: try Expression("once(today())"))
        let form = Form(pages: [Page(name: "only", relevant: nil, questions: [stamp])], choices: [:])
        let first = form.calculating([:], at: SampleForm.morning)
        #expect(first == ["stamp": .text("2021-07-12")])
        #expect(form.calculating(first, at: SampleForm.morning.adding(seconds: 86_400)) == first)
    }

    @Test("a calculation fills a typed question only until somebody types")
    func typedCalculation() throws {
        let question = Question(name: "year", kind: .integer, calculation: try Expression("2021 + 543"))
        let form = Form(pages: [Page(name: "only", relevant: nil, questions: [question])], choices: [:])
        #expect(form.calculating([:], at: SampleForm.morning) == ["year": .text("2564")])
        #expect(form.calculating(["year": .text("2560")], at: SampleForm.morning) == ["year": .text("2560")])
    }

    @Test("a new form starts with its defaults in canonical form")
    func standards() throws {
        #expect(try SampleForm.make().standardAnswers == ["kind": .text("service"), "code": .text("T-1")])
        let questions = [
            Question(name: "day", kind: .date, standard: "1 ม.ค. 2565"),
            Question(name: "many", kind: .selectMultiple("list"), standard: "a b"),
        ]
        let form = Form(pages: [Page(name: "only", relevant: nil, questions: questions)], choices: [:])
        #expect(form.standardAnswers == ["day": .text("2022-01-01"), "many": .list(["a", "b"])])
    }
}
