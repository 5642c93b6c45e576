import SalaEngine
import SalaThai

/// The fields of a call's settings, in sections.
struct CallFormView: Sendable {
    struct Section: Sendable {
        let title: String
        let hint: String?
        /// `paired` stands two by two, `compact` side by side; else one below the other.
        let shape: String
        let fields: [FieldView]
    }

    let sections: [Section]
    let errors: ErrorSummaryView?

    /// - Parameter isNew: the handle is asked for; it never changes afterwards.
    init(
        _ site: Site, _ context: SalaContext, _ draft: CallDraft, of programme: Programme, isNew: Bool,
        mistakes: [CallDraft.Mistake] = []
    ) {
        let asking = CallAsking(
            site: site, context: context, draft: draft, programme: programme, mistakes: mistakes)
        let settings = programme.settings.map(asking.setting)
        var sections = [
            Section(
                title: site.say("settings.name-section", context), hint: nil, shape: "",
                fields: programme.languages.map(asking.title) + (isNew ? [asking.handle] : []) + [
                    asking.contact
                ]),
            Section(
                title: site.say("settings.period-section", context),
                hint: site.say(
                    programme.judges ? "settings.period-hint-judged" : "settings.period-hint", context),
                shape: "paired", fields: asking.period),
        ]
        if !settings.isEmpty {
            sections.append(
                Section(
                    title: site.say("settings.numbers-section", context), hint: nil, shape: "",
                    fields: settings))
        }
        sections += programme.rounds.map { round in
            Section(
                title: site.say(
                    "settings.weights-section", context,
                    ["round": programme.texts["round.\(round.name)", context.visit.language]]),
                hint: site.say("settings.weights-hint", context), shape: "compact",
                fields: round.criteria.map { asking.weight($0, in: round) })
        }
        self.sections = sections
        let links = sections.flatMap { section in
            // A criterion may be weighed in several rounds.
            let place = section.shape == "compact" ? "\(section.title) – " : ""
            return section.fields.compactMap { field in
                field.error.map {
                    LinkView(mistake: $0, in: place + field.label, url: "#\(field.anchor)")
                }
            }
        }
        errors = links.isEmpty ? nil : ErrorSummaryView(mistakes: links)
    }
}

/// Makes the fields of a call's settings.
private struct CallAsking {
    let site: Site
    let context: SalaContext
    let draft: CallDraft
    let programme: Programme
    let mistakes: [CallDraft.Mistake]

    private var texts: Texts { programme.texts }
    private var language: Language { context.visit.language }

    func title(_ language: Language) -> FieldView {
        field(
            CallDraft.title(language), site.say("settings.title-\(language.rawValue)", context),
            isRequired: true,
            .text(TextControl(value: draft[CallDraft.title(language)], maximumLength: Call.maximumTitle)))
    }

    var handle: FieldView {
        field(
            CallDraft.handle, site.say("settings.handle", context),
            hint: site.say("settings.handle-hint", context),
            isRequired: true,
            .text(TextControl(value: draft[CallDraft.handle], width: "medium", maximumLength: 60)))
    }

    var contact: FieldView {
        field(
            CallDraft.contact, site.say("settings.contact", context),
            hint: site.say("settings.contact-hint", context),
            .text(TextControl(value: draft[CallDraft.contact], maximumLength: Call.maximumContact)))
    }

    var period: [FieldView] {
        func date(_ name: String, isRequired: Bool) -> FieldView {
            field(
                name, site.say("settings.\(name)", context), isRequired: isRequired,
                .date(DateControl(value: draft[name])))
        }
        func time(_ name: String) -> FieldView {
            field(
                name, site.say("settings.\(name)", context), hint: site.say("settings.\(name)-hint", context),
                .text(TextControl(value: draft[name], width: "short")))
        }
        return [
            date(CallDraft.opensDate, isRequired: true), time(CallDraft.opensTime),
            date(CallDraft.closesDate, isRequired: programme.judges), time(CallDraft.closesTime),
        ]
    }

    func setting(_ setting: SettingDefinition) -> FieldView {
        let name = CallDraft.setting(setting.name)
        let label = texts["setting.\(setting.name)", language]
        let hint = texts.find("setting.\(setting.name).hint", language)
        let (minimum, maximum) = (setting.bounds.lowerBound, setting.bounds.upperBound)
        let bounds = site.say(
            "settings.bounds", context,
            ["minimum": Digits.grouped(minimum), "maximum": Digits.grouped(maximum)])
        return field(
            name, label, hint: [hint, bounds].compactMap(\.self).joined(separator: " · "),
            .text(TextControl(value: draft[name], inputMode: "numeric", width: "short")))
    }

    func weight(_ criterion: Criterion, in round: Round) -> FieldView {
        let name = CallDraft.weight(criterion.name, in: round.name)
        return field(
            name, texts["criterion.\(criterion.name)", language],
            .text(TextControl(value: draft[name], inputMode: "numeric", width: "short", unit: "%")))
    }

    private func field(
        _ name: String, _ label: String, hint: String? = nil, isRequired: Bool = false,
        _ control: FieldControl
    ) -> FieldView {
        let mistake = mistakes.first { $0.field == name }
        return FieldView(
            name: name, label: label, hint: hint,
            error: mistake.map { site.say("settings.mistake.\($0.key)", context, values(of: $0)) },
            isRequired: isRequired, control: control)
    }

    /// What the mistake's text is filled with; another setting by the name that its field has.
    private func values(of mistake: CallDraft.Mistake) -> [String: String] {
        var values = mistake.values
        if let setting = values["setting"] { values["setting"] = texts["setting.\(setting)", language] }
        return values
    }
}
