import SalaEngine
import SalaStore
import SalaThai

extension TimelineView {
    /// What happened to a call, latest first, with the names of those who did it.
    ///
    /// - Parameter shown: what happened up to that event is left out.
    init(_ site: Site, _ context: SalaContext, _ history: CallHistory, after shown: Int = 0) {
        let telling = CallTelling(site: site, context: context, history: history)
        let groups = telling.groups.filter { history.events[$0.upperBound - 1].sequence > shown }
        self.init(entries: groups.reversed().map(telling.entry))
    }
}

private struct CallTelling {
    let site: Site
    let context: SalaContext
    let history: CallHistory

    private var programme: Programme { history.view.programme }
    private var language: Language { context.visit.language }

    /// Where events that are told together stand: a role given to many, one after the other, is told once.
    var groups: [Range<Int>] {
        history.events.indices.reduce(into: []) { groups, index in
            if let last = groups.last, history.events[index].continues(history.events[last.lowerBound]) {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
    }

    func entry(_ group: Range<Int>) -> TimelineEntryView {
        let isThai = context.visit.isThai
        let event = history.events[group.lowerBound]
        let before = Call.replaying(history.view.call.id, Array(history.events[..<group.lowerBound]))
        let (title, note) =
            group.count > 1
            ? together(history.events[group].map(\.body)) : words(event.body, before: before)
        return TimelineEntryView(
            title: title, actor: event.actor.flatMap { history.names[$0] },
            time: event.at.text(relativeTo: context.visit.now, thai: isThai),
            exactTime: event.at.text(.long, thai: isThai), timestamp: event.at.iso, note: note)
    }

    /// One role given to several, or taken from them.
    private func together(_ events: [CallEvent]) -> (title: String, note: String?) {
        let people = events.compactMap(\.grant).map { history.names[$0.person] ?? "–" }
        let values = [
            "role": programme.texts["role.\(events.first?.grant?.role ?? "")", language],
            "name": site.say("settings.people-count", context, ["count": Digits.grouped(people.count)]),
        ]
        let kind = events.first?.kind ?? ""
        return (site.say("settings.event.\(kind)", context, values), people.joined(separator: ", "))
    }

    private func words(_ event: CallEvent, before: Call?) -> (title: String, note: String?) {
        func say(_ values: [String: String] = [:]) -> String {
            site.say("settings.event.\(event.kind)", context, values)
        }
        switch event {
        case .opened(let opened): return (say(), site.words(opened.period, context))
        case .configured(let title, let period, let settings):
            return (say(), before.map { changes($0, title, period, settings) })
        case .published, .discarded: return (say(), nil)
        case .contactChanged(let contact):
            let old = before?.settings.contact ?? "–"
            return (say(), "\(old) → \(contact ?? "–")")
        case .extended(let end, let reason):
            let values = ["time": end.text(.long, thai: context.visit.isThai)]
            guard before?.period.closes == nil else { return (say(values), reason) }
            return (site.say("settings.event.end-set", context, values), reason)
        case .granted(let role, let person), .revoked(let role, let person):
            let values = [
                "role": programme.texts["role.\(role)", language], "name": history.names[person] ?? "–",
            ]
            return (say(values), nil)
        case .lateAccessGranted(let entrant, let until, let reason):
            let values = [
                "entrant": site.name(of: entrant, in: history, context),
                "time": until.text(.long, thai: context.visit.isThai),
            ]
            return (say(values), reason)
        case .lateAccessWithdrawn(let entrant):
            return (say(["entrant": site.name(of: entrant, in: history, context)]), nil)
        case .exported(let format), .exportCancelled(let format):
            return (say(["format": site.say("exports.format-\(format.rawValue)", context)]), nil)
        case .ruleDeclared(let name, let rule):
            let round = programme.texts["round.\(name)", language]
            return (say(["round": round]), site.sentence(rule, context))
        case .released(let count): return (say(["count": Digits.grouped(count)]), nil)
        }
    }

    /// Which parts of the settings were changed.
    private func changes(
        _ before: Call, _ title: [Language: String], _ period: Period, _ settings: CallSettings
    ) -> String {
        var changes: [String] = []
        if before.title != title { changes.append(site.say("settings.name-section", context)) }
        if before.period != period {
            changes.append("\(site.words(before.period, context)) → \(site.words(period, context))")
        }
        if before.settings.contact != settings.contact {
            changes.append("\(site.say("settings.contact", context)): \(settings.contact ?? "–")")
        }
        for setting in programme.settings {
            let (old, new) = (
                before.settings.number(setting.name, of: programme),
                settings.number(setting.name, of: programme)
            )
            guard old != new else { continue }
            let label = programme.texts["setting.\(setting.name)", language]
            changes.append("\(label): \(Digits.grouped(old)) → \(Digits.grouped(new))")
        }
        for round in programme.rounds {
            let (old, new) = (before.settings.weights(of: round), settings.weights(of: round))
            let label = programme.texts["round.\(round.name)", language]
            for name in round.criteria.map(\.name) where old[name] != new[name] {
                let criterion = programme.texts["criterion.\(name)", language]
                changes.append("\(label) – \(criterion): \(old[name] ?? 0)% → \(new[name] ?? 0)%")
            }
        }
        return changes.isEmpty ? site.say("settings.no-change", context) : changes.joined(separator: "\n")
    }
}

extension CallEvent {
    /// The role and the person of a grant or of its end.
    fileprivate var grant: (role: String, person: PersonID)? {
        switch self {
        case .granted(let role, let person), .revoked(let role, let person): (role, person)
        case .opened, .configured, .published, .discarded, .extended, .contactChanged, .lateAccessGranted,
            .lateAccessWithdrawn, .exported, .exportCancelled, .released, .ruleDeclared:
            nil
        }
    }
}

extension Recorded<CallEvent> {
    /// The same was done by the same person for somebody else within the hour.
    fileprivate func continues(_ first: Recorded<CallEvent>) -> Bool {
        guard let grant = body.grant, let other = first.body.grant else { return false }
        return body.kind == first.body.kind && grant.role == other.role && actor == first.actor
            && at <= first.at.adding(seconds: 3600)
    }
}
