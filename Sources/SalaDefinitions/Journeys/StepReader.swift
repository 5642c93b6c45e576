import SalaEngine

/// Reads one step of a journey.
struct StepReader {
    private static let deeds = [
        "does", "answers", "attaches", "assigns", "clears", "declares", "recuses", "becomes-member",
        "abstains", "reviews", "asks-further", "reopens", "selects", "takes-back", "releases", "waits",
        "invites", "joins", "parts", "lets-in",
    ]
    /// Those of what is asked of a submission: no journey sets up a call, or gives and takes back its roles.
    private static let refusals = [
        "not-allowed", "not-found", "wrong-stage", "window-not-open", "window-closed", "call-not-published",
        "incomplete", "past-due", "limit-reached", "not-assigned", "conflict-declared", "abstained",
        "reviews-missing", "own-organisation", "already-held", "scoring-closed", "nothing-held", "mistaken",
        "unfit", "already-done", "mistaken-call", "invitation-already-member", "invitation-already-invited",
        "invitation-too-many", "invitation-not-draft", "invitation-spent", "invitation-part-in-call",
        "invitation-not-joined", "late-access-still-open", "late-access-without-end",
        "late-access-not-foreseen", "late-access-already-decided", "late-access-already-granted",
        "late-access-own-organisation",
        "conflict-unanswered", "recused", "former-organisation", "same-province", "knows-entrants",
    ]

    let folder: FolderReading
    let programme: Programme
    let people: [String]
    /// Answers that the journey writes once and names in its steps.
    var sheets: [String: Answers] = [:]

    func read(_ entry: Entry) -> Journey.Step? {
        let keys = ["at", "who", "entry", "input", "then", "also", "refused"] + StepReader.deeds
        guard let record = entry.record(keys) else { return nil }
        let given = StepReader.deeds.filter { record[$0] != nil }
        guard given.count == 1, let deed = self.deed(given[0], record) else {
            if given.count != 1 {
                let deeds = StepReader.deeds.map { "`\($0)`" }.joined(separator: ", ")
                entry.fault(
                    given.isEmpty
                        ? "nobody does anything in this step" : "the step does several things at once",
                    "write exactly one of \(deeds)")
            }
            return nil
        }
        if record["input"] != nil, given[0] != "does" {
            record["input"]?.fault("only an action has an input", "move it into a step with `does`")
        }
        let who = record["who"].flatMap { folder.demand($0, "person", among: people + [Action.clockRole]) }
        if who == nil, record["who"] == nil, deed != .wait {
            entry.fault("the step does not say who", "write `who:` and one of the people")
        }
        let subject = record["entry"]?.text() ?? "entry"
        return Journey.Step(
            line: entry.place.line ?? 1, at: record["at"]?.instant(), who: who ?? Action.clockRole,
            entry: subject, deed: deed, outcome: outcome(record, of: subject))
    }

    private func outcome(_ record: Record, of subject: String) -> Journey.Outcome {
        if let refused = record["refused"] {
            for key in ["then", "also"] {
                record[key]?.fault("nothing follows from what is refused", "remove `\(key)`, or `refused`")
            }
            return .refused(folder.demand(refused, "refusal", among: StepReader.refusals) ?? "")
        }
        var expected: [String: Journey.Expectation] = [:]
        expected[subject] = record["then"].flatMap(expectation)
        for field in record["also"]?.fields() ?? [] {
            expected[field.name] = expectation(field.value)
        }
        return .expected(expected)
    }

    private func expectation(_ entry: Entry) -> Journey.Expectation? {
        let keys = ["stage", "number", "letters", "public", "held", "answers"]
        guard let then = entry.record(keys) else { return nil }
        let letters = then["letters"].map { words in
            words.words().compactMap { folder.demand($0, "letter", among: programme.letters.map(\.name)) }
        }
        let held: String? = then["held"].flatMap { held in
            if held.scalar == "nothing" { return "" }
            return folder.demand(held, "action", among: programme.workflow.actions.map(\.name))
        }
        return Journey.Expectation(
            stage: then["stage"].flatMap {
                folder.demand($0, "stage", among: programme.workflow.stages.map(\.name))
            },
            number: then["number"]?.text(), letters: letters, isPublic: then["public"]?.flag(), held: held,
            answers: then["answers"].map { answers($0, programme.form) } ?? [:])
    }

    private func deed(_ key: String, _ record: Record) -> Journey.Deed? {
        guard let entry = record[key] else { return nil }
        switch key {
        case "does": return does(entry, record["input"])
        case "answers": return answered(entry)
        case "attaches": return .attach(answers(entry, programme.form).mapValues(\.items))
        case "assigns": return assign(entry)
        case "clears":
            return roundName(entry.record(["round"], required: ["round"])).map { .denyConflict(round: $0) }
        case "recuses":
            return asked(entry).map { .recuse(round: $0.round, judge: $0.judge, reason: $0.reason) }
        case "becomes-member": return entry.text().map(Journey.Deed.becomeMember)
        case "declares": return round(entry, "conflict").map { .declareConflict(round: $0.0, reason: $0.1) }
        case "abstains": return round(entry, "reason").map { .abstain(round: $0.0, reason: $0.1) }
        case "reviews": return review(entry)
        case "asks-further":
            return asked(entry).map { .askFurther(round: $0.round, judge: $0.judge, reason: $0.reason) }
        case "reopens":
            return asked(entry).map { .reopen(round: $0.round, judge: $0.judge, reason: $0.reason) }
        case "selects":
            return roundName(entry.record(["round"], required: ["round"])).map { .select(round: $0) }
        case "takes-back": return .takeBack
        case "invites": return folder.demand(entry, "person", among: people).map(Journey.Deed.invite)
        case "joins": return .join
        case "parts": return folder.demand(entry, "person", among: people).map(Journey.Deed.part)
        case "lets-in": return letIn(entry)
        case "releases": return .release
        default: return .wait
        }
    }

    private func letIn(_ entry: Entry) -> Journey.Deed? {
        let keys = ["whom", "until", "reason"]
        guard let record = entry.record(keys, required: keys),
            let whom = record["whom"].flatMap({ folder.demand($0, "person", among: people) }),
            let until = record["until"]?.instant(), let reason = record["reason"]?.text()
        else { return nil }
        return .letIn(whom, until: until, reason: reason)
    }

    private func does(_ entry: Entry, _ input: Entry?) -> Journey.Deed? {
        if entry.scalar == "start" { return .start }
        let names = programme.workflow.actions.map(\.name)
        guard let name = folder.demand(entry, "action", among: ["start"] + names) else { return nil }
        let form = programme.workflow.action(name)?.asks
        if let input, form == nil { input.fault("the action `\(name)` asks nothing", "remove `input`") }
        return .act(name, input: input.flatMap { entry in form.map { answers(entry, $0) } } ?? [:])
    }

    private func answered(_ entry: Entry) -> Journey.Deed? {
        guard entry.scalar != nil else { return .answer(answers(entry, programme.form)) }
        return folder.demand(entry, "set of answers", among: sheets.keys.sorted())
            .flatMap { sheets[$0] }.map(Journey.Deed.answer)
    }

    /// The answers as the form keeps them: lists for what takes several.
    func answers(_ entry: Entry, _ form: Form) -> Answers {
        var answers: Answers = [:]
        for field in entry.fields() ?? [] {
            guard let question = form.question(field.name) else {
                let known = form.questions.map(\.name)
                folder.faults.add(
                    field.place, "there is no question `\(field.name)`",
                    Spelling.mend(field.name, among: known))
                continue
            }
            let words = field.value.isNull ? [] : field.value.words().compactMap(\.scalar)
            switch question.kind {
            case .selectMultiple, .file, .image: answers[field.name] = .list(words)
            default: answers[field.name] = .text(words.joined(separator: " "))
            }
        }
        return answers
    }

    private func roundName(_ record: Record?) -> String? {
        record?["round"].flatMap {
            folder.demand($0, "round of judging", among: programme.rounds.map(\.name))
        }
    }

    private func round(_ entry: Entry, _ key: String) -> (String, String)? {
        guard let record = entry.record(["round", key], required: ["round", key]),
            let name = roundName(record),
            let text = record[key]?.text()
        else { return nil }
        return (name, text)
    }

    private func assign(_ entry: Entry) -> Journey.Deed? {
        guard let record = entry.record(["round", "to"], required: ["round", "to"]),
            let name = roundName(record)
        else { return nil }
        let judges = (record["to"]?.words() ?? []).compactMap { folder.demand($0, "person", among: people) }
        return .assign(round: name, to: judges)
    }

    /// What is asked of a judge in a round, and why.
    private func asked(_ entry: Entry) -> (round: String, judge: String, reason: String)? {
        let keys = ["round", "judge", "reason"]
        guard let record = entry.record(keys, required: keys), let name = roundName(record),
            let judge = record["judge"].flatMap({ folder.demand($0, "person", among: people) }),
            let reason = record["reason"]?.text()
        else { return nil }
        return (name, judge, reason)
    }

    private func review(_ entry: Entry) -> Journey.Deed? {
        let keys = ["round", "scores", "committee", "filer", "final"]
        guard let record = entry.record(keys, required: ["round", "scores"]), let name = roundName(record),
            let round = programme.round(name)
        else { return nil }
        var scores: [String: Int] = [:]
        for field in record["scores"]?.fields() ?? [] {
            if round.criterion(field.name) == nil {
                let known = round.criteria.map(\.name)
                folder.faults.add(
                    field.place, "there is no criterion `\(field.name)`",
                    Spelling.mend(field.name, among: known))
            }
            scores[field.name] = field.value.integer(0...100)
        }
        return .review(
            round: name,
            Scoring(
                scores: scores, commentToCommittee: record["committee"]?.text() ?? "",
                commentToFiler: record["filer"]?.text() ?? "", isFinal: record.flag("final")))
    }
}
