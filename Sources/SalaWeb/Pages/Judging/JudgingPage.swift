import SalaEngine
import SalaStore
import SalaThai

/// A judge's own desk: what waits for this judge and what this judge has done, nobody else's.
struct JudgingPage: Page {
    static let template = "pages/judging"
    let chrome: Chrome
    let call: String
    let desksURL: String
    let stats: [StatView]
    /// The first that waits.
    let next: LinkView?
    let isDone: Bool
    let table: DeskTableView?
    let empty: EmptyView?

    init(_ site: Site, _ context: SalaContext, _ desk: JudgeDesk) {
        call = desk.view.call.title(context.visit.language)
        chrome = site.chrome("\(site.say("desks.judging", context)) – \(call)", context)
        desksURL = Paths.desks
        func count(_ state: Review.State) -> Int { desk.rows.count { $0.review.state == state } }
        func stat(_ state: Review.State, isPressing: Bool = false) -> StatView {
            StatView(
                value: Digits.grouped(count(state)),
                label: site.say("judging.count-\(state.rawValue)", context),
                isPressing: isPressing && count(state) > 0)
        }
        stats = desk.rows.isEmpty ? [] : [stat(.assigned, isPressing: true), stat(.begun), stat(.final)]
        let open = desk.next
        next = open.map { row in
            LinkView(
                label: site.say(
                    row.review.state == .begun ? "judging.resume" : "judging.start", context,
                    [
                        "entry": [row.submission.number, site.title(row.submission, context)]
                            .compactMap(\.self).joined(separator: " ")
                    ]),
                url: Paths.review(row.round, of: row.submission.id))
        }
        isDone = open == nil && !desk.rows.isEmpty
        table = desk.rows.isEmpty ? nil : DeskTableView(site, context, desk)
        empty =
            desk.rows.isEmpty
            ? EmptyView(
                title: site.say("judging.empty", context), text: site.say("judging.empty-text", context))
            : nil
    }
}

extension DeskTableView {
    /// What a judge is asked to review, open reviews first.
    fileprivate init(_ site: Site, _ context: SalaContext, _ desk: JudgeDesk) {
        let language = context.visit.language
        let programme = desk.view.programme
        let hasRounds = Set(desk.rows.map(\.round)).count > 1
        let rows = desk.rows.map { row in
            let score = row.review.state == .final ? row.score(in: desk.view) : nil
            let round = DeskCellView(text: programme.texts["round.\(row.round)", language])
            return DeskRowView(
                id: row.submission.id.description, url: Paths.review(row.round, of: row.submission.id),
                title: site.title(row.submission, context), detail: site.filer(row.submission, context),
                cells: [DeskCellView(text: row.submission.number ?? "–")] + (hasRounds ? [round] : [])
                    + [
                        DeskCellView(badge: StageBadgeView(row.review.state, site, context)),
                        DeskCellView(text: score ?? "–", isNumber: true),
                    ])
        }
        func column(_ key: String, isNumber: Bool = false) -> DeskColumnView {
            DeskColumnView(label: site.say(key, context), isNumber: isNumber)
        }
        self.init(
            caption: site.say("judging.table", context),
            columns: [column("desks.entry"), column("desks.number")]
                + (hasRounds ? [column("judging.round")] : [])
                + [column("judging.state"), column("judging.score", isNumber: true)],
            rows: rows)
    }
}

extension JudgeRow {
    fileprivate func score(in view: CallView) -> String? {
        view.programme.round(round).flatMap { view.call.score(of: review.scores, in: $0) }
    }
}

extension StageBadgeView {
    /// How far a review is, in words and by sign.
    init(_ state: Review.State, _ site: Site, _ context: SalaContext) {
        let tone: Tone =
            switch state {
            case .assigned: .waiting
            case .begun: .draft
            case .final: .success
            case .conflict, .abstained: .refused
            case .withdrawn: .closed
            }
        self.init(site.say("judging.state-\(state.rawValue)", context), tone: tone)
    }
}
