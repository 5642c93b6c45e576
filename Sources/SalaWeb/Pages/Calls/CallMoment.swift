import SalaEngine
import SalaThai

/// Where a moment stands towards the period of a call.
enum CallMoment: Equatable, Sendable {
    /// Before the opening.
    case upcoming
    case open
    case closed

    init(_ period: Period, at now: Instant) {
        if now < period.opens {
            self = .upcoming
        } else {
            self = period.contains(now) ? .open : .closed
        }
    }
}

extension Period {
    /// The times at which its moment changes.
    var ends: [Instant] { [opens] + (closes.map { [$0] } ?? []) }
}

extension Site {
    /// How long a call is still open, or until it opens, with the exact time behind it; nil if it never
    /// closes.
    func timeLeft(_ period: Period, _ context: SalaContext) -> DaysLeftView? {
        let now = context.visit.now
        let isThai = context.visit.isThai
        switch CallMoment(period, at: now) {
        case .upcoming:
            var view = DaysLeftView(period.opens, now: now, isThai: isThai)
            view.text = say("call.opens-in", context, ["time": view.text])
            view.isUrgent = false
            return view
        case .open:
            return period.closes.map { DaysLeftView($0, now: now, isThai: isThai) }.map { view in
                var view = view
                view.text = say("call.closes-in", context, ["time": view.text])
                return view
            }
        case .closed:
            return period.closes.map { DaysLeftView($0, now: now, isThai: isThai) }.map { view in
                var view = view
                view.text = say("call.closed-since", context, ["time": view.text])
                view.isUrgent = false
                view.isOver = true
                return view
            }
        }
    }

    /// From when to when, exactly.
    func words(_ period: Period, _ context: SalaContext) -> String {
        let isThai = context.visit.isThai
        let opens = period.opens.text(.long, thai: isThai)
        guard let closes = period.closes else { return say("call.period-from", context, ["opens": opens]) }
        return say(
            "call.period-between", context, ["opens": opens, "closes": closes.text(.long, thai: isThai)])
    }
}
