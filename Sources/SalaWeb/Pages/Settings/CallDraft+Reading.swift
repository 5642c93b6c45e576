import SalaEngine
import SalaThai

extension CallDraft {
    /// What the fields say, or every field that cannot be read. Whether it fits is for the engine to say.
    func read(of programme: Programme) -> (reading: Reading?, mistakes: [Mistake]) {
        var mistakes: [Mistake] = []
        var title: [Language: String] = [:]
        for language in programme.languages { title[language] = self[Self.title(language)] }
        let opens = instant(Self.opensDate, Self.opensTime, isEnd: false, isRequired: true, &mistakes)
        let closes = instant(Self.closesDate, Self.closesTime, isEnd: true, isRequired: false, &mistakes)
        let settings = CallSettings(
            numbers: numbers(programme, &mistakes), weights: weights(programme, &mistakes))
        guard mistakes.isEmpty, let opens else { return (nil, mistakes) }
        let period = Period(opens: opens, closes: closes)
        return (Reading(title: title, period: period, settings: settings), [])
    }

    /// The moment that a date and a time make in Bangkok. Without a time a day begins at its first second
    /// and ends with its last; an end at 23:59 is that minute's last second, as people mean it.
    func instant(
        _ date: String, _ time: String, isEnd: Bool, isRequired: Bool, _ mistakes: inout [Mistake]
    ) -> Instant? {
        guard !self[date].isEmpty else {
            if isRequired { mistakes.append(Mistake(field: date, key: "missing")) }
            if !isRequired, !self[time].isEmpty { mistakes.append(Mistake(field: date, key: "date-missing")) }
            return nil
        }
        let day = LocalDate(typed: self[date])
        if day == nil { mistakes.append(Mistake(field: date, key: "date")) }
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
            if setting.kind == .flag {
                numbers[setting.name] = self[field] == "1" ? 1 : 0
            } else if !self[field].isEmpty {
                numbers[setting.name] = integer(field, &mistakes)
            }
        }
        return numbers
    }

    private func weights(_ programme: Programme, _ mistakes: inout [Mistake]) -> [String: [String: Int]] {
        var weights: [String: [String: Int]] = [:]
        for round in programme.rounds {
            let fields = round.criteria.map { ($0.name, Self.weight($0.name, in: round.name)) }
            guard fields.contains(where: { !self[$0.1].isEmpty }) else { continue }
            for (criterion, field) in fields {
                weights[round.name, default: [:]][criterion] =
                    self[field].isEmpty ? 0 : integer(field, &mistakes)
            }
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
    /// Where the fields are that the engine or the store found unfit, by the word of its refusal.
    func mistakes(unfit what: String, of programme: Programme) -> [Mistake] {
        switch what {
        case "handle": return [Mistake(field: Self.handle, key: "handle")]
        case "period": return [Mistake(field: Self.closesDate, key: "period")]
        case "title":
            return programme.languages.map(Self.title).filter { self[$0].isEmpty }
                .map { Mistake(field: $0, key: "missing") }
        case "weights":
            let wrong = programme.rounds.filter { sum(of: $0) != 100 }
            return (wrong.isEmpty ? programme.rounds : wrong).compactMap { round in
                round.criteria.first.map { criterion in
                    Mistake(
                        field: Self.weight(criterion.name, in: round.name), key: "weights",
                        values: ["sum": String(sum(of: round))])
                }
            }
        default:
            guard
                case .number(let minimum, let maximum)? = programme.settings.first(where: { $0.name == what }
                )?.kind
            else { return [] }
            let values = ["minimum": Digits.grouped(minimum), "maximum": Digits.grouped(maximum)]
            return [Mistake(field: Self.setting(what), key: "bounds", values: values)]
        }
    }

    private func sum(of round: Round) -> Int {
        round.criteria.compactMap { Digits.integer(typed: self[Self.weight($0.name, in: round.name)]) }
            .compactMap(Int.init).reduce(0) { $0.addingReportingOverflow($1).partialValue }
    }
}
