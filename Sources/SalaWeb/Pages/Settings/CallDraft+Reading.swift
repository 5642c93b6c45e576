import SalaEngine
import SalaThai

extension CallDraft {
    /// What the fields say or, where one of them cannot be read, everything that must be mended: in that one,
    /// and in what the engine says of the others. Whether all of them fit is for the engine to say.
    func read(of programme: Programme) -> (reading: Reading?, mistakes: [Mistake]) {
        var mistakes: [Mistake] = []
        var title: [Language: String] = [:]
        for language in programme.languages { title[language] = self[Self.title(language)] }
        let opens = instant(Self.opensDate, Self.opensTime, isEnd: false, missing: "missing", &mistakes)
        let needsEnd = programme.judges && self[Self.closesTime].isEmpty
        let closes = instant(
            Self.closesDate, Self.closesTime, isEnd: true, missing: needsEnd ? "end-missing" : nil, &mistakes)
        // An end that was typed and cannot be read is told of as such, not as missing.
        let isKnown = closes != nil || !programme.judges
        let period = isKnown ? opens.map { Period(opens: $0, closes: closes) } : nil
        let settings = CallSettings(
            numbers: numbers(programme, &mistakes), weights: weights(programme, &mistakes),
            contact: self[Self.contact].isEmpty ? nil : self[Self.contact])
        if mistakes.isEmpty, let period {
            return (Reading(title: title, period: period, settings: settings), [])
        }
        let unread = Set(mistakes.map(\.field))
        let unfit = Call.mistakes(title: title, period: period, settings: settings, of: programme)
            .filter { mistake in
                // A number that cannot be read bounds nothing.
                guard case .moreThan(let other) = mistake.kind else { return true }
                return !unread.contains(Self.setting(other))
            }
        return (nil, mistakes + self.mistakes(unfit, of: programme))
    }

    /// The moment that a date and a time make in Bangkok. Without a time a day begins at its first second
    /// and ends with its last; an end at 23:59 is that minute's last second, as people mean it.
    ///
    /// - Parameter missing: the mistake of leaving both empty; nil where that says that there is no such
    ///   moment.
    func instant(
        _ date: String, _ time: String, isEnd: Bool, missing: String?, _ mistakes: inout [Mistake]
    ) -> Instant? {
        guard !self[date].isEmpty else {
            let key = missing ?? (self[time].isEmpty ? nil : "date-missing")
            if let key { mistakes.append(Mistake(field: date, key: key)) }
            return nil
        }
        let day = LocalDate(typed: self[date])
        if day == nil {
            let key = LocalDate.isMissingDay(typed: self[date]) ? "no-such-day" : "date"
            mistakes.append(Mistake(field: date, key: key))
        }
        let lastMinute = LocalTime(hour: 23, minute: 59)
        let clock =
            self[time].isEmpty
            ? (isEnd ? lastMinute : LocalTime(hour: 0, minute: 0)) : LocalTime(typed: self[time])
        guard let clock else {
            mistakes.append(Mistake(field: time, key: "time"))
            return nil
        }
        let second = isEnd && clock == lastMinute ? 59 : clock.second
        return day?.instant(hour: clock.hour, minute: clock.minute, second: second)
    }

    private func numbers(_ programme: Programme, _ mistakes: inout [Mistake]) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for setting in programme.settings {
            let field = Self.setting(setting.name)
            if !self[field].isEmpty { numbers[setting.name] = integer(field, &mistakes) }
        }
        return numbers
    }

    private func weights(_ programme: Programme, _ mistakes: inout [Mistake]) -> [String: [String: Int]] {
        var weights: [String: [String: Int]] = [:]
        for round in programme.rounds {
            let fields = round.criteria.map { ($0.name, Self.weight($0.name, in: round.name)) }
            guard fields.contains(where: { !self[$0.1].isEmpty }) else { continue }
            let typed = fields.map { ($0.0, self[$0.1].isEmpty ? 0 : integer($0.1, &mistakes)) }
            // Weights of which one cannot be read add up to nothing that could be said.
            guard typed.allSatisfy({ $0.1 != nil }) else { continue }
            for (criterion, weight) in typed { weights[round.name, default: [:]][criterion] = weight }
        }
        return weights
    }

    private func integer(_ field: String, _ mistakes: inout [Mistake]) -> Int? {
        if let number = Digits.integer(typed: self[field]).flatMap(Int.init) { return number }
        mistakes.append(Mistake(field: field, key: "number"))
        return nil
    }
}

extension CallDraft {
    /// What the engine found mistaken, at the fields of the form.
    func mistakes(_ found: [CallMistake], of programme: Programme) -> [Mistake] {
        found.map { mistake in
            let (key, values) = Self.words(mistake)
            return Mistake(field: Self.field(mistake.field, of: programme), key: key, values: values)
        }
    }

    private static func field(_ field: CallMistake.Field, of programme: Programme) -> String {
        switch field {
        case .handle: handle
        case .title(let language): title(language)
        case .end, .lateEnd: closesDate
        case .reason: ExtensionPage.reason
        case .setting(let name): setting(name)
        case .contact: contact
        case .weights(let round): weight(programme.round(round)?.criteria.first?.name ?? "", in: round)
        case .rule: RuleDraft.rule
        case .dropped: RuleDraft.dropped
        case .decimals: RuleDraft.decimals
        case .role: "role"
        case .person: "email"
        }
    }

    private static func words(_ mistake: CallMistake) -> (key: String, values: [String: String]) {
        switch mistake.kind {
        case .missing: (mistake.field == .end ? "end-missing" : "missing", [:])
        case .tooLong(let limit): ("too-long", ["limit": Digits.grouped(limit)])
        case .malformed: ("handle", [:])
        case .taken: ("taken", [:])
        case .beforeOpening: ("period", [:])
        case .notLater: ("later", [:])
        case .past, .later: ("past", [:])
        case .outOfBounds(let minimum, let maximum):
            ("bounds", ["minimum": Digits.grouped(minimum), "maximum": Digits.grouped(maximum)])
        case .moreThan(let setting): ("at-most", ["setting": setting])
        case .sum(let sum): ("weights", ["sum": String(sum)])
        case .unknown: ("unknown", [:])
        }
    }
}
