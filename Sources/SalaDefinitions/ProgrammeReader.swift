public import SalaEngine

/// Reads a programme's folder, and finds everything that is wrong with it.
public struct ProgrammeReader {
    /// The programme, or every fault of the folder by file and line; never both.
    public static func read(_ files: ProgrammeFiles) -> (Programme?, [DefinitionFault]) {
        read(files, isChecking: true)
    }

    /// The programme of a version that was published. It holds as it passed the checks of its day: those that
    /// have come since are for new versions. Only what cannot be read at all is a fault.
    public static func readPublished(_ files: ProgrammeFiles) -> (Programme?, [DefinitionFault]) {
        read(files, isChecking: false)
    }

    private static func read(
        _ files: ProgrammeFiles, isChecking: Bool
    ) -> (Programme?, [DefinitionFault]) {
        let folder = FolderReading(files, isChecking: isChecking)
        let programme = ProgrammeReader(folder: folder).read()
        let faults = folder.faults.sorted
        return faults.isEmpty ? (programme, []) : (nil, faults)
    }

    private let folder: FolderReading

    private func read() -> Programme? {
        let header = HeaderReader(folder: folder).read()
        let written = (header?.languages ?? []).compactMap(TextsReader(folder: folder).read)
        let hasText = { (key: String) in written.contains { $0.texts[key] != nil } }
        let form = FormReader(
            folder: folder, file: "form.yaml", texts: "form", impliedPage: nil,
            hasHint: { hasText("form.\($0).hint") }
        ).read(purpose: "the questions")
        let rounds = PanelReader(folder: folder, header: header).read()
        let letterReader = LetterReader(folder: folder, languages: header?.languages)
        let letters = letterReader.read()
        let workflow = WorkflowReader(
            folder: folder, roles: header?.roles.map(\.name), rounds: rounds?.map(\.name),
            letters: letterReader.names, hasText: hasText
        ).read()
        let privates = PrivateChecker(folder: folder, header: header, form: form)
        let register = RegisterReader(folder: folder, form: form, privates: privates.asked.map(\.name))
            .read()
        if folder.isChecking {
            checkName()
            privates.check()
            SettingChecker(folder: folder, header: header, rounds: rounds).check()
            check(header, form, workflow, rounds, letters)
            if let register { RegisterChecker(folder: folder, register: register).check() }
            checkFiles()
        }
        guard let header, let form, let workflow, let rounds else { return nil }
        if folder.isChecking {
            let keys = TextKeys(
                header: header, form: form, workflow: workflow, rounds: rounds, register: register)
            TextsChecker(folder: folder, keys: keys, written: written).check()
        }
        let texts = Texts(Dictionary(uniqueKeysWithValues: written.map { ($0.language, $0.texts) }))
        return Programme(
            name: folder.files.name, languages: header.languages, filing: header.filing, roles: header.roles,
            settings: header.settings, form: form, privates: privates.asked, workflow: workflow,
            rounds: rounds,
            register: register, letters: letters, texts: texts)
    }

    private func checkName() {
        guard !Names.isKebab(folder.files.name) else { return }
        folder.faults.add(
            Place(file: HeaderReader.file, line: nil),
            "`\(folder.files.name)` cannot be the name of a programme",
            "call the folder by lower-case letters, digits and hyphens, such as `street-lamps`")
    }

    private func check(
        _ header: Header?, _ form: Form?, _ workflow: Workflow?, _ rounds: [Round]?,
        _ letters: [LetterDefinition]
    ) {
        let lists = ListChecker(folder: folder)
        if let form { lists.check(form, file: "form.yaml") }
        guard let workflow else { return }
        WorkflowChecker(
            folder: folder, workflow: workflow, header: header, rounds: rounds,
            hasRegister: folder.has(RegisterReader.file)
        ).check()
        if let header {
            RoleChecker(folder: folder, header: header, workflow: workflow, rounds: rounds ?? []).check()
            PanelChecker(
                folder: folder, header: header, form: form, workflow: workflow, rounds: rounds ?? []
            ).check()
        }
        for form in workflow.actions.compactMap(\.asks) {
            if let page = form.pages.first { lists.check(form, file: "\(page.name).yaml") }
        }
        LetterChecker(
            folder: folder, letters: letters, workflow: workflow, languages: header?.languages ?? []
        )
        .check()
    }

    /// Refuses files that nothing reads; a README is for people.
    private func checkFiles() {
        let faulty = Set(folder.faults.all.map(\.file))
        for file in folder.files.files.keys where !folder.used.contains(file) && file != "README.md" {
            let place = Place(file: file, line: nil)
            // A file that could not be read may name the others.
            if !file.contains("/"), file.hasSuffix(".yaml") {
                guard !faulty.contains(WorkflowReader.file) else { continue }
                folder.faults.add(
                    place, "no action asks this form",
                    "write `asks: \(file)` in an action, or remove the file")
            } else if !faulty.contains(HeaderReader.file) {
                folder.faults.add(
                    place, "nothing reads this file",
                    "remove it; letters are called letters/NAME.LANGUAGE.txt and texts are called "
                        + "texts/LANGUAGE.yaml, for the languages in programme.yaml")
            }
        }
    }
}
