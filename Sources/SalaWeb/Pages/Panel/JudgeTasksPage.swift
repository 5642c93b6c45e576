import SalaEngine
import SalaStore
import SalaThai

/// What one judge of a round is asked to review and how far each review is, for those who assign.
struct JudgeTasksPage: Page {
    static let template = "pages/judge-tasks"

    struct Line: Sendable {
        let submission: LinkView
        let state: StageBadgeView
        let reason: ReasonView?
        let changed: String
    }

    let chrome: Chrome
    let call: String
    let round: LinkView
    let email: String
    let stats: [StatView]
    let lines: [Line]

    init(_ site: Site, _ context: SalaContext, _ tasks: JudgeTasks) {
        let language = context.visit.language
        let handle = tasks.view.call.handle
        let name = tasks.round.name
        chrome = site.chrome(site.say("panel.judge-tasks", context, ["name": tasks.name]), context)
        call = tasks.view.call.title(language)
        round = LinkView(
            label: tasks.view.programme.texts["round.\(name)", language], url: Paths.panel(name, of: handle))
        email = tasks.email
        func stat(_ key: String, _ states: [Review.State]) -> StatView {
            let count = tasks.tasks.count { states.contains($0.review.state) }
            return StatView(value: Digits.grouped(count), label: site.say("panel.\(key)", context))
        }
        stats =
            tasks.tasks.isEmpty
            ? []
            : [
                stat("given", [.final]), stat("open", [.assigned, .begun]),
                stat("declined", [.conflict, .abstained, .withdrawn, .recused]),
            ]
        lines = tasks.tasks.map { task in
            let title = task.title.isEmpty ? site.say("submission.untitled", context) : task.title
            return Line(
                submission: LinkView(
                    label: [task.number, title].compactMap(\.self).joined(separator: " "),
                    url: Paths.judges(name, of: task.submission)),
                state: StageBadgeView(task.review, site, context),
                reason: ReasonView(task.review, of: tasks.view.programme, site, context),
                changed: task.changed.text(thai: context.visit.isThai))
        }
    }
}
