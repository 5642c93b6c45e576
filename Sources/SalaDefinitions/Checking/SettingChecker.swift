import SalaEngine

/// Refuses settings that an office would fill in for nothing.
struct SettingChecker {
    let folder: FolderReading
    /// Nil when `programme.yaml` could not be read.
    let header: Header?
    /// Nil when `panel.yaml` could not be read.
    let rounds: [Round]?

    func check() {
        // A fault in a round may be why it seems to take no number.
        guard let rounds, !folder.faults.all.contains(where: { $0.file == PanelReader.file }) else { return }
        let used = Set(rounds.map(\.selection.count))
        for setting in header?.settings ?? [] where !used.contains(setting.name) {
            folder.faults.add(
                folder.place("setting", setting.name, else: HeaderReader.file),
                "nothing uses the setting `\(setting.name)`",
                "write `count: \(setting.name)` under `select` of a round in panel.yaml, "
                    + "or remove the setting")
        }
    }
}
