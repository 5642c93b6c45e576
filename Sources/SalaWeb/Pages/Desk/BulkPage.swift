import SalaEngine
import SalaStore
import SalaThai

/// What an action on many submissions would do, before it is done: to how many, and why not to the others.
struct BulkPage: Page {
    static let template = "pages/bulk"

    /// Submissions that the action is refused for, with one reason.
    struct Refused: Sendable {
        let count: String
        let reason: String
        let lines: [Line]
    }

    /// One submission: what it is, who filed it, and where it rests now.
    struct Line: Sendable {
        let submission: LinkView
        let filer: String?
        let stage: StageBadgeView
    }

    /// How many submissions are listed without being asked for.
    fileprivate static let openLines = 50

    let chrome: Chrome
    let call: String
    let deskURL: String
    let url: String
    let label: String
    let leadsTo: StageBadgeView
    /// How many will move, in words; nil when none will.
    let moves: String?
    let letters: String?
    /// That it cannot be undone.
    let final: String?
    /// Those that will move.
    let lines: [Line]
    let isListOpen: Bool
    let refused: [Refused]
    let refusedTitle: String?
    let fields: [FieldView]
    let errors: ErrorSummaryView?
    let hidden: [HiddenFieldView]
    let confirm: String
    let isDangerous: Bool
    /// What changed since the last preview; nil when nothing did.
    let changed: WarningView?

    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ action: Action, _ preview: BulkPreview,
        input: Answers? = nil, mistakes: [Mistake] = [], changes: [Overtaking]? = nil
    ) {
        let language = context.visit.language
        let programme = view.programme
        let label = programme.texts["action.\(action.name)", language]
        let count = Digits.grouped(preview.movable.count)
        self.label = label
        chrome = site.chrome(label, context)
        call = view.call.title(language)
        deskURL = preview.desk
        url = Paths.bulkActions(view.call.handle)
        leadsTo = StageBadgeView(action.to, of: programme, language)
        let stays = preview.rows.allSatisfy { action.stays(in: $0.stage) }
        moves =
            preview.movable.isEmpty
            ? nil : site.say(stays ? "bulk.stay" : "bulk.moves", context, ["count": count])
        letters =
            action.letter == nil || preview.movable.isEmpty
            ? nil : site.say("bulk.letters", context, ["count": count])
        final = preview.movable.isEmpty ? nil : site.warning(before: action, of: programme, context)
        let desk = DeskQuery(path: preview.desk)
        func line(_ row: SubmissionRow) -> Line { Line(site, context, row, of: programme, from: desk) }
        lines = preview.rows.map(line)
        refused = preview.refusals.map { refusal, rows in
            Refused(
                count: site.say("assigning.entries", context, ["count": Digits.grouped(rows.count)]),
                reason: site.sentence(refusal, context, on: rows, by: action, of: programme),
                lines: rows.map(line))
        }
        let refusedCount = preview.refusals.map(\.rows.count).reduce(0, +)
        isListOpen = lines.count + refusedCount <= BulkPage.openLines
        refusedTitle =
            refusedCount == 0
            ? nil : site.say("bulk.refused", context, ["count": Digits.grouped(refusedCount)])
        hidden = preview.fields(action)
        confirm = site.say("bulk.confirm", context, ["action": label, "count": count])
        let target = programme.workflow.stage(action.to)
        isDangerous = target?.isFinal == true && target?.isPublic == false
        changed = changes.map { changes in
            WarningView(
                site.say("bulk.changed", context), lines: site.lines(changes, of: programme, context))
        }
        guard let asks = action.asks, let page = asks.pages.first else {
            fields = []
            errors = nil
            return
        }
        let answers = input ?? asks.standardAnswers
        let asking = Asking(
            site, context, .asks(asks, programme, language), form: asks, answers: answers, mistakes: mistakes)
        fields = asking.fields(of: page, answers: answers)
        errors = asking.summary(asks)
    }
}

extension Site {
    /// Why the action cannot be taken on those; where they rest in another stage, in which.
    fileprivate func sentence(
        _ refusal: Refusal, _ context: SalaContext, on rows: [SubmissionRow], by action: Action,
        of programme: Programme
    ) -> String {
        guard case .wrongStage = refusal else { return sentence(refusal, context) }
        let resting = Set(rows.map(\.stage))
        let stages = programme.workflow.stages.map(\.name)
        return sentence(
            at: stages.filter(resting.contains), not: stages.filter(action.from.contains), of: programme,
            context)
    }
}

extension BulkPage.Line {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ row: SubmissionRow, of programme: Programme,
        from desk: DeskQuery
    ) {
        submission = LinkView(
            label: [row.number, site.title(row, context)].compactMap(\.self).joined(separator: " "),
            url: desk.kept(by: Paths.submission(row.id)))
        filer = site.filer(row, context)
        stage = StageBadgeView(row.stage, of: programme, context.visit.language)
    }
}

extension BulkPreview {
    /// What the confirmation carries along.
    fileprivate func fields(_ action: Action) -> [HiddenFieldView] {
        [
            HiddenFieldView(name: "action", value: action.name), HiddenFieldView(name: "desk", value: desk),
            HiddenFieldView(name: "submissions", value: chosen.map(\.description).joined(separator: " ")),
            HiddenFieldView(name: "expected", value: BulkExpectation(self).text),
        ]
    }
}
