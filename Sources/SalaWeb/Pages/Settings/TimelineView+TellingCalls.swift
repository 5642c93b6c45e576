import SalaEngine
import SalaStore
import SalaThai

extension TimelineView {
    /// What happened to a call, latest first, with the names of those who did it.
    init(_ site: Site, _ context: SalaContext, _ history: CallHistory) {
        let telling = CallTelling(site: site, context: context, history: history)
        let befores = telling.befores
        let entries = history.events.enumerated().map { index, event in
            telling.entry(event, before: befores[index])
        }
        self.init(entries: Array(entries.reversed()))
    }
}

private struct CallTelling {
    let site: Site
    let context: SalaContext
    let history: CallHistory

    private var programme: Programme { history.view.programme }
    private var language: Language { context.visit.language }

    /// The call as it was before each event.
    var befores: [Call?] {
        history.events.indices.map { Call.replaying(history.view.call.id, Array(history.events[..<$0])) }
    }

    func entry(_ event: Recorded<CallEvent>, before: Call?) -> TimelineEntryView {
        let isThai = context.visit.isThai
        let (title, note) = words(event.body, before: before)
        return TimelineEntryView(
            title: title, actor: event.actor.flatMap { history.names[$0] },
            time: event.at.text(relativeTo: context.visit.now, thai: isThai),
            exactTime: event.at.text(.long, thai: isThai), timestamp: event.at.iso, note: note)
    }

    private func words(_ event: CallEvent, before: Call?) -> (title: String, note: String?) {
        func say(_ values: [String: String] = [:]) -> String {
            site.say("settings.event.\(event.kind)", context, values)
        }
        switch event {
        case .opened(let opened): return (say(), site.words(opened.period, context))
        case .configured(let title, let period, let settings):
            return (say(), before.map { changes($0, title, period, settings) })
        case .published: return (say(), nil)
        case .extended(let end, let reason):
            return (say(["time": end.text(.long, thai: context.visit.isThai)]), reason)
        case .granted(let role, let person), .revoked(let role, let person):
            let values = [
                "role": programme.texts["role.\(role)", language], "name": history.names[person] ?? "–",
            ]
            return (say(values), nil)
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
        for setting in programme.settings {
            let (old, new) = (
                before.settings.number(setting.name, of: programme),
                settings.number(setting.name, of: programme)
            )
            guard old != new else { continue }
            let label = programme.texts["setting.\(setting.name)", language]
            changes.append(
                "\(label): \(site.words(old, of: setting, context)) → \(site.words(new, of: setting, context))"
            )
        }
        for round in programme.rounds where before.settings.weights(of: round) != settings.weights(of: round)
        {
            let label = programme.texts["round.\(round.name)", language]
            changes.append(site.say("settings.weights-section", context, ["round": label]))
        }
        return changes.isEmpty ? site.say("settings.no-change", context) : changes.joined(separator: "\n")
    }
}
