import SalaEngine

extension Fair {
    /// - Parameters:
    ///   - isGuarded: the clock's action waits for a form without mistakes.
    ///   - isSeen: what is judged is public meanwhile.
    ///   - isEarly: it is decided before every review is given.
    static func workflow(isGuarded: Bool, isSeen: Bool, isEarly: Bool) throws -> Workflow {
        let decided: [Guard] = isEarly ? [] : [.reviewsComplete]
        return Workflow(
            stages: [
                stage("draft", isOpen: true),
                stage("checking", clock: Clock(within: .workingDays(5), then: .remind)),
                stage(
                    "mending", isOpen: true, clock: Clock(within: .untilAnswer("due"), then: .action("lapse"))
                ),
                stage("judging", isPublic: isSeen, round: "first"),
                stage("won", isFinal: true, isPublic: true),
                stage("lost", isFinal: true),
                Stage(
                    name: "dropped", isOpen: false, isFinal: true, isPublic: false, isWithdrawn: true,
                    round: nil, clock: nil),
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
                action(
                    "pass", by: ["checker", "officer"], from: ["checking"], to: "judging", letter: "passed",
                    isBulk: true),
                action(
                    "return", by: ["checker"], from: ["checking"], to: "mending", asks: try returning(),
                    letter: "returned", isBulk: true),
                action(
                    "lapse", by: [Action.clockRole], from: ["mending"], to: "lapsed",
                    when: isGuarded ? [.formComplete] : [], letter: "lapsed"),
                action("withdraw", by: ["filer"], from: ["checking", "judging"], to: "dropped"),
                action(
                    "win", by: ["officer"], from: ["judging"], to: "won", when: decided,
                    letter: "won",
                    isHeld: true),
                action(
                    "lose", by: ["officer"], from: ["judging"], to: "lost", when: decided,
                    letter: "lost", isHeld: true),
            ])
    }

    private static func returning() throws -> Form {
        let always = try Expression("true()")
        return Form(
            pages: [
                Page(
                    name: "return-reason", relevant: nil,
                    questions: [
                        Question(name: "parts", kind: .selectMultiple("parts")),
                        Question(name: "reason", kind: .text, required: always),
                        Question(name: "due", kind: .date, required: always),
                    ])
            ], choices: ["parts": [Choice(name: "title"), Choice(name: "plan")]])
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
