import SalaEngine
import SalaStore
import SalaThai

extension TimelineView {
    /// What happened to memberships, latest first, with who did it.
    init(_ site: Site, _ context: SalaContext, _ history: MembershipHistory) {
        self.init(
            entries: history.entries.map { entry in
                TimelineEntryView(entry, site, context, history.names)
            })
    }
}

extension TimelineEntryView {
    fileprivate init(
        _ entry: MembershipHistory.Entry, _ site: Site, _ context: SalaContext, _ names: [PersonID: String]
    ) {
        let isThai = context.visit.isThai
        let event = entry.event
        var values = [
            "person": names[entry.person] ?? "–",
            "organisation": entry.organisation.placedName(context.visit.language),
        ]
        var key = event.body.kind
        var note: String?
        switch event.body {
        case .granted(_, let role): values["role"] = site.words(role, context)
        case .refused(let reason): note = reason
        case .ended(let reason):
            if event.actor == entry.person { key = "membership-left" }
            note = reason.isEmpty ? nil : reason
        case .carriedOver, .claimed, .withdrawn, .approved: break
        }
        // What people do for themselves the sentence says already.
        let who = event.actor.map { names[$0] ?? "–" } ?? site.say("membership.installation", context)
        self.init(
            title: site.say("membership.event.\(key)", context, values),
            actor: event.actor == entry.person ? nil : who,
            time: event.at.text(relativeTo: context.visit.now, thai: isThai),
            exactTime: event.at.text(.long, thai: isThai), timestamp: event.at.iso, note: note)
    }
}
