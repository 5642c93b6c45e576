import SalaEngine

/// Refuses private questions that are not asked, and those that would be told in another way.
struct PrivateChecker {
    let folder: FolderReading
    /// Nil when `programme.yaml` could not be read.
    let header: Header?
    /// Nil when `form.yaml` could not be read.
    let form: Form?

    /// Those that the form asks.
    var asked: [PrivateQuestion] { (header?.privates ?? []).filter(isAsked).map(\.question) }

    func check() {
        let named = header?.privates ?? []
        for one in named where !isAsked(one) {
            folder.faults.add(
                one.place, "there is no question `\(one.question.name)`",
                Spelling.mend(one.question.name, among: form?.questions.map(\.name) ?? []))
        }
        checkReaders(named.filter(isAsked))
        checkCalculations(Set(asked.map(\.name)))
    }

    private func isAsked(_ named: NamedPrivate) -> Bool {
        form.map { $0.question(named.question.name) != nil } ?? true
    }

    private func checkReaders(_ named: [NamedPrivate]) {
        let reads = (header?.roles ?? []).contains { $0.may.contains(.readPrivate) }
        guard !reads, let first = named.first(where: { $0.question.readers == nil }) else { return }
        folder.faults.add(
            first.place, "nobody but its filer may read `\(first.question.name)`",
            "write `read-private` under `may` of a role, or name the roles: "
                + "`\(first.question.name): [ROLE]`")
    }

    /// What is reckoned from a private answer tells of it.
    private func checkCalculations(_ names: Set<String>) {
        for question in form?.questions ?? [] where !names.contains(question.name) {
            let told = (question.calculation?.references ?? []).intersection(names)
            guard let first = told.min() else { continue }
            folder.faults.add(
                folder.place("question of form.yaml", question.name, else: "form.yaml"),
                "`\(question.name)` is calculated from `\(first)`, which is private",
                "write `\(question.name)` under `private` in programme.yaml too")
        }
    }
}
