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
        /// Takes the assignment back, or asks anew who left it; nil where neither can be.
        let change: Change?
    }

    /// A form that asks why.
    struct Change: Sendable {
        let label: String
        let confirm: String
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
    /// That it has as many judges as the round wants.
    let enough: String?
    let error: NoticeView?
}

extension JudgesPage {
    /// - Parameter isClosed: decisions of the round have closed it.
    /// - Parameter refused: why the last wish was not done.
    /// - Parameter change: the judge who was to be taken off, or asked anew, for a reason that is none.
    init(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier, _ judges: [SubmissionJudge], _ name: String,
        isClosed: Bool = false, refused: String? = nil, change: RefusedChange? = nil
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
        let isOn = programme.workflow.stage(dossier.submission.stage)?.round == name && !isClosed
        lines = judges.sorted { ThaiOrder.precedes($0.name, $1.name) }.compactMap { judge in
            judge.review.map { review in
                Line(
                    name: judge.name, state: StageBadgeView(review.state, site, context),
                    reason: site.why(review, of: programme, context),
                    change: isClosed
                        ? nil
                        : Change(site, context, judge, review, name, of: id, isOn: isOn, refused: change))
            }
        }
        url = Paths.judges(name, of: id)
        candidates =
            isOn
            ? judges.filter { $0.isJudge && [nil, .withdrawn].contains($0.review?.state) }
                .sorted { $0.load == $1.load ? ThaiOrder.precedes($0.name, $1.name) : $0.load < $1.load }
                .map { judge in
                    ChoiceView(
                        value: judge.person.description,
                        label: site.say(
                            "panel.candidate", context,
                            ["name": judge.name, "load": Digits.grouped(judge.load)]))
                } : []
        let enough = active >= programme.round(name)?.reviews ?? 0 && !candidates.isEmpty
        self.enough = enough ? site.say("panel.enough", context) : nil
        error =
            refused.map { NoticeView(.error, $0) }
            ?? (isClosed ? NoticeView(.warning, site.say("panel.closed", context)) : nil)
    }
}

extension JudgesPage.Change {
    /// Nil where the review can neither be taken back nor be asked for anew.
    fileprivate init?(
        _ site: Site, _ context: SalaContext, _ judge: SubmissionJudge, _ review: Review, _ round: String,
        of id: SubmissionID, isOn: Bool, refused: RefusedChange?
    ) {
        let isAgain = review.state.isDeclared
        guard review.isActive || isAgain && isOn && judge.isJudge else { return nil }
        let key = isAgain ? "again" : "remove"
        let refused = refused.flatMap { $0.judge == judge.person ? $0 : nil }
        label = site.say("panel.\(key)", context)
        confirm = site.say("panel.\(key)-do", context)
        url =
            isAgain
            ? Paths.reassignment(judge.person, round, of: id) : Paths.judge(judge.person, round, of: id)
        field = FieldView(
            name: "reason-\(judge.person)", label: site.say("judging.reason", context),
            hint: isAgain ? site.say("panel.again-hint", context) : nil,
            error: refused.map { site.sentence($0.mistake, context) }, isRequired: true,
            control: .text(
                TextControl(value: refused?.reason ?? "", maximumLength: Submission.maximumReason)))
        isOpen = refused != nil
    }
}

/// A judge who was not taken off or asked anew, with what was typed as the reason and what is wrong with it.
struct RefusedChange: Equatable, Sendable {
    let judge: PersonID
    let reason: String
    let mistake: Mistake.Kind
}

extension Site {
    /// Why a review ended, in the judge's or an officer's own words where there are some.
    func why(_ review: Review, of programme: Programme, _ context: SalaContext) -> String? {
        if let role = review.lostRole {
            let name = programme.texts["role.\(role)", context.visit.language]
            return say("panel.role-taken-back", context, ["role": name])
        }
        return review.reason.isEmpty ? nil : review.reason
    }
}
