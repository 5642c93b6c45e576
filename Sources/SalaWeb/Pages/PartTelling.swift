/// A value that tells templates its parts itself. Tables and long lists of choices are made of such values:
/// to find their parts by reflection would take most of a page's time.
protocol PartTelling {
    /// Every stored property by its name, and its value if it has one.
    var parts: [(name: String, value: TemplateValue?)] { get }
}

extension TemplateValue {
    fileprivate init?(text: String?) {
        guard let text else { return nil }
        self = .text(text)
    }

    fileprivate init?(telling: (some PartTelling)?) {
        guard let telling else { return nil }
        self = .parts(TemplateParts(telling))
    }
}

extension ChoiceView: PartTelling {
    var parts: [(name: String, value: TemplateValue?)] {
        [
            ("value", .text(value)), ("label", .text(label)), ("detail", TemplateValue(text: detail)),
            ("isChosen", .flag(isChosen)),
        ]
    }
}

extension DeskRowView: PartTelling {
    var parts: [(name: String, value: TemplateValue?)] {
        [
            ("id", .text(id)), ("url", .text(url)), ("title", .text(title)),
            ("detail", TemplateValue(text: detail)),
            ("cells", .list(cells.map { .parts(TemplateParts($0)) })), ("isChosen", .flag(isChosen)),
            ("note", TemplateValue(text: note)),
        ]
    }
}

extension DeskCellView: PartTelling {
    var parts: [(name: String, value: TemplateValue?)] {
        [
            ("label", TemplateValue(text: label)), ("text", TemplateValue(text: text)),
            ("isNumber", .flag(isNumber)), ("badge", TemplateValue(telling: badge)),
            ("due", TemplateValue(telling: due)),
        ]
    }
}

extension StageBadgeView: PartTelling {
    var parts: [(name: String, value: TemplateValue?)] {
        [("label", .text(label)), ("tone", .text(tone)), ("icon", .text(icon))]
    }
}

extension DaysLeftView: PartTelling {
    var parts: [(name: String, value: TemplateValue?)] {
        [
            ("text", .text(text)), ("exactTime", .text(exactTime)), ("timestamp", .text(timestamp)),
            ("isUrgent", .flag(isUrgent)), ("isOver", .flag(isOver)), ("isOverdue", .flag(isOverdue)),
        ]
    }
}
