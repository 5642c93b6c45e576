import SalaThai

extension Expression.Function {
    /// Days and times, all in Bangkok's local time.
    static let dating: [Expression.Function] = [
        .init("today", 0...0) { .string($0.scope.now.localDate.iso) },
        .init("now", 0...0) { .string(Expression.Moment($0.scope.now).iso) },
        .init("date", 1...1) { .string(moment($0.value(0))?.date.iso ?? "") },
        .init("decimal-date-time", 1...1) { .number(moment($0.value(0))?.days ?? .nan) },
        .init("format-date", 2...2) { formatted($0) },
        .init("format-date-time", 2...2) { formatted($0) },
    ]

    private static func moment(_ value: Expression.Value) -> Expression.Moment? {
        if case .number(let days) = value { return Expression.Moment(days: days) }
        return Expression.Moment(value.string)
    }

    /// The signs of the ODK XForms specification; years are Gregorian, as it says. Empty if there is no date.
    private static func formatted(_ arguments: Expression.Arguments) -> Expression.Value {
        guard let moment = moment(arguments.value(0)) else { return .string("") }
        var text = ""
        var isSign = false
        for scalar in arguments.scalars(1) {
            if isSign {
                text += part(scalar, moment, thai: arguments.scope.language == .thai) ?? "%\(scalar)"
                isSign = false
            } else if scalar == "%" {
                isSign = true
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return .string(text)
    }

    private static func part(_ sign: Unicode.Scalar, _ moment: Expression.Moment, thai: Bool) -> String? {
        let date = moment.date
        return switch sign {
        case "Y": Expression.padded(date.year, to: 4)
        case "y": Expression.padded(date.year % 100, to: 2)
        case "m": Expression.padded(date.month, to: 2)
        case "n": String(date.month)
        case "b": date.text(.short, thai: thai).split(separator: " ").dropFirst().first.map { String($0) }
        case "d": Expression.padded(date.day, to: 2)
        case "e": String(date.day)
        case "a": thai ? thaiWeekdays[date.weekday] : String(date.weekday.text(thai: false).prefix(3))
        case "H": Expression.padded(moment.hour, to: 2)
        case "h": String(moment.hour)
        case "M": Expression.padded(moment.minute, to: 2)
        case "S": Expression.padded(moment.second, to: 2)
        case "3": Expression.padded(moment.time % 1000, to: 3)
        case "%": "%"
        default: nil
        }
    }

    private static let thaiWeekdays: [Weekday: String] = [
        .monday: "จ.", .tuesday: "อ.", .wednesday: "พ.", .thursday: "พฤ.", .friday: "ศ.", .saturday: "ส.",
        .sunday: "อา.",
    ]
}
