public import SalaThai

extension Call {
    /// The first event of a call that an office opens, or why it cannot be opened: every mistake at once.
    ///
    /// - Parameter isTaken: another call has the handle.
    public static func opening(
        _ opened: CallEvent.Opened, of programme: Programme, by actor: Actor, isTaken: Bool = false
    ) throws(Refusal) -> [CallEvent] {
        guard actor.may(.manageCall, in: programme) else { throw .notAllowed }
        try demandNone(
            mistakes(
                title: opened.title, period: opened.period, settings: opened.settings, of: programme)
                + mistakes(handle: opened.handle, isTaken: isTaken))
        return [.opened(opened)]
    }

    /// What follows from a command, or why it is refused. Pure: the same input gives the same events.
    ///
    /// - Parameters:
    ///   - granted: the roles that whoever a grant or a revocation speaks of holds in the call.
    ///   - holds: decisions are held in the call.
    ///   - opened: the rounds in which somebody has been asked for a review, whatever became of it.
    ///   - publishedBefore: how many calls of the same office and programme that open in the same year were
    ///     published before this one.
    ///   - shown: the newest event of the call as the person's page showed it; refuses with `overtaken` where
    ///     another has followed. Nil where no page was shown.
    public func decide(
        _ command: CallCommand, of programme: Programme, by actor: Actor, at now: Instant,
        granted: Set<String> = [], holds: Bool = false, opened: Set<String> = [], publishedBefore: Int = 0,
        expecting shown: Int? = nil
    ) throws(Refusal) -> [CallEvent] {
        guard state != .discarded else { throw .callDiscarded }
        switch command {
        case .configure(let title, let period, let settings):
            try demand(.manageCall, actor, programme)
            // Once people file under them, its rules stand; only its end and its contact may still change.
            guard state == .draft else { throw .callPublished }
            try demandFit(title, period, settings, programme, expecting: shown)
            return [.configured(title: title, period: period, settings: settings)]
        case .publish:
            try demand(.manageCall, actor, programme)
            guard state == .draft else { throw .alreadyDone }
            try demandFit(title, period, settings, programme, expecting: shown)
            return [.published(series: publishedBefore + 1)]
        case .discard:
            try demand(.manageCall, actor, programme)
            // Nothing is filed under a draft: nobody loses an entry with it.
            guard state == .draft else { throw .callPublished }
            return [.discarded]
        case .extend(let end, let reason):
            try demand(.manageCall, actor, programme)
            return try decideExtension(to: end, reason, at: now, holds: holds)
        case .changeContact(let contact):
            try demand(.manageCall, actor, programme)
            return try decideContact(contact)
        case .declareRule(let round, let rule):
            try demand(.manageCall, actor, programme)
            return try decideRule(round, rule, programme, opened: opened)
        case .grant(let role, let person):
            try demand(.grantRoles, actor, programme)
            try demandGrantable(role, programme, beside: granted)
            return [.granted(role: role, person: person)]
        case .revoke(let role, let person):
            try demand(.grantRoles, actor, programme)
            guard granted.contains(role) else { throw .roleNotHeld }
            return [.revoked(role: role, person: person)]
        case .grantLateAccess(let entrant, let until, let reason):
            try demand(.manageCall, actor, programme)
            return try decideLateAccess(entrant, until, reason, programme, actor, at: now, holds: holds)
        case .withdrawLateAccess(let entrant):
            try demand(.manageCall, actor, programme)
            return try decideWithdrawingLateAccess(entrant, at: now)
        case .export(let format):
            return try decideExport(.exported(format), actor, programme)
        case .cancelExport(let format):
            return try decideExport(.exportCancelled(format), actor, programme)
        case .release(let count):
            try demand(.release, actor, programme)
            guard count > 0 else { throw .nothingHeld }
            return [.released(count: count)]
        }
    }

    private func decideExtension(
        to end: Instant, _ reason: String, at now: Instant, holds: Bool
    ) throws(Refusal) -> [CallEvent] {
        if let refusal = refusalToExtend(holds: holds) { throw refusal }
        try Call.demandNone(mistakes(extendingTo: end, reason: reason, at: now))
        return [.extended(to: end, reason: reason)]
    }

    private func decideContact(_ contact: String?) throws(Refusal) -> [CallEvent] {
        guard state == .published else { throw .callNotPublished }
        try Call.demandNone(Call.mistakes(contact: contact))
        return contact == settings.contact ? [] : [.contactChanged(to: contact)]
    }

    /// Why the end may not move, wherever to; nil where it may.
    ///
    /// - Parameter holds: decisions are held in the call.
    public func refusalToExtend(holds: Bool) -> Refusal? {
        // A draft's end is set, not moved: nobody has been promised another one.
        guard state == .published else { return .callNotPublished }
        // Where there was none, an end lets nothing in that would not come in without it.
        guard period.closes != nil else { return nil }
        // Nothing new comes in beside results that have been announced.
        guard !isConcluded else { return .resultsReleased }
        // What comes in anew is to be judged beside the rest: first the decisions are taken back.
        return holds ? .decisionsHeld : nil
    }

    /// Refuses a draft that is another than its page showed, and settings that must be mended.
    private func demandFit(
        _ title: [Language: String], _ period: Period, _ settings: CallSettings, _ programme: Programme,
        expecting shown: Int?
    ) throws(Refusal) {
        guard shown == nil || shown == sequence else { throw .overtaken([]) }
        try Call.demandNone(
            Call.mistakes(title: title, period: period, settings: settings, of: programme))
    }

    private func demandGrantable(
        _ role: String, _ programme: Programme, beside granted: Set<String>
    ) throws(Refusal) {
        guard programme.role(role)?.granting == .call else {
            throw .mistakenCall([CallMistake(.role, .unknown)])
        }
        guard !granted.contains(role) else { throw .alreadyDone }
    }

    private func decideExport(
        _ event: CallEvent, _ actor: Actor, _ programme: Programme
    ) throws(Refusal) -> [CallEvent] {
        try demand(.manageCall, actor, programme)
        guard state == .published else { throw .callNotPublished }
        return [event]
    }

    static func demandNone(_ mistakes: [CallMistake]) throws(Refusal) {
        guard mistakes.isEmpty else { throw .mistakenCall(mistakes) }
    }

    private func demand(
        _ permission: Role.Permission, _ actor: Actor, _ programme: Programme
    ) throws(Refusal) {
        guard actor.may(permission, in: programme) else { throw .notAllowed }
    }
}
