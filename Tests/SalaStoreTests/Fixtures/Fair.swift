import SalaEngine

/// A small programme with everything that the store keeps: filing, a check, judging, held decisions, a
/// register.
enum Fair {
    static let name = "fair"

    /// - Parameter files: what a version's files say; `limited` lets an organisation file once, `shared` ends
    ///   in a rank that nothing decides, `private` keeps the telephone for officers and the plan for judges,
    ///   `guarded` lets the clock act on a complete form alone, `seen` shows what is being judged,
    ///   `early` decides before every review is given, in `lasting` those who get no place stay where they
    ///   are, `asking` asks judges about conflicts, `near` minds the province too, `blind` does that and
    ///   hides who entered, `roundless` judges nothing, and whatever else is one more version.
    static func programme(_ files: String) throws -> Programme {
        Programme(
            name: name, languages: [.thai, .english],
            filing: Filing(
                by: .organisation, limit: files == "limited" ? 1 : nil, numbering: "F-{year}-{number}"),
            roles: roles,
            settings: [SettingDefinition(name: "places", bounds: 1...9, standard: 1)],
            form: try form(), privates: files == "private" ? privates : [],
            workflow: try workflow(
                isGuarded: files == "guarded", isSeen: files == "seen", isEarly: files == "early"),
            rounds: rounds(files),
            register: register,
            letters: letters(files), texts: texts)
    }

    private static func rounds(_ files: String) -> [Round] {
        switch files {
        case "roundless": return []
        case "lasting": return [lasting]
        case "asking", "near", "blind":
            var asking = round
            asking.conflicts = ConflictRule(sameProvince: files == "near")
            asking.chair = "checker"
            asking.blind = files == "blind" ? Blinding(hides: ["phone"]) : nil
            return [asking]
        default: return [round]
        }
    }

    private static let roles = [
        Role(name: "filer", granting: .filing, sees: .own, may: []),
        Role(
            name: "officer", granting: .organisation, sees: .filed,
            may: [
                .manageCall, .grantRoles, .assignReviews, .readReviews, .select, .release, .readCommittee,
                .readPrivate,
            ]),
        Role(name: "checker", granting: .call, sees: .filed, may: []),
        Role(name: "judge", granting: .call, sees: .assigned, may: []),
        Role(name: "auditor", granting: .call, sees: .all, may: []),
    ]

    private static let privates = [
        PrivateQuestion(name: "phone"), PrivateQuestion(name: "plan", readers: ["judge"]),
    ]

    static let register = Register(
        title: "title", summary: "story", picture: "photo", facets: [.province, .question("kind")],
        page: ["kind"],
        columns: ["title", "cost"])

    private static func form() throws -> Form {
        let always = try Expression("true()")
        return Form(
            pages: [
                Page(
                    name: "about", relevant: nil,
                    questions: [
                        Question(name: "title", kind: .text, required: always),
                        Question(name: "story", kind: .text, appearance: ["multiline"]),
                        Question(name: "phone", kind: .text),
                        Question(name: "kind", kind: .selectOne("kinds")),
                        Question(name: "people", kind: .integer),
                        Question(
                            name: "cost", kind: .calculate, calculation: try Expression("${people} * 2")),
                    ]),
                Page(
                    name: "papers", relevant: nil,
                    questions: [
                        Question(name: "photo", kind: .image), Question(name: "plan", kind: .file),
                    ]),
            ], choices: ["kinds": [Choice(name: "lamp"), Choice(name: "road")]])
    }

    static let round = Round(
        name: "first", judges: "judge", reviews: 2,
        criteria: [
            Criterion(name: "impact", weight: 60, levels: [0, 1, 2, 3, 4, 5]),
            Criterion(name: "novelty", weight: 40, levels: [0, 1, 2, 3, 4, 5]),
        ], commentToCommittee: .optional, commentToFiler: .optional,
        tally: TallyRule(kind: .mean, decimals: 2),
        ties: [.criterion("impact")], selection: Selection(count: "places", selected: "win", others: "lose"),
        conflicts: ConflictRule(asks: false))

    private static let lasting: Round = {
        var lasting = round
        lasting.selection.others = nil
        return lasting
    }()

    /// The letter `broken` cannot be written in the version of that name; in `telling` they say why and by
    /// when.
    private static func letters(_ files: String) -> [LetterDefinition] {
        ["receipt", "passed", "returned", "lapsed", "reminder", "won", "lost"].map { name in
            let told = files == "telling" ? " {{ reason }} {{due}}" : ""
            let body = files == "broken \(name)" ? "broken" : "\(name) {{number}}\(told)"
            return LetterDefinition(
                name: name, subject: [.thai: name, .english: name], body: [.thai: body, .english: body])
        }
    }

    private static let texts = Texts([
        .thai: [
            "choice.kinds.lamp": "โคมไฟ", "choice.kinds.road": "ถนนหนทาง",
            "programme.name": "งานแสดง", "stage.checking": "ตรวจสอบ", "stage.mending": "แก้ไข",
            "asks.return-reason.choice.parts.title": "ชื่อเรื่อง", "asks.return-reason.choice.parts.plan": "แผน",
        ],
        .english: [
            "choice.kinds.lamp": "Lamp post", "choice.kinds.road": "Road",
            "programme.name": "Fair", "stage.checking": "Checking",
        ],
    ])
}
