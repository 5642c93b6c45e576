import SalaEngine

/// A small programme with work at every desk: a check, a round of judging, decisions that are held.
enum DeskProgramme {
    static let name = "desks"

    static func programme() throws -> Programme {
        Programme(
            name: name, languages: [.thai, .english],
            filing: Filing(by: .person, limit: nil, numbering: "D-{number}"), roles: roles,
            settings: [SettingDefinition(name: "places", bounds: 1...9, standard: 1)],
            form: form, workflow: try workflow(), rounds: [round], register: nil, letters: [letter],
            texts: texts)
    }

    private static let roles = [
        Role(name: "filer", granting: .filing, sees: .own, may: []),
        Role(
            name: "officer", granting: .organisation, sees: .filed,
            may: Set(Role.Permission.allCases)),
        Role(name: "judge", granting: .call, sees: .assigned, may: []),
    ]

    private static let form = Form(
        pages: [
            SalaEngine.Page(
                name: "about", relevant: nil,
                questions: [
                    Question(name: "title", kind: .text), Question(name: "kind", kind: .selectOne("kinds")),
                ])
        ], choices: ["kinds": [Choice(name: "lamp"), Choice(name: "road")]])

    private static let round = Round(
        name: "first", judges: "judge", reviews: 1,
        criteria: [
            Criterion(name: "impact", weight: 60, levels: [0, 1, 2, 3, 4, 5]),
            Criterion(name: "reach", weight: 40, levels: [0, 1, 2, 3, 4, 5]),
        ], commentToCommittee: .optional, commentToFiler: .required,
        tally: TallyRule(kind: .mean, decimals: 2),
        ties: [.criterion("impact")], selection: Selection(count: "places", selected: "win", others: "lose"),
        conflicts: ConflictRule(asks: false))

    private static let letter = LetterDefinition(
        name: "won", subject: [.thai: "won", .english: "won"], body: [.thai: "won", .english: "won"])

    private static func workflow() throws -> Workflow {
        let asks = Form(
            pages: [
                SalaEngine.Page(
                    name: "why", relevant: nil,
                    questions: [Question(name: "reason", kind: .text, required: try Expression("true()"))])
            ], choices: [:])
        return Workflow(
            stages: [
                stage("draft", isOpen: true), stage("checking"), stage("judging", round: "first"),
                stage("won", isFinal: true, isPublic: true), stage("lost", isFinal: true),
            ],
            actions: [
                action("submit", by: "filer", from: "draft", to: "checking", files: true),
                action("pass", by: "officer", from: "checking", to: "judging", isBulk: true),
                action("reject", by: "officer", from: "checking", to: "lost", asks: asks, isBulk: true),
                action("win", by: "officer", from: "judging", to: "won", letter: "won", isHeld: true),
                action("lose", by: "officer", from: "judging", to: "lost", isHeld: true),
            ])
    }

    private static func stage(
        _ name: String, isOpen: Bool = false, isFinal: Bool = false, isPublic: Bool = false,
        round: String? = nil
    ) -> Stage {
        Stage(name: name, isOpen: isOpen, isFinal: isFinal, isPublic: isPublic, round: round, clock: nil)
    }

    private static func action(
        _ name: String, by role: String, from: String, to: String, asks: Form? = nil, letter: String? = nil,
        files: Bool = false, isBulk: Bool = false, isHeld: Bool = false
    ) -> Action {
        Action(
            name: name, by: [role], from: [from], to: to, when: isHeld ? [.reviewsComplete] : [], asks: asks,
            letter: letter, files: files, isBulk: isBulk, isHeld: isHeld)
    }

    private static let texts = Texts([
        .thai: words, .english: words.merging(["criterion.impact.level.4": "Wide effect"]) { $1 },
    ])

    private static let words = [
        "stage.checking": "ตรวจสอบ", "stage.judging": "ให้คะแนน", "action.pass": "ให้ผ่าน",
        "action.pass.done": "ผ่านการตรวจแล้ว",
        "criterion.impact.hint": "ผลต่อผู้คน", "criterion.impact.level.4": "กว้างขวาง",
    ]
}
