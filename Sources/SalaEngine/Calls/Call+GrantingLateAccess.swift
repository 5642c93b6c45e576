public import SalaThai

extension Call {
    /// How many entrants may have late access at one time.
    public static let maximumLateAccesses = 100

    /// The late access that the entrant has, or had last.
    public func lateAccess(of entrant: LateAccess.Entrant) -> LateAccess? {
        lateAccesses?.last { $0.entrant == entrant }
    }

    /// When it closes for the entrant: later than for others who was granted late access.
    public func closes(for entrant: LateAccess.Entrant) -> Instant? {
        guard let closes = period.closes else { return nil }
        guard let access = lateAccess(of: entrant), access.withdrawnAt == nil else { return closes }
        return max(closes, access.until)
    }

    /// The period as it is for the entrant.
    public func period(for entrant: LateAccess.Entrant) -> Period {
        Period(opens: period.opens, closes: closes(for: entrant))
    }

    /// The late access by which something was filed at that time, whatever was granted since; nil for what
    /// came in time.
    public func lateAccess(of entrant: LateAccess.Entrant, filedAt filed: Instant) -> LateAccess? {
        guard !period.contains(filed) else { return nil }
        return lateAccesses?.last { access in
            access.entrant == entrant && access.grantedAt <= filed
                && access.withdrawnAt.map { filed <= $0 } ?? true
        }
    }

    /// The last second at which anybody may still file, as it stands at that time.
    public func lastClosing(at now: Instant) -> Instant? {
        guard let closes = period.closes else { return nil }
        return (lateAccesses ?? []).filter { $0.isOpen(at: now) }.map(\.until).reduce(closes, max)
    }

    /// Why nobody may be granted late access now, whoever it is and until whenever; nil where somebody may.
    ///
    /// - Parameter holds: decisions are held in the call.
    public func refusalToGrantLateAccess(
        of programme: Programme, at now: Instant, holds: Bool
    ) -> Refusal? {
        guard state == .published else { return .callNotPublished }
        guard programme.filing.lateDays > 0 else { return .lateAccess(.notForeseen) }
        guard let closes = period.closes else { return .lateAccess(.withoutEnd) }
        guard now >= closes.adding(seconds: 1) else { return .lateAccess(.stillOpen(closes: closes)) }
        return isConcluded || holds ? .lateAccess(.alreadyDecided) : nil
    }

    /// Everything that must be mended in what was typed for late access.
    ///
    /// - Parameter until: nil where it is not known yet.
    public func mistakes(
        lateUntil until: Instant?, reason: String, of programme: Programme, at now: Instant
    ) -> [CallMistake] {
        var mistakes: [CallMistake] = []
        if let until, let closes = period.closes {
            let latest = closes.adding(seconds: Int64(programme.filing.lateDays) * 86_400)
            if until <= now {
                mistakes.append(CallMistake(.lateEnd, .past))
            } else if until > latest {
                mistakes.append(CallMistake(.lateEnd, .later(than: latest)))
            }
        }
        if let kind = Call.mistake(in: reason, upTo: Call.maximumReason) {
            mistakes.append(CallMistake(.reason, kind))
        }
        return mistakes
    }

    func decideWithdrawingLateAccess(
        _ entrant: LateAccess.Entrant, at now: Instant
    ) throws(Refusal) -> [CallEvent] {
        guard let access = lateAccess(of: entrant), access.isOpen(at: now) else {
            throw .lateAccess(.none)
        }
        return [.lateAccessWithdrawn(entrant)]
    }

    func decideLateAccess(
        _ entrant: LateAccess.Entrant, _ until: Instant, _ reason: String, _ programme: Programme,
        _ actor: Actor, at now: Instant, holds: Bool
    ) throws(Refusal) -> [CallEvent] {
        if let refusal = refusalToGrantLateAccess(of: programme, at: now, holds: holds) { throw refusal }
        switch entrant {
        case .organisation(let organisation):
            guard programme.filing.by == .organisation else {
                throw .mistakenCall([CallMistake(.person, .unknown)])
            }
            guard organisation != self.organisation else { throw .lateAccess(.ownOffice) }
            guard !actor.organisations.contains(organisation) else { throw .lateAccess(.ownOrganisation) }
        case .person(let person):
            guard programme.filing.by == .person else {
                throw .mistakenCall([CallMistake(.person, .unknown)])
            }
            guard person != actor.person else { throw .lateAccess(.ownOrganisation) }
        }
        try Call.demandNone(mistakes(lateUntil: until, reason: reason, of: programme, at: now))
        if let access = lateAccess(of: entrant), access.isOpen(at: now), access.until >= until {
            throw .lateAccess(.alreadyGranted(until: access.until))
        }
        let open = (lateAccesses ?? []).count { $0.isOpen(at: now) && $0.entrant != entrant }
        guard open < Call.maximumLateAccesses else {
            throw .lateAccess(.tooMany(Call.maximumLateAccesses))
        }
        return [.lateAccessGranted(entrant, until: until, reason: reason)]
    }
}
