import SalaEngine

/// What `programme.yaml` says.
struct Header {
    var languages: [Language]
    var filing: Filing
    var roles: [Role]
    var settings: [SettingDefinition]
    /// The questions whose answers are never public; whether the form has them is not known yet.
    var privates: [NamedPrivate]
}

/// A question that `programme.yaml` calls private, and where it does.
struct NamedPrivate {
    let place: Place
    let question: PrivateQuestion
}

/// Reads `programme.yaml`.
struct HeaderReader {
    static let file = "programme.yaml"

    let folder: FolderReading

    func read() -> Header? {
        let purpose: Sentence = "who may file, the roles, the settings and what is private"
        guard let root = folder.yaml(HeaderReader.file, purpose: purpose),
            let record = root.record(
                ["languages", "filing", "roles", "settings", "private"],
                required: ["languages", "filing", "roles"])
        else { return nil }
        let roles = (record["roles"]?.fields() ?? []).map(role)
        let settings = record["settings"]?.fields() ?? []
        return Header(
            languages: languages(record["languages"]), filing: filing(record["filing"]),
            roles: roles, settings: settings.compactMap { setting($0, among: settings.map(\.name)) },
            privates: record["private"].map { privates($0, among: roles) } ?? [])
    }

    /// A list of names, or a map from names to the roles that read them.
    private func privates(_ entry: Entry, among roles: [Role]) -> [NamedPrivate] {
        guard entry.isMap else {
            return entry.words().compactMap { word in
                word.text().map { NamedPrivate(place: word.place, question: PrivateQuestion(name: $0)) }
            }
        }
        return (entry.fields() ?? []).map { field in
            var question = PrivateQuestion(name: field.name)
            if !field.value.isNull {
                question.readers = field.value.words().compactMap {
                    folder.demand($0, "role", among: roles.map(\.name))
                }
            }
            return NamedPrivate(place: field.place, question: question)
        }
    }

    private func languages(_ entry: Entry?) -> [Language] {
        var found: [Language] = []
        for word in entry?.words() ?? [] {
            guard let language = word.choice(Language.self) else { continue }
            if found.contains(language) {
                word.fault("the language `\(language.rawValue)` stands twice", "keep one of the two")
            } else {
                found.append(language)
            }
        }
        return found
    }

    private func filing(_ entry: Entry?) -> Filing {
        var filing = Filing(by: .organisation, limit: nil, numbering: "{number}")
        let keys = ["by", "limit", "numbering", "colleagues", "late-days"]
        guard let record = entry?.record(keys, required: ["by", "numbering"]) else { return filing }
        filing.by = record["by"]?.choice(Filing.Filer.self) ?? filing.by
        filing.limit = record["limit"]?.integer(1...1000)
        filing.lateDays = record["late-days"]?.integer(0...365) ?? filing.lateDays
        if let colleagues = record["colleagues"]?.record(["limit", "file"], required: ["limit"]) {
            filing.colleagues.limit = colleagues["limit"]?.integer(0...50) ?? filing.colleagues.limit
            filing.colleagues.mayFile = colleagues["file"]?.flag() ?? false
            if filing.colleagues.mayFile, filing.colleagues.limit == 0 {
                colleagues["file"]?.fault(
                    "nobody is invited, so that nobody may file by invitation",
                    "remove `file`, or write a limit of 1 or more")
            }
        }
        if let numbering = record["numbering"], let text = numbering.text() {
            demandNumbering(numbering, text)
            filing.numbering = text
        }
        return filing
    }

    private func demandNumbering(_ entry: Entry, _ text: String) {
        if !text.contains("{number}") {
            entry.fault(
                "the numbering `\(text)` has no `{number}`, so that all would be alike",
                "write it such as \"A-{year}-{number}\"")
        }
        let rest = text.replacing("{year}", with: "").replacing("{number}", with: "")
        if rest.contains(where: { "{}".contains($0) || $0.isWhitespace }) {
            entry.fault(
                "the numbering `\(text)` has a space, or a word in braces that is not known",
                "only `{year}` and `{number}` may stand in braces")
        }
    }

    private func role(_ field: Field) -> Role {
        folder.demandKebab(field, "role")
        folder.note("role", field.name, at: field.place)
        if field.name == Action.clockRole {
            folder.faults.add(
                field.place, "`clock` is not a role of people: it stands for time itself",
                "give the role another name")
        }
        var role = Role(name: field.name, granting: .call, sees: .own, may: [])
        guard let record = field.value.record(["granted", "sees", "may"], required: ["granted", "sees"])
        else {
            return role
        }
        role.granting = record["granted"]?.choice(Role.Granting.self) ?? role.granting
        role.sees = record["sees"]?.choice(Role.Sight.self) ?? role.sees
        role.may = Set(record["may"]?.words().compactMap { $0.choice(Role.Permission.self) } ?? [])
        if role.granting == .filing, !role.may.isEmpty {
            record["may"]?.fault(
                "the role `\(role.name)` comes from filing, which gives no permissions",
                "remove `may`, or give the permissions to a role granted by an organisation or a call")
        }
        if role.granting == .filing, record["sees"] != nil, role.sees != .own {
            record["sees"]?.fault("whoever files sees only what is their own", "write `sees: own`")
        }
        return role
    }

    private func setting(_ field: Field, among names: [String]) -> SettingDefinition? {
        folder.demandKebab(field, "setting")
        folder.note("setting", field.name, at: field.place)
        let keys = ["number", "standard"]
        guard let record = field.value.record(keys, required: keys), let number = record["number"],
            let bounds = number.record(["from", "to", "at-most"], required: ["from", "to"]),
            let from = bounds["from"]?.integer(0...1_000_000), let to = bounds["to"]?.integer(0...1_000_000)
        else { return nil }
        guard from <= to else {
            number.fault(
                "the setting `\(field.name)` goes from \(from) to \(to)",
                "write the smaller number under `from`")
            return nil
        }
        return SettingDefinition(
            name: field.name, bounds: from...to, standard: record["standard"]?.integer(from...to) ?? from,
            atMost: bounds["at-most"].flatMap { bound($0, of: field.name, among: names) })
    }

    /// The other setting that a call's number may not exceed.
    private func bound(_ entry: Entry, of setting: String, among names: [String]) -> String? {
        guard entry.scalar != setting else {
            entry.fault(
                "the setting `\(setting)` cannot be bounded by itself",
                "name another setting, or remove `at-most`")
            return nil
        }
        return folder.demand(entry, "setting", among: names.filter { $0 != setting })
    }
}
