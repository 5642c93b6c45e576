public import SalaThai

extension Call {
    /// The first event of a call that an office opens, or why it cannot be opened.
    public static func opening(
        _ opened: CallEvent.Opened, of programme: Programme, by actor: Actor
    ) throws(Refusal) -> [CallEvent] {
        guard actor.may(.manageCall, in: programme) else { throw .notAllowed }
        guard isHandle(opened.handle) else { throw .unfit("handle") }
        try check(opened.title, opened.period, opened.settings, of: programme)
        return [.opened(opened)]
    }

    /// What follows from a command, or why it is refused. Pure: the same input gives the same events.
    public func decide(
        _ command: CallCommand, of programme: Programme, by actor: Actor, at now: Instant
    ) throws(Refusal) -> [CallEvent] {
        switch command {
        case .configure(let title, let period, let settings):
            try demand(.manageCall, actor, programme)
            // Once people file under them, the rules of the contest stand; only the end may still move, by
            // `extend`.
            guard state == .draft else { throw .wrongStage(state.rawValue) }
            try Call.check(title, period, settings, of: programme)
            return [.configured(title: title, period: period, settings: settings)]
        case .publish:
            try demand(.manageCall, actor, programme)
            guard state == .draft else { throw .alreadyDone }
            return [.published]
        case .extend(let end, let reason):
            try demand(.manageCall, actor, programme)
            guard let closes = period.closes, end > closes, end > now else { throw .unfit("period") }
            guard !reason.isEmpty else { throw .unfit("reason") }
            return [.extended(to: end, reason: reason)]
        case .grant(let role, let person):
            try demand(.grantRoles, actor, programme)
            guard programme.role(role)?.granting == .call else { throw .unfit("role") }
            return [.granted(role: role, person: person)]
        case .revoke(let role, let person):
            try demand(.grantRoles, actor, programme)
            return [.revoked(role: role, person: person)]
        case .release(let count):
            try demand(.release, actor, programme)
            guard count > 0 else { throw .nothingHeld }
            return [.released(count: count)]
        }
    }

    private func demand(
        _ permission: Role.Permission, _ actor: Actor, _ programme: Programme
    ) throws(Refusal) {
        guard actor.may(permission, in: programme) else { throw .notAllowed }
    }

    private static func check(
        _ title: [Language: String], _ period: Period, _ settings: CallSettings, of programme: Programme
    ) throws(Refusal) {
        guard programme.languages.allSatisfy({ title[$0]?.isEmpty == false }) else { throw .unfit("title") }
        guard period.closes.map({ $0 > period.opens }) ?? true else { throw .unfit("period") }
        for (name, value) in settings.numbers {
            guard let setting = programme.settings.first(where: { $0.name == name }) else {
                throw .unfit(name)
            }
            switch setting.kind {
            case .number(let minimum, let maximum):
                guard (minimum...maximum).contains(value) else { throw .unfit(name) }
            case .flag:
                guard value == 0 || value == 1 else { throw .unfit(name) }
            }
        }
        for (name, weights) in settings.weights {
            guard let round = programme.round(name), Set(weights.keys) == Set(round.criteria.map(\.name)),
                weights.values.allSatisfy({ $0 >= 0 }), weights.values.reduce(0, +) == 100
            else { throw .unfit("weights") }
        }
    }

    /// Lower-case letters, digits and hyphens, 3 to 60, a letter first.
    static func isHandle(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (3...60).contains(bytes.count) && (97...122).contains(bytes[0])
            && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
