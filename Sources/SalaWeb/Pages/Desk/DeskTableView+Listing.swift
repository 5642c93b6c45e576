import SalaEngine
import SalaStore
import SalaThai

extension DeskTableView {
    /// One page of a desk, with what the person may do to many at once.
    init(
        _ site: Site, _ context: SalaContext, _ desk: Desk, _ query: DeskQuery, _ choice: DeskChoice
    ) {
        let handle = desk.view.call.handle
        let programme = desk.view.programme
        let seesHeld = desk.view.actor.may(.readCommittee, in: programme)
        func column(
            _ key: String, _ order: SubmissionFilter.Order? = nil, isLatestFirst: Bool = false
        ) -> DeskColumnView {
            DeskColumnView(
                label: site.say("desks.\(key)", context),
                sortURL: order.map { order in query.changing { $0.order = order }.url(of: handle) },
                isAscending: order == query.filter.order && !isLatestFirst,
                isDescending: order == query.filter.order && isLatestFirst)
        }
        let hasDue = query.hasClock(desk)
        let ticked = Set(choice.submissions)
        let rows = desk.listing.entries.map { entry in
            var row = DeskRowView(
                entry, site, context, programme, query, seesHeld: seesHeld, hasDue: hasDue)
            row.note = site.note(ofLate: entry, in: desk.view.call, desk.granters, context)
            row.isChosen = ticked.contains(entry.id)
            return row
        }
        let columns = [
            column("entry"), column("number", .number), column("stage"),
            column("filed", .filed, isLatestFirst: true), hasDue ? column("due", .due) : nil,
            column("moved", .moved, isLatestFirst: true),
        ].compactMap(\.self)
        self.init(
            caption: desk.view.call.title(context.visit.language), columns: columns, rows: rows,
            bulk: BulkView(site, context, desk, query, choice))
    }
}

extension DeskRowView {
    fileprivate init(
        _ row: SubmissionRow, _ site: Site, _ context: SalaContext, _ programme: Programme,
        _ query: DeskQuery, seesHeld: Bool, hasDue: Bool
    ) {
        let visit = context.visit
        var stage = StageBadgeView(row.stage, of: programme, visit.language)
        if seesHeld, let held = row.held {
            let action = programme.texts["action.\(held)", visit.language]
            stage = StageBadgeView(site.say("desks.held", context, ["action": action]), tone: .waiting)
        }
        func day(_ time: Instant?, _ key: String) -> DeskCellView {
            DeskCellView(
                label: site.say("desks.\(key)", context),
                text: time?.localDate.text(.short, thai: visit.isThai) ?? "–")
        }
        let due =
            row.due.map { DeskCellView(due: site.dueTime($0, context)) }
            ?? DeskCellView(text: site.say("desks.no-deadline", context))
        self.init(
            id: row.id.description, url: query.kept(by: Paths.submission(row.id)),
            title: site.title(row, context),
            detail: site.filer(row, context),
            cells: [
                DeskCellView(text: row.number ?? "–"), DeskCellView(badge: stage),
                day(row.filedAt, "filed"), hasDue ? due : nil,
                day(row.movedAt, "moved"),
            ].compactMap(\.self))
    }
}

extension DeskQuery {
    /// Whether a stage that the view shows has a clock.
    fileprivate func hasClock(_ desk: Desk) -> Bool {
        desk.view.programme.workflow.stages.contains { stage in
            let isShown = filter.stage.map { $0 == stage.name } ?? (desk.counts[stage.name, default: 0] > 0)
            return isShown && stage.clock != nil
        }
    }
}

extension BulkView {
    /// Nil when the person may do nothing to many of what the desk shows.
    fileprivate init?(
        _ site: Site, _ context: SalaContext, _ desk: Desk, _ query: DeskQuery, _ choice: DeskChoice
    ) {
        let programme = desk.view.programme
        // What nothing that is listed could be moved by is not offered.
        let stages = query.filter.stage.map { [$0] } ?? desk.counts.filter { $0.value > 0 }.map(\.key)
        let actions = programme.workflow.actions.filter { action in
            action.isBulk && !desk.view.actor.roles.isDisjoint(with: action.by)
                && !Set(action.from).isDisjoint(with: stages)
        }
        guard !actions.isEmpty else { return nil }
        let total = desk.listing.total
        let key = total > Store.maximumBulk ? "desks.first-matching" : "desks.all-matching"
        self.init(
            url: Paths.bulkActions(desk.view.call.handle),
            actions: actions.map { action in
                BulkActionView(
                    name: action.name, label: programme.texts["action.\(action.name)", context.visit.language]
                )
            },
            allMatching: total > desk.listing.entries.count
                ? site.say(
                    key, context,
                    ["count": Digits.grouped(total), "limit": Digits.grouped(Store.maximumBulk)]) : nil,
            isAllChosen: choice.isAll,
            fields: [HiddenFieldView(name: "desk", value: query.url(of: desk.view.call.handle))],
            mistake: choice.isMissing ? site.say("bulk.nothing", context) : nil)
    }
}

extension Site {
    /// A submission's title, or that it has none yet.
    func title(_ row: SubmissionRow, _ context: SalaContext) -> String {
        row.title.isEmpty ? say("submission.untitled", context) : row.title
    }

    /// How long is left until somebody at a desk should have acted, or for how long it is overdue.
    func dueTime(_ due: Instant, _ context: SalaContext) -> DaysLeftView {
        var view = DaysLeftView(due, now: context.visit.now, isThai: context.visit.isThai)
        guard view.isOver else { return view }
        view.text = say("desks.overdue", context, ["time": view.text])
        (view.isOver, view.isOverdue) = (false, true)
        return view
    }

    /// How long is left for a submission: until its stage is due, or else, while it can be written, until its
    /// call closes. That an office is late is not for its clients to be told as theirs.
    func deadline(
        _ due: Instant?, closes: Instant?, isOwn: Bool, isOpen: Bool, _ context: SalaContext
    ) -> DaysLeftView? {
        let now = context.visit.now
        if let due, !isOwn || isOpen || due >= now { return dueTime(due, context) }
        guard isOpen else { return nil }
        return closes.map { DaysLeftView($0, now: now, isThai: context.visit.isThai) }
    }

    /// Who filed: the organisation as it is told from every other, or the person; nil when that is not known.
    func filer(_ row: SubmissionRow, _ context: SalaContext) -> String? {
        row.organisation?.placedName(context.visit.language)
            ?? (row.applicant.isEmpty ? nil : row.applicant)
    }
}
