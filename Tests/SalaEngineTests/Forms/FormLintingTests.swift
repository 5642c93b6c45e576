import SalaThai
import Testing

@testable import SalaEngine

struct FormLintingTests {
    private func faults(
        _ questions: Question..., choices: [String: [Choice]] = [:], relevant: Expression? = nil
    ) -> [FormFault] {
        Form(pages: [Page(name: "only", relevant: relevant, questions: questions)], choices: choices).faults()
    }

    private func expect(
        _ faults: [FormFault], _ question: String, _ column: String, _ words: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(faults.map(\.question) == [question], sourceLocation: location)
        #expect(faults.map(\.column) == [column], sourceLocation: location)
        let sentence = faults.first?.sentence.description ?? ""
        #expect(sentence.contains(words), "\(faults)", sourceLocation: location)
    }

    @Test("a good form has no fault")
    func good() throws {
        #expect(try SampleForm.make().faults() == [])
    }

    @Test("a word that is no choice is never equal to one, wherever it is compared")
    func words() throws {
        let colour = Question(name: "colour", kind: .selectOne("colours"))
        let choices = [
            "colours": [Choice(name: "red"), Choice(name: "green")],
            "shades": [
                Choice(name: "crimson", columns: ["of": "red"]),
                Choice(name: "mint", columns: ["of": "gren"]),
            ],
        ]
        func relevant(_ source: String) throws -> [FormFault] {
            faults(
                colour, Question(name: "why", kind: .text, relevant: try Expression(source)),
                choices: choices.filter { $0.key == "colours" })
        }
        for good in ["${colour} = 'red'", "selected(${colour}, 'green')", "${colour} = ''"] {
            #expect(try relevant(good) == [])
        }
        for bad in [
            "${colour} = 'reed'", "'reed' != ${colour}", "selected(${colour}, 'reed')",
            "not(${colour} = 'red' or (${colour} = 'reed' and true()))",
        ] {
            expect(
                try relevant(bad), "why", "relevant",
                "'reed' is no choice of the list `colours`; did you mean 'red'?")
        }
        let own = try Expression(". != 'greed'")
        expect(
            faults(
                Question(name: "colour", kind: .selectOne("colours"), constraint: own), choices: choices),
            "colour", "constraint", "'greed' is no choice")
        let filter = try Expression("of = ${colour}")
        expect(
            faults(
                colour, Question(name: "shade", kind: .selectOne("shades"), choiceFilter: filter),
                choices: choices),
            "shade", "choice_filter",
            "A choice has 'gren' in the column `of`, which is no choice of ${colour}; did you mean 'green'?")
        let fixed = try Expression("of = 'blue'")
        expect(
            faults(
                Question(name: "shade", kind: .selectOne("shades"), choiceFilter: fixed), choices: choices),
            "shade", "choice_filter", "No choice has 'blue' in the column `of`")
    }

    @Test("names are given once, and are XLSForm's names")
    func names() {
        expect(faults(Question(name: "a", kind: .text), Question(name: "a", kind: .note)), "a", "name", "too")
        for name in ["1a", "a b", "", "a:b", "-a", "a/b"] {
            expect(faults(Question(name: name, kind: .text)), name, "name", "is not a name")
        }
        for name in ["a-1", "_x.y", "ชื่อ", "ที่_อยู่"] {
            #expect(faults(Question(name: name, kind: .text)) == [])
        }
        let group = Group(name: "my group", relevant: nil)
        let grouped = faults(
            Question(name: "a", kind: .text, groups: [group]),
            Question(name: "b", kind: .text, groups: [group]))
        expect(grouped, "my group", "name", "is not a name")
        let page = Page(name: "p", relevant: nil, questions: [])
        expect(Form(pages: [page, page], choices: [:]).faults(), "p", "name", "page before")
    }

    @Test("an expression names questions of the form, and the nearest is proposed")
    func references() throws {
        let question = Question(
            name: "city", kind: .text, required: try Expression("${ctiy} = 1"))
        expect(faults(question), "city", "required", "did you mean ${city}?")
        expect(faults(relevant: try Expression("${nowhere} = 1")), "only", "relevant", "${nowhere}")
        let group = Group(name: "team", relevant: try Expression("${nobody}"))
        expect(faults(Question(name: "a", kind: .text, groups: [group])), "team", "relevant", "${nobody}")
    }

    @Test("a bare name is refused but for a column of the choices")
    func bareNames() throws {
        expect(
            faults(Question(name: "a", kind: .text, required: try Expression("yes"))), "a", "required",
            "true()")
        let list = ["l": [Choice(name: "x", columns: ["province": "1"])]]
        let good = Question(
            name: "a", kind: .selectOne("l"), choiceFilter: try Expression("province = 1 or name = 'x'"))
        #expect(faults(good, choices: list) == [])
        let bad = Question(name: "a", kind: .selectOne("l"), choiceFilter: try Expression("district = 1"))
        expect(faults(bad, choices: list), "a", "choice_filter", "`district`")
    }

    @Test("the own answer has no meaning where the question may be hidden or is not answered")
    func ownAnswer() throws {
        expect(
            faults(Question(name: "a", kind: .text, relevant: try Expression(". = 1"))), "a", "relevant",
            "`.`")
        #expect(faults(Question(name: "a", kind: .text, constraint: try Expression(". = 1"))) == [])
    }

    @Test("select questions need their list, and its choices one name each")
    func lists() throws {
        let select = Question(name: "a", kind: .selectMultiple("colours"))
        expect(
            faults(select, choices: ["colors": [Choice(name: "red")]]), "a", "type", "did you mean `colors`?")
        expect(faults(select, choices: ["colours": []]), "a", "type", "empty")
        let twice = ["colours": [Choice(name: "red"), Choice(name: "red")]]
        expect(faults(select, choices: twice), "colours", "choices", "`red` twice")
        expect(
            faults(select, choices: ["colours": [Choice(name: "dark red")]]), "colours", "choices", "spaces")
        let filtered = Question(name: "a", kind: .text, choiceFilter: try Expression("true()"))
        expect(faults(filtered), "a", "choice_filter", "select")
    }

    @Test("circles of calculation and relevance are refused once, with their path")
    func circles() throws {
        let first = Question(name: "a", kind: .calculate, calculation: try Expression("${b} + 1"))
        let second = Question(name: "b", kind: .text, relevant: try Expression("${c} > 1"))
        let third = Question(name: "c", kind: .calculate, calculation: try Expression("${a}"))
        let behind = Question(name: "d", kind: .calculate, calculation: try Expression("${c}"))
        expect(faults(first, second, third, behind), "a", "calculation", "`a` → `b` → `c` → `a`")
        let own = Question(name: "x", kind: .text, relevant: try Expression("${x} = ''"))
        expect(faults(own), "x", "relevant", "`x` → `x`")
        let page = faults(Question(name: "x", kind: .text), relevant: try Expression("${x} = ''"))
        expect(page, "x", "relevant", "circle")
    }

    @Test("calculations, parameters and defaults can be used")
    func columns() throws {
        expect(faults(Question(name: "a", kind: .calculate)), "a", "calculation", "needs")
        expect(
            faults(Question(name: "a", kind: .note, required: try Expression("true()"))), "a", "required",
            "note")
        for value in ["0", "-1", "many", "1.5"] {
            let file = Question(name: "a", kind: .file, parameters: ["max-files": value])
            expect(faults(file), "a", "parameters", "'\(value)'")
        }
        expect(faults(Question(name: "a", kind: .date, standard: "soon")), "a", "default", "'soon'")
        expect(faults(Question(name: "a", kind: .date, standard: "today()")), "a", "default", "calculation")
        let select = Question(name: "a", kind: .selectOne("l"), standard: "z")
        expect(faults(select, choices: ["l": [Choice(name: "x")]]), "a", "default", "`z`")
    }
}
