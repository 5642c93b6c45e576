import SalaThai

@testable import SalaEngine

/// A small entry form with every kind of question, and answers to it.
enum SampleForm {
    /// 12 July 2021 at 09:30 in Bangkok.
    static let morning = Instant(seconds: 1_626_057_000)

    static func make() throws -> Form {
        Form(pages: [try about(), try money(), try place()], choices: choices)
    }

    private static func about() throws -> Page {
        Page(
            name: "about", relevant: nil,
            questions: [
                Question(name: "intro", kind: .note),
                Question(name: "title", kind: .text, required: try Expression("true()")),
                Question(
                    name: "story", kind: .text, required: try Expression("${kind} = 'other'"),
                    appearance: ["multiline"]),
                Question(name: "kind", kind: .selectOne("kinds"), standard: "service"),
                Question(
                    name: "other", kind: .text, required: try Expression("true()"),
                    relevant: try Expression("${kind} = 'other'")),
                Question(
                    name: "fields", kind: .selectMultiple("fields"),
                    constraint: try Expression(
                        "count-selected(.) <= 2 and not(selected(., 'none') and selected(., 'a'))")),
            ])
    }

    private static func money() throws -> Page {
        Page(
            name: "money", relevant: try Expression("${kind} != 'idea'"),
            questions: [
                Question(
                    name: "people", kind: .integer, constraint: try Expression(". > 0 and . <= 10"),
                    groups: [Group(name: "team", relevant: try Expression("${title} != ''"))]),
                Question(name: "budget", kind: .decimal),
                Question(
                    name: "each", kind: .calculate, calculation: try Expression("${total} div ${people}")),
                Question(
                    name: "total", kind: .calculate, calculation: try Expression("round(${budget} * 1.07, 2)")
                ),
                Question(name: "start", kind: .date, constraint: try Expression(". >= today()")),
            ])
    }

    private static func place() throws -> Page {
        Page(
            name: "place", relevant: nil,
            questions: [
                Question(name: "province", kind: .selectOne("provinces"), required: try Expression("true()")),
                Question(
                    name: "district", kind: .selectOne("districts"),
                    choiceFilter: try Expression("province=${province}")),
                Question(
                    name: "plan", kind: .file, required: try Expression("true()"),
                    parameters: ["max-files": "2"]),
                Question(name: "photo", kind: .image),
                Question(name: "code", kind: .text, standard: "T-1", isReadOnly: true),
            ])
    }

    private static let choices: [String: [Choice]] = [
        "kinds": [Choice(name: "service"), Choice(name: "idea"), Choice(name: "other")],
        "fields": [Choice(name: "a"), Choice(name: "b"), Choice(name: "c"), Choice(name: "none")],
        "provinces": [Choice(name: "10"), Choice(name: "50")],
        "districts": [
            Choice(name: "1001", columns: ["province": "10"]),
            Choice(name: "1002", columns: ["province": "10"]),
            Choice(name: "5001", columns: ["province": "50"]),
        ],
    ]

    /// Answers without a mistake.
    static let answers: Answers = [
        "title": .text("ระบบคิวออนไลน์"), "kind": .text("service"), "fields": .list(["a", "b"]),
        "people": .text("4"), "budget": .text("1000.5"), "start": .text("2021-07-12"),
        "province": .text("10"), "district": .text("1002"),
        "plan": .list(["018f0000-0000-7000-8000-000000000001"]),
    ]
}
