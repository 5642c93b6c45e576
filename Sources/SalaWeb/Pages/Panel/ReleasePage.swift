import SalaEngine
import SalaStore
import SalaThai

/// Asks once more before results go out, and says what goes out: by name, with a letter of each outcome.
struct ReleasePage: Page {
    static let template = "pages/release"

    /// All that one decision was taken on.
    struct Outcome: Sendable {
        let title: String
        let entries: EntryListView
        let sample: Sample?
    }

    /// The letter that one of them would cause.
    struct Sample: Sendable {
        let summary: String
        let language: String
        let subject: String
        let paragraphs: [String]
    }

    /// How many submissions of one outcome are named on this page; the others have pages of their own.
    static let named = 200
    /// How many are named without being asked for.
    private static let openEntries = 50

    let chrome: Chrome
    let call: String
    /// What changed since the page was shown before; nil when nothing did.
    let changed: WarningView?
    let outcomes: [Outcome]
    let confirm: ConfirmView

    init(
        _ site: Site, _ context: SalaContext, _ outlook: ReleaseOutlook, round: String,
        changes: [Overtaking]? = nil
    ) {
        let pending = outlook.pending
        let programme = pending.view.programme
        let title = site.say("release.title", context)
        chrome = site.chrome(title, context)
        call = pending.view.call.title(context.visit.language)
        changed = changes.map { changes in
            WarningView(
                site.say("release.changed", context), lines: site.lines(changes, of: programme, context))
        }
        outcomes = outlook.outcomes.map { outcome in
            Outcome(
                site, context, outcome, pending.view, round: round,
                isOpen: pending.total <= ReleasePage.openEntries)
        }
        confirm = ReleasePage.confirm(site, context, pending, round: round)
    }

    private static func confirm(
        _ site: Site, _ context: SalaContext, _ pending: PendingDecisions, round: String
    ) -> ConfirmView {
        let programme = pending.view.programme
        let handle = pending.view.call.handle
        let decisions = pending.counts.map { action, count in
            site.decision(action, count, of: programme, context)
        }
        let isPublic = pending.counts.contains { programme.workflow.stage($0.action.to)?.isPublic == true }
        let letters = site.say("release.letters", context, ["count": Digits.grouped(pending.letters)])
        return ConfirmView(
            title: site.say("release.confirm", context),
            text: site.say("release.text", context, ["count": Digits.grouped(pending.total)]),
            consequences: decisions + [letters] + (isPublic ? [site.say("release.public", context)] : [])
                + [site.say("release.final", context)],
            url: Paths.release(round, of: handle),
            fields: [
                HiddenFieldView(name: "expected", value: pending.fingerprint),
                HiddenFieldView(name: "shown", value: String(context.visit.now.microseconds)),
            ],
            label: site.say("release.do", context, ["count": Digits.grouped(pending.total)]),
            cancelURL: Paths.ranking(round, of: handle), isDangerous: true)
    }
}

extension ReleasePage.Outcome {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ outcome: ReleaseOutlook.Outcome, _ view: CallView,
        round: String, isOpen: Bool
    ) {
        let count = outcome.entries.count
        let rest =
            count > ReleasePage.named
            ? LinkView(
                label: site.say("release.all", context, ["count": Digits.grouped(count)]),
                url: Paths.released(outcome.action.name, round, of: view.call.handle)) : nil
        title = site.decision(outcome.action, count, of: view.programme, context)
        entries = EntryListView(
            site.say("release.entries", context, ["count": Digits.grouped(count)]),
            items: outcome.entries.prefix(ReleasePage.named).map { .init(site, context, $0) },
            isOpen: isOpen, rest: rest)
        sample = outcome.sample.map { sample in
            ReleasePage.Sample(
                summary: site.say("release.sample", context, ["number": sample.entry.number ?? ""]),
                language: sample.language.rawValue, subject: sample.letter.subject,
                paragraphs: sample.letter.body.split(separator: "\n\n").map(String.init))
        }
    }
}

extension EntryListView.Item {
    init(_ site: Site, _ context: SalaContext, _ entry: ReleaseOutlook.Entry) {
        self.init(
            site, context, entry.number, entry.title, url: Paths.submission(entry.submission),
            filer: entry.organisation?.placedName(context.visit.language),
            standing: entry.ranked.flatMap { ranked in
                guard let rank = ranked.rank, let score = ranked.score else { return nil }
                let words = ["rank": Digits.grouped(rank), "score": score]
                return site.say("release.standing", context, words)
            })
    }
}

extension Site {
    /// What one decision does to how many, in words.
    fileprivate func decision(
        _ action: Action, _ count: Int, of programme: Programme, _ context: SalaContext
    ) -> String {
        say(
            "release.decision", context,
            [
                "action": programme.texts["action.\(action.name)", context.visit.language],
                "count": Digits.grouped(count),
                "stage": programme.texts["stage.\(action.to)", context.visit.language],
            ])
    }
}
