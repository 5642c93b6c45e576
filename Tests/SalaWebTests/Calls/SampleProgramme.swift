import SalaEngine

/// A small programme: a person files a title and a field, tells a secret, and stands in the register at once.
enum SampleProgramme {
    static let name = "sample"

    static var programme: Programme {
        Programme(
            name: name, languages: [.thai, .english],
            filing: Filing(by: .person, limit: 2, numbering: "S-{number}"), roles: roles,
            settings: [SettingDefinition(name: "prizes", bounds: 1...200, standard: 40)],
            form: form, workflow: workflow, rounds: [round],
            register: Register(
                title: "title", summary: "title", picture: nil, facets: [.question("field")],
                page: ["title", "field"], columns: ["title", "field"]),
            letters: [], texts: texts)
    }

    private static var roles: [Role] {
        [
            Role(name: "applicant", granting: .filing, sees: .own, may: []),
            Role(
                name: "officer", granting: .organisation, sees: .filed,
                may: [.manageCall, .grantRoles, .readReviews]),
            Role(name: "judge", granting: .call, sees: .assigned, may: []),
        ]
    }

    private static var form: Form {
        let questions = [
            Question(name: "title", kind: .text), Question(name: "field", kind: .selectOne("fields")),
            Question(name: "secret", kind: .text),
        ]
        let choices = [Choice(name: "health"), Choice(name: "water")]
        let more = [
            Question(name: "remarks", kind: .text),
            Question(name: "plan", kind: .file, parameters: ["accept": "pdf"]),
        ]
        return Form(
            pages: [
                SalaEngine.Page(name: "one", relevant: nil, questions: questions),
                SalaEngine.Page(name: "two", relevant: nil, questions: more),
            ], choices: ["fields": choices])
    }

    private static var workflow: Workflow {
        let stages = [
            Stage(name: "draft", isOpen: true, isFinal: false, isPublic: false, round: nil, clock: nil),
            Stage(name: "shown", isOpen: false, isFinal: false, isPublic: true, round: "only", clock: nil),
        ]
        let submit = Action(
            name: "submit", by: ["applicant"], from: ["draft"], to: "shown", when: [.windowOpen], asks: nil,
            letter: nil, files: true, isBulk: false, isHeld: false)
        return Workflow(stages: stages, actions: [submit])
    }

    static var round: Round {
        Round(
            name: "only", judges: "judge", reviews: 3,
            criteria: [
                Criterion(name: "impact", weight: 60, levels: [0, 1, 2]),
                Criterion(name: "reach", weight: 40, levels: [0, 1, 2]),
            ],
            commentToCommittee: .none, commentToFiler: .none, tally: TallyRule(kind: .mean, decimals: 2),
            ties: [.criterion("impact"), .earliestFiling],
            selection: Selection(count: "prizes", selected: "submit", others: nil),
            conflicts: ConflictRule(asks: false))
    }

    private static var texts: Texts {
        let shared = [
            "programme.about": "One.\n\nTwo.", "programme.summary": "<b>Summary</b>",
            "choice.fields.health": "Health", "choice.fields.water": "Water",
            "form.one.hint": "Hint of a page", "form.title.label": "Your title",
            "form.plan.hint": "Hint of a file",
            "form.field.label": "Which field are you in?", "register.label.field": "Field of work",
            "criterion.impact.hint": "Hint of a criterion",
        ]
        return Texts([
            .english: shared.merging(["programme.name": "Sample programme"]) { $1 },
            .thai: shared.merging(["programme.name": "โครงการตัวอย่าง"]) { $1 },
        ])
    }
}
