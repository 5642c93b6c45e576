import SalaEngine

extension Contest {
    static let round = Round(
        name: "first", judges: "judge", reviews: 2,
        criteria: [
            Criterion(name: "impact", weight: 60, levels: [0, 1, 2, 3]),
            Criterion(name: "novelty", weight: 40, levels: [0, 1, 2, 3]),
        ], commentToCommittee: .optional, commentToFiler: .required,
        tally: TallyRule(kind: .mean, decimals: 2),
        ties: [.criterion("impact"), .earliestFiling],
        selection: Selection(count: "places", selected: "win", others: "lose"),
        conflicts: ConflictRule(asks: false))

    static func workflow() throws -> Workflow {
        Workflow(
            stages: [
                stage("draft", isOpen: true),
                stage("checking", clock: Clock(within: .workingDays(5), then: .remind)),
                stage(
                    "mending", isOpen: true, clock: Clock(within: .untilAnswer("due"), then: .action("lapse"))
                ),
                stage("judging", round: "first"),
                stage("won", isFinal: true, isPublic: true),
                stage("lost", isFinal: true),
                stage("dropped", isFinal: true),
                stage("lapsed", isFinal: true),
            ],
            actions: [
                action(
                    "submit", by: ["filer"], from: ["draft"], to: "checking",
                    when: [.windowOpen, .formComplete],
                    letter: "receipt", files: true),
                action(
                    "resubmit", by: ["filer"], from: ["mending"], to: "checking",
                    when: [.beforeDue, .formComplete],
                    letter: "receipt", files: true),
                action("pass", by: ["checker", "clerk"], from: ["checking"], to: "judging", isBulk: true),
                action(
                    "return", by: ["checker"], from: ["checking"], to: "mending", asks: try returning(),
                    letter: "returned"),
                action("lapse", by: [Action.clockRole], from: ["mending"], to: "lapsed", letter: "lapsed"),
                action("withdraw", by: ["filer"], from: ["checking", "judging"], to: "dropped"),
                action(
                    "win", by: ["clerk", "chair"], from: ["judging"], to: "won", when: [.reviewsComplete],
                    letter: "won", isHeld: true),
                action(
                    "lose", by: ["clerk", "chair"], from: ["judging"], to: "lost", when: [.reviewsComplete],
                    isHeld: true),
            ])
    }

    private static func returning() throws -> Form {
        let always = try Expression("true()")
        return Form(
            pages: [
                Page(
                    name: "return-reason", relevant: nil,
                    questions: [
                        Question(name: "reason", kind: .text, required: always),
                        Question(name: "due", kind: .date, required: always),
                    ])
            ], choices: [:])
    }

    private static func stage(
        _ name: String, isOpen: Bool = false, isFinal: Bool = false, isPublic: Bool = false,
        round: String? = nil,
        clock: Clock? = nil
    ) -> Stage {
        Stage(name: name, isOpen: isOpen, isFinal: isFinal, isPublic: isPublic, round: round, clock: clock)
    }

    private static func action(
        _ name: String, by: [String], from: [String], to: String, when: [Guard] = [], asks: Form? = nil,
        letter: String? = nil, files: Bool = false, isBulk: Bool = false, isHeld: Bool = false
    ) -> Action {
        Action(
            name: name, by: by, from: from, to: to, when: when, asks: asks, letter: letter, files: files,
            isBulk: isBulk, isHeld: isHeld)
    }
}

extension Workflow {
    /// Lets checkers give another day to what is being mended.
    mutating func addRescheduling() {
        guard var action = action("return") else { preconditionFailure("what is checked can be returned") }
        (action.name, action.from, action.letter) = ("reschedule", ["mending"], nil)
        actions.append(action)
    }

    /// Lets the clock's action wait for a form without mistakes.
    mutating func guardLapse() {
        for index in actions.indices where actions[index].name == "lapse" {
            actions[index].when = [.formComplete]
        }
    }
}
