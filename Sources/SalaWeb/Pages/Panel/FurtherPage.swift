import SalaEngine
import SalaStore
import SalaThai

/// Who would be asked for one more review of what, before anybody is, and why.
struct FurtherPage: Page {
    static let template = "pages/further"

    struct Line: Sendable {
        let entry: LinkView
        let chance: String
        let judge: String
    }

    let chrome: Chrome
    let call: String
    let chairURL: String
    let round: String
    let changed: WarningView?
    let caution: WarningView
    let moves: String
    let lines: [Line]
    /// Entries for which nobody is free.
    let short: WarningView?
    /// Asks for the reason; nil where nobody would be asked.
    let reason: FieldView?
    let errors: ErrorSummaryView?
    let url: String
    let expected: String
    let confirm: String

    /// - Parameter isChanged: another plan was confirmed than this.
    init(
        _ site: Site, _ context: SalaContext, _ plan: FurtherPlan, reason typed: String = "",
        mistake: Mistake.Kind? = nil, isChanged: Bool = false
    ) {
        let ranking = plan.report.ranking
        let (handle, name) = (ranking.view.call.handle, ranking.round.name)
        call = ranking.view.call.title(context.visit.language)
        chairURL = Paths.chair(name, of: handle)
        round = ranking.view.programme.texts["round.\(name)", context.visit.language]
        chrome = site.chrome("\(site.say("further.title", context)) – \(round)", context)
        changed = isChanged ? WarningView(site.say("further.changed", context)) : nil
        caution = WarningView(site.say("further.caution", context))
        let count = ["count": Digits.grouped(plan.lines.count)]
        moves = site.say(plan.lines.isEmpty ? "further.none" : "further.text", context, count)
        confirm = site.say("further.do", context, count)
        lines = plan.lines.map { line in
            Line(
                entry: LinkView(
                    label: site.label(line.entry.submission, context),
                    url: Paths.trace(of: line.entry.submission.id, name, of: handle)),
                chance: plan.report.certainties[line.entry.submission.id].map {
                    ChairWording.percent($0.chance)
                } ?? "–",
                judge: site.say(
                    "further.judge-load", context,
                    ["judge": line.judge, "load": Digits.grouped(line.load)]))
        }
        short =
            plan.short.isEmpty
            ? nil
            : WarningView(
                site.say("further.short", context, ["count": Digits.grouped(plan.short.count)]),
                lines: plan.short.prefix(20).map { site.label($0.submission, context) })
        let field = FieldView(
            name: "reason", label: site.say("judging.reason", context),
            hint: site.say("further.reason-hint", context),
            error: mistake.map { site.sentence($0, context) }, isRequired: true,
            control: .text(TextControl(value: typed, maximumLength: Submission.maximumReason)))
        reason = plan.lines.isEmpty ? nil : field
        errors = ErrorSummaryView(of: [field])
        url = Paths.further(name, of: handle)
        expected = plan.fingerprint
    }
}

extension Site {
    /// A submission's number and title in one.
    func label(_ row: SubmissionRow, _ context: SalaContext) -> String {
        [row.number, title(row, context)].compactMap(\.self).joined(separator: " ")
    }
}
