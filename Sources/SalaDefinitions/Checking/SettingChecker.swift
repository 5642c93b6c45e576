import SalaEngine

/// Refuses settings that an office would fill in for nothing, and standards that no call could keep.
struct SettingChecker {
    let folder: FolderReading
    /// Nil when `programme.yaml` could not be read.
    let header: Header?
    /// Nil when `panel.yaml` could not be read.
    let rounds: [Round]?

    func check() {
        checkStandards(header?.settings ?? [])
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

    private func checkStandards(_ settings: [SettingDefinition]) {
        for setting in settings {
            guard let other = settings.first(where: { $0.name == setting.atMost }),
                setting.standard > other.standard
            else { continue }
            folder.faults.add(
                folder.place("setting", setting.name, else: HeaderReader.file),
                "the standard \(setting.standard) of `\(setting.name)` is more than the standard "
                    + "\(other.standard) of `\(other.name)`, which bounds it",
                "write a standard of \(other.standard) or less, or a larger one for `\(other.name)`")
        }
    }
}
