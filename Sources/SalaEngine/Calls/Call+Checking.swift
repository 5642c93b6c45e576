public import SalaThai

extension Call {
    /// The longest title in UTF-16 code units, which is what browsers count.
    public static let maximumTitle = 200
    /// The longest contact in UTF-16 code units.
    public static let maximumContact = 200
    /// The longest reason in UTF-16 code units.
    public static let maximumReason = 1000

    /// Everything that must be mended before a call can be set up so.
    ///
    /// - Parameter period: nil where it is not known yet.
    public static func mistakes(
        title: [Language: String], period: Period?, settings: CallSettings, of programme: Programme
    ) -> [CallMistake] {
        var mistakes = Set(programme.languages).union(title.keys).sorted { $0.rawValue > $1.rawValue }
            .compactMap { language in
                mistake(in: title[language] ?? "", upTo: maximumTitle).map {
                    CallMistake(.title(language), $0)
                }
            }
        if let period {
            if let closes = period.closes {
                if closes <= period.opens { mistakes.append(CallMistake(.end, .beforeOpening)) }
            } else if programme.judges {
                mistakes.append(CallMistake(.end, .missing))
            }
        }
        mistakes += self.mistakes(contact: settings.contact)
        mistakes += self.mistakes(in: settings, of: programme)
        for (name, weights) in settings.weights.sorted(by: { $0.key < $1.key }) {
            let kind = mistake(in: weights, of: programme.round(name))
            if let kind { mistakes.append(CallMistake(.weights(round: name), kind)) }
        }
        return mistakes
    }

    /// What must be mended in where anybody may ask the office; nothing where it gives no place.
    public static func mistakes(contact: String?) -> [CallMistake] {
        guard let contact, let kind = mistake(in: contact, upTo: maximumContact) else { return [] }
        return [CallMistake(.contact, kind)]
    }

    /// What must be mended in the handle of a new call.
    ///
    /// - Parameter isTaken: another call has it.
    public static func mistakes(handle: String, isTaken: Bool) -> [CallMistake] {
        if !isHandle(handle) { return [CallMistake(.handle, handle.isBlank ? .missing : .malformed)] }
        return isTaken ? [CallMistake(.handle, .taken)] : []
    }

    /// Everything that must be mended before the end can move so, or be set where there is none.
    ///
    /// - Parameter end: nil where it is not known yet.
    public func mistakes(extendingTo end: Instant?, reason: String, at now: Instant) -> [CallMistake] {
        var mistakes: [CallMistake] = []
        if let end {
            if let closes = period.closes {
                if end <= closes || end <= now { mistakes.append(CallMistake(.end, .notLater)) }
            } else if end <= now {
                mistakes.append(CallMistake(.end, .past))
            } else if end <= period.opens {
                mistakes.append(CallMistake(.end, .beforeOpening))
            }
        }
        if let kind = Call.mistake(in: reason, upTo: Call.maximumReason) {
            mistakes.append(CallMistake(.reason, kind))
        }
        return mistakes
    }

    static func mistake(in text: String, upTo limit: Int) -> CallMistake.Kind? {
        if text.isBlank { return .missing }
        return text.utf16.count > limit ? .tooLong(limit) : nil
    }

    /// What must be mended in the numbers; those that hold by the programme's standard among them, for one
    /// that was set may bound them.
    private static func mistakes(in settings: CallSettings, of programme: Programme) -> [CallMistake] {
        var mistakes: [CallMistake] = []
        for (name, value) in settings.numbers.sorted(by: { $0.key < $1.key }) {
            let kind = mistake(in: value, of: programme.settings.first { $0.name == name })
            if let kind { mistakes.append(CallMistake(.setting(name), kind)) }
        }
        let mistaken = Set(mistakes.map(\.field))
        for setting in programme.settings {
            // One that must be mended itself bounds nothing yet.
            guard let other = setting.atMost,
                mistaken.isDisjoint(with: [.setting(setting.name), .setting(other)]),
                settings.number(setting.name, of: programme) > settings.number(other, of: programme)
            else { continue }
            mistakes.append(CallMistake(.setting(setting.name), .moreThan(setting: other)))
        }
        return mistakes
    }

    private static func mistake(in value: Int, of setting: SettingDefinition?) -> CallMistake.Kind? {
        guard let bounds = setting?.bounds else { return .unknown }
        return bounds.contains(value)
            ? nil : .outOfBounds(minimum: bounds.lowerBound, maximum: bounds.upperBound)
    }

    private static func mistake(in weights: [String: Int], of round: Round?) -> CallMistake.Kind? {
        guard let round else { return .unknown }
        // What was typed may be as large as an integer gets.
        let sum = weights.values.reduce(0) { sum, weight in
            let (total, isTooLarge) = sum.addingReportingOverflow(weight)
            return isTooLarge ? (weight > 0 ? .max : .min) : total
        }
        let isWhole = Set(weights.keys) == Set(round.criteria.map(\.name))
        return isWhole && weights.values.allSatisfy { (0...100).contains($0) } && sum == 100 ? nil : .sum(sum)
    }

    /// Lower-case letters, digits and hyphens, 3 to 60, a letter first.
    static func isHandle(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (3...60).contains(bytes.count) && (97...122).contains(bytes[0])
            && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}

extension String {
    /// Whether nothing of it can be seen.
    fileprivate var isBlank: Bool {
        unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || [.control, .format].contains(scalar.properties.generalCategory)
        }
    }
}
