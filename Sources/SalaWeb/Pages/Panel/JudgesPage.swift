import SalaEngine
import SalaStore
import SalaThai

/// Who judges one submission in a round, and by whom else it might be judged.
struct JudgesPage: Page {
    static let template = "pages/judges"

    struct Line: Sendable {
        let name: String
        let state: StageBadgeView
        let reason: String?
        /// Takes the assignment back; nil once it has ended.
        let removal: Removal?
    }

    struct Removal: Sendable {
        let url: String
        let field: FieldView
        let isOpen: Bool
    }

    let chrome: Chrome
    let call: String
    let panelURL: String
    let round: String
    let submission: LinkView
    let wanted: String
    let lines: [Line]
    let url: String
    /// Those who may still be asked; empty when there is nobody or the round is over.
    let candidates: [ChoiceView]
    let error: NoticeView?
}

extension JudgesPage {
    /// - Parameter refused: why the last wish was not done.
    /// - Parameter removal: the judge who was to be taken off for a reason that is none.
    init(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier, _ judges: [SubmissionJudge], _ name: String,
        refused: String? = nil, removal: RefusedRemoval? = nil
    ) {
        let language = context.visit.language
        let programme = dossier.programme
        let id = dossier.submission.id
        chrome = site.chrome(site.say("panel.judges-of", context), context)
        call = dossier.call.title(language)
        panelURL = Paths.panel(name, of: dossier.call.handle)
        round = programme.texts["round.\(name)", language]
        let title = dossier.title.isEmpty ? site.say("submission.untitled", context) : dossier.title
        submission = LinkView(
            label: [dossier.submission.number, title].compactMap(\.self).joined(separator: " "),
            url: Paths.submission(id))
        let active = judges.count { $0.review?.isActive == true }
        wanted = site.say(
            "panel.has-judges", context,
            ["count": String(active), "wanted": String(programme.round(name)?.reviews ?? 0)])
        lines = judges.sorted { ThaiOrder.precedes($0.name, $1.name) }.compactMap { judge in
            judge.review.map { review in
                Line(
                    name: judge.name, state: StageBadgeView(review.state, site, context),
                    reason: review.reason.isEmpty ? nil : review.reason,
                    removal: review.isActive
                        ? Removal(site, context, judge, Paths.judge(judge.person, name, of: id), removal)
                        : nil)
            }
        }
        url = Paths.judges(name, of: id)
        let isOn = programme.workflow.stage(dossier.submission.stage)?.round == name
        candidates =
            isOn
            ? judges.filter { $0.isJudge && $0.review?.isActive != true && $0.review?.state != .conflict }
                .sorted { $0.load == $1.load ? ThaiOrder.precedes($0.name, $1.name) : $0.load < $1.load }
                .map { judge in
                    ChoiceView(
                        value: judge.person.description,
                        label: site.say(
                            "panel.candidate", context,
                            ["name": judge.name, "load": Digits.grouped(judge.load)]))
                } : []
        error = refused.map { NoticeView(.error, $0) }
    }
}

extension JudgesPage.Removal {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ judge: SubmissionJudge, _ url: String,
        _ refused: RefusedRemoval?
    ) {
        let refused = refused.flatMap { $0.judge == judge.person ? $0 : nil }
        self.url = url
        field = FieldView(
            name: "reason-\(judge.person)", label: site.say("judging.reason", context),
            error: refused.map { site.sentence($0.mistake, context) }, isRequired: true,
            control: .text(
                TextControl(value: refused?.reason ?? "", maximumLength: Submission.maximumReason)))
        isOpen = refused != nil
    }
}

/// A judge who was not taken off, with what was typed as the reason and what is wrong with it.
struct RefusedRemoval: Equatable, Sendable {
    let judge: PersonID
    let reason: String
    let mistake: Mistake.Kind
}
