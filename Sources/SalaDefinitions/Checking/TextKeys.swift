import SalaEngine

/// The keys of the texts that a programme needs, and of those it may have.
struct TextKeys {
    private(set) var required: Set<String> = ["programme.name", "programme.summary", "programme.about"]
    private(set) var optional: Set<String> = []

    init(
        header: Header, form: Form?, workflow: Workflow?, rounds: [Round], register: Register?
    ) {
        for role in header.roles { required.insert("role.\(role.name)") }
        for setting in header.settings {
            required.insert("setting.\(setting.name)")
            optional.insert("setting.\(setting.name).hint")
        }
        if let form {
            let shown = Set((register?.page ?? []) + (register?.columns ?? []))
            add(form, under: "form", shown: shown, arePagesNamed: true)
        }
        if let workflow { add(workflow) }
        rounds.forEach { add($0) }
        if let register { optional.formUnion(register.labelled.map(Programme.publicLabelKey)) }
    }

    private mutating func add(_ workflow: Workflow) {
        for stage in workflow.stages {
            required.formUnion(["stage.\(stage.name)", "stage.\(stage.name).next"])
            if stage.clock?.then == .remind { required.insert("letter.\(Submission.reminder)") }
        }
        for action in workflow.actions {
            required.formUnion(["action.\(action.name)", "action.\(action.name).done"])
            optional.insert("action.\(action.name).hint")
            if let letter = action.letter { required.insert("letter.\(letter)") }
            guard let form = action.asks, let page = form.pages.first else { continue }
            add(form, under: "asks.\(page.name)", shown: [], arePagesNamed: false)
        }
    }

    private mutating func add(_ round: Round) {
        required.insert("round.\(round.name)")
        for criterion in round.criteria {
            required.insert("criterion.\(criterion.name)")
            optional.insert("criterion.\(criterion.name).hint")
            required.formUnion(criterion.levels.map { "criterion.\(criterion.name).level.\($0)" })
        }
    }

    private mutating func add(_ form: Form, under prefix: String, shown: Set<String>, arePagesNamed: Bool) {
        if arePagesNamed {
            for page in form.pages {
                required.insert("\(prefix).\(page.name).label")
                optional.insert("\(prefix).\(page.name).hint")
            }
        }
        for question in form.questions {
            let key = "\(prefix).\(question.name)"
            if question.kind == .calculate, !shown.contains(question.name) {
                optional.insert("\(key).label")
            } else {
                required.insert("\(key).label")
            }
            optional.insert("\(key).hint")
            if question.constraint != nil { required.insert("\(key).constraint") }
            optional.formUnion(
                question.groups.flatMap { ["\(prefix).\($0.name).label", "\(prefix).\($0.name).hint"] })
        }
        for (list, choices) in form.choices {
            required.formUnion(choices.map { "\(choiceKey(prefix)).\(list).\($0.name)" })
        }
    }

    /// The form's own choices stand at the top, those of an asked form under it.
    private func choiceKey(_ prefix: String) -> String {
        prefix == "form" ? "choice" : "\(prefix).choice"
    }
}

extension Register {
    /// The questions whose words the public reads.
    fileprivate var labelled: Set<String> {
        let asked = facets.compactMap { facet in
            if case .question(let name) = facet { name } else { nil }
        }
        return Set(page + columns + asked)
    }
}
