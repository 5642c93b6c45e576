public import SalaEngine

/// Who may do what and when, as a page that reviewers read when a programme changes.
public enum WhoMayWhat {
    /// Markdown tables of roles, of actions by stage and role, and of what each action needs; the same for
    /// the same programme.
    public static func markdown(_ programme: Programme) -> String {
        """
        # Who may what: \(programme.name)

        Written from the programme's files; change those, not this page.

        ## Roles

        \(roles(programme))

        ## Private answers

        \(privates(programme))

        ## Actions by stage and role

        \(matrix(programme))

        ## Actions

        \(actions(programme))

        ## Rounds of judging

        \(rounds(programme))
        """ + "\n"
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let cells = [head, head.map { _ in "---" }] + rows
        return cells.map { "| " + $0.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    private static func roles(_ programme: Programme) -> String {
        let head = ["role", "comes from", "sees submissions"] + Role.Permission.allCases.map(\.rawValue)
        return table(
            head,
            programme.roles.map { role in
                [role.name, role.granting.rawValue, role.sees.rawValue]
                    + Role.Permission.allCases.map { role.may.contains($0) ? "yes" : "" }
            })
    }

    private static func privates(_ programme: Programme) -> String {
        guard !programme.privates.isEmpty else { return "None." }
        return table(
            ["question", "read by the filer's side and by"],
            programme.privates.map { [$0.name, programme.readers(of: $0).joined(separator: ", ")] })
    }

    private static func matrix(_ programme: Programme) -> String {
        let actors = programme.roles.map(\.name) + [Action.clockRole]
        let rows = programme.workflow.stages.map { stage in
            [mark(stage, programme)]
                + actors.map { actor in
                    var deeds = programme.workflow.actions(from: stage.name)
                        .filter { $0.by.contains(actor) }.map { "\($0.name) → \($0.to)" }
                    if stage.isOpen, programme.role(actor)?.granting == .filing {
                        deeds.insert("write", at: 0)
                    }
                    if programme.round(stage.round ?? "")?.judges == actor { deeds.append("review") }
                    if actor == Action.clockRole, stage.clock?.then == .remind { deeds.append("remind") }
                    return deeds.joined(separator: "<br>")
                }
        }
        return table(["stage"] + actors, rows)
    }

    private static func mark(_ stage: Stage, _ programme: Programme) -> String {
        var marks: [String] = []
        if stage.name == programme.workflow.first.name { marks.append("first") }
        if stage.isOpen { marks.append("open") }
        if stage.isPublic { marks.append("public") }
        if stage.isFinal { marks.append("final") }
        if stage.isWithdrawn { marks.append("withdrawn") }
        if let round = stage.round { marks.append("panel \(round)") }
        if let clock = stage.clock { marks.append(words(clock)) }
        return marks.isEmpty ? stage.name : "\(stage.name) (\(marks.joined(separator: ", ")))"
    }

    private static func words(_ clock: Clock) -> String {
        switch clock.within {
        case .workingDays(let days): "within \(days) working days"
        case .untilAnswer(let question): "until \(question)"
        }
    }

    private static func actions(_ programme: Programme) -> String {
        let head = ["action", "by", "from", "to", "when", "asks", "letter", "files", "bulk", "held"]
        return table(
            head,
            programme.workflow.actions.map { action in
                [
                    action.name, action.by.joined(separator: ", "), action.from.joined(separator: ", "),
                    action.to,
                    action.when.map(\.rawValue).joined(separator: ", "), asked(action), action.letter ?? "",
                    action.files ? "yes" : "", action.isBulk ? "yes" : "", action.isHeld ? "yes" : "",
                ]
            })
    }

    private static func asked(_ action: Action) -> String {
        (action.asks?.questions ?? []).map { $0.required == nil ? "\($0.name)?" : $0.name }.joined(
            separator: ", ")
    }

    private static func rounds(_ programme: Programme) -> String {
        guard !programme.rounds.isEmpty else { return "None." }
        return table(
            [
                "round", "judges", "led by", "reviews", "rule", "criteria", "selects", "by", "others",
                "conflicts", "hidden from judges",
            ],
            programme.rounds.map { round in
                [
                    round.name, round.judges, round.chair ?? "", String(round.reviews), round.tally.name,
                    round.criteria.map { "\($0.name) \($0.weight)" }.joined(separator: ", "),
                    round.selection.count, round.selection.selected, round.selection.others ?? "",
                    conflicts(round.conflicts),
                    round.blind.map { (["who entered"] + $0.hides).joined(separator: ", ") } ?? "",
                ]
            })
    }

    private static func conflicts(_ rule: ConflictRule) -> String {
        var words = [rule.asks ? "asked before content" : "not asked", "own and former organisation"]
        if rule.sameProvince { words.append("same province") }
        return words.joined(separator: ", ")
    }
}
