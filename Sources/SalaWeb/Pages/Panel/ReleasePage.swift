import SalaEngine
import SalaStore
import SalaThai

/// Asks once more before results go out, and says what goes out.
struct ReleasePage: Page {
    static let template = "pages/release"
    let chrome: Chrome
    let call: String
    /// What changed since the page was shown before; nil when nothing did.
    let changed: WarningView?
    let confirm: ConfirmView

    init(
        _ site: Site, _ context: SalaContext, _ pending: PendingDecisions, round: String,
        changes: [Overtaking]? = nil
    ) {
        let language = context.visit.language
        let programme = pending.view.programme
        let handle = pending.view.call.handle
        let title = site.say("release.title", context)
        chrome = site.chrome(title, context)
        call = pending.view.call.title(language)
        changed = changes.map { changes in
            WarningView(
                site.say("release.changed", context), lines: site.lines(changes, of: programme, context))
        }
        let decisions = pending.counts.map { action, count in
            site.say(
                "release.decision", context,
                [
                    "action": programme.texts["action.\(action.name)", language],
                    "count": Digits.grouped(count),
                    "stage": programme.texts["stage.\(action.to)", language],
                ])
        }
        let isPublic = pending.counts.contains { programme.workflow.stage($0.action.to)?.isPublic == true }
        let letters = site.say("release.letters", context, ["count": Digits.grouped(pending.letters)])
        confirm = ConfirmView(
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

/// What a release has done.
struct ReleasedPage: Page {
    static let template = "pages/released"
    let chrome: Chrome
    let call: String
    let lead: String
    let links: [LinkView]

    init(_ site: Site, _ context: SalaContext, _ view: CallView, count: Int, round: String) {
        let handle = view.call.handle
        chrome = site.chrome(site.say("release.done", context), context)
        call = view.call.title(context.visit.language)
        lead = site.say("release.released", context, ["count": Digits.grouped(count)])
        links = [
            LinkView(
                label: site.say("release.to-ranking", context), url: Paths.ranking(round, of: handle)),
            LinkView(label: site.say("desks.desk", context), url: Paths.desk(handle)),
        ]
    }
}
