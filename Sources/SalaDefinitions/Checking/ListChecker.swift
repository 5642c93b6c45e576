import SalaEngine

/// Refuses lists of choices that no question offers.
struct ListChecker {
    let folder: FolderReading

    func check(_ form: Form, file: String) {
        let used = Set(
            form.questions.compactMap { question -> String? in
                switch question.kind {
                case .selectOne(let list), .selectMultiple(let list): list
                default: nil
                }
            })
        for list in form.choices.keys.sorted() where !used.contains(list) {
            folder.faults.add(
                folder.place("list of \(file)", list, else: file), "no question offers the list `\(list)`",
                "remove it, or write `select_one \(list)` in a question")
        }
    }
}
