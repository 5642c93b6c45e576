import SalaThai

extension Call {
    /// The call that a first event opens; nil when the event does not open one.
    public static func beginning(_ id: CallID, with event: Recorded<CallEvent>) -> Call? {
        guard case .opened(let opened) = event.body else { return nil }
        var call = Call(
            id: id, handle: opened.handle, programme: opened.programme, version: opened.version,
            organisation: opened.organisation, title: opened.title, period: opened.period,
            settings: opened.settings)
        call.sequence = event.sequence
        return call
    }

    /// The fold of all events in order; nil without an opening.
    public static func replaying(_ id: CallID, _ events: [Recorded<CallEvent>]) -> Call? {
        guard let first = events.first, var call = beginning(id, with: first) else { return nil }
        for event in events.dropFirst() {
            call.evolve(event)
        }
        return call
    }

    /// What the call is after one more event.
    public mutating func evolve(_ event: Recorded<CallEvent>) {
        sequence = event.sequence
        switch event.body {
        case .opened, .granted, .revoked, .exported, .exportCancelled: break
        case .configured(let title, let period, let settings):
            self.title = title
            self.period = period
            self.settings = settings
        case .published(let series): (state, self.series) = (.published, series)
        case .discarded: state = .discarded
        case .extended(let end, _):
            if period.closes == nil { endGivenAt = event.at }
            period.closes = end
        case .contactChanged(let contact): settings.contact = contact
        case .lateAccessGranted(let entrant, let until, let reason):
            guard let officer = event.actor else { break }
            let access = LateAccess(
                entrant: entrant, until: until, reason: reason, grantedBy: officer, grantedAt: event.at)
            // What was filed by an earlier one keeps its reason; that one ends with this.
            lateAccesses =
                (lateAccesses ?? []).map { earlier in
                    guard earlier.entrant == entrant else { return earlier }
                    var ended = earlier
                    ended.until = min(earlier.until, event.at)
                    return ended
                } + [access]
        case .lateAccessWithdrawn(let entrant):
            let index = lateAccesses?.lastIndex { $0.entrant == entrant }
            if let index { lateAccesses?[index].withdrawnAt = event.at }
        case .ruleDeclared(let round, let rule):
            declaredRules = (declaredRules ?? [:]).merging(
                [round: DeclaredRule(rule: rule, by: event.actor, at: event.at)]) { $1 }
        case .released: releasedAt = event.at
        }
    }
}
