import SalaEngine
import SalaStore
import SalaThai

/// Who judges one submission in a round, and by whom else it might be judged.
struct JudgesPage: Page {
    static let template = "pages/judges"

    struct Line: Sendable {
        let name: String
        let state: StageBadgeView
        /// What was given before the review was opened again; nil where it was not, or may not be read.
        let scoreBefore: String?
        let reason: ReasonView?
        /// Takes the assignment back, or asks anew who left it; nil where neither can be.
        let change: Change?
        /// Opens a given review again; nil where that cannot be.
        let reopening: ReasonForm?
        /// Takes the judge off for a conflict of interest; nil where that cannot be.
        let recusal: Change?
    }

    /// A judge of the round who cannot be asked, and why.
    struct Barred: Sendable {
        let name: String
        let why: String
    }

    /// A form that asks why.
    struct Change: Sendable {
        let label: String
        let confirm: String
        let url: String
        let field: FieldView
        let isOpen: Bool
        /// That a review which counts would count no more.
        let caution: WarningView?
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
    /// By the names.
    let barred: [Barred]
    /// That it has as many judges as the round wants.
    let enough: String?
    let error: NoticeView?
}

extension JudgesPage {
    /// - Parameter closing: the decisions of the round that have closed it.
    /// - Parameter refused: why the last wish was not done.
    /// - Parameter change: the judge who was to be taken off, or asked anew, and was not.
    /// - Parameter removed: the judge who was just taken off with a review that counted.
    init(
        _ site: Site, _ context: SalaContext, _ dossier: Dossier, _ judges: [SubmissionJudge], _ name: String,
        closing: RoundClosing = [], refused: String? = nil, change: RefusedChange? = nil,
        removed: PersonID? = nil
    ) {
        let isClosed = !closing.isEmpty
        let language = context.visit.language
        let programme = dossier.programme
        let id = dossier.submission.id
        let counting = CountingReviews(judges, programme.round(name))
        let taken = judges.first { $0.person == removed && $0.review?.state == .withdrawn }
        chrome = site.chrome(
            site.say("panel.judges-of", context), context,
            telling: taken.map {
                NoticeView(.warning, counting.sentence("removed-given", $0.score, site, context))
            })
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
        // Who leads the round opens reviews again, and assigns nobody.
        let assigns = dossier.actor.may(.assignReviews, in: programme)
        lines = judges.sorted { ThaiOrder.precedes($0.name, $1.name) }.compactMap { judge in
            judge.review.map { review in
                Line(
                    name: judge.name, state: StageBadgeView(review, site, context),
                    scoreBefore: judge.before(site, context),
                    reason: ReasonView(review, of: programme, site, context),
                    change: isClosed || !assigns
                        ? nil
                        : Change(
                            site, context, judge, review, name, of: id, isOn: isOn, refused: change,
                            counting: counting),
                    reopening: isOn && judge.isJudge && review.state == .final
                        && dossier.submission.held == nil
                        ? ReasonForm(reopening: judge, name, of: id, site, context, refused: change) : nil,
                    recusal: isClosed
                        ? nil
                        : Change(recusing: judge, review, name, of: id, site, context, refused: change))
            }
        }
        url = Paths.judges(name, of: id)
        candidates = isOn && assigns ? JudgesPage.candidates(judges, site, context) : []
        barred = isOn && assigns ? JudgesPage.barred(judges, site, context) : []
        let enough = active >= programme.round(name)?.reviews ?? 0 && !candidates.isEmpty
        self.enough = enough ? site.say("panel.enough", context) : nil
        error = refused.map { NoticeView(.error, $0) } ?? site.notice(of: closing, context)
    }

    private static func barred(
        _ judges: [SubmissionJudge], _ site: Site, _ context: SalaContext
    ) -> [Barred] {
        judges.filter { $0.isJudge && $0.review?.isActive != true }
            .sorted { ThaiOrder.precedes($0.name, $1.name) }.compactMap { judge in
                site.obstacle(judge, context).map { Barred(name: judge.name, why: $0) }
            }
    }

    /// Those with the least to do first.
    private static func candidates(
        _ judges: [SubmissionJudge], _ site: Site, _ context: SalaContext
    ) -> [ChoiceView] {
        judges.filter { judge in
            judge.isJudge && [nil, .withdrawn].contains(judge.review?.state) && judge.conflict == nil
                && !judge.knowsEntrants
        }
        .sorted { $0.load == $1.load ? ThaiOrder.precedes($0.name, $1.name) : $0.load < $1.load }
        .map { judge in
            let values = ["name": judge.name, "load": Digits.grouped(judge.load)]
            let screened = judge.hasScreened ? [site.say("panel.screened", context)] : []
            let label = [site.say("panel.candidate", context, values)] + screened
            return ChoiceView(
                value: judge.person.description, label: label.joined(separator: " · "))
        }
    }
}

extension SubmissionJudge {
    fileprivate func before(_ site: Site, _ context: SalaContext) -> String? {
        scoreBefore.map { site.say("panel.score-before", context, ["score": $0]) }
    }
}

extension JudgesPage.Change {
    /// Nil where the review can neither be taken back nor be asked for anew.
    fileprivate init?(
        _ site: Site, _ context: SalaContext, _ judge: SubmissionJudge, _ review: Review, _ round: String,
        of id: SubmissionID, isOn: Bool, refused: RefusedChange?, counting: CountingReviews
    ) {
        let isAgain = review.state.isDeclared || review.state == .recused
        guard review.isActive || isAgain && isOn && judge.isJudge && judge.conflict == nil else { return nil }
        let key = isAgain ? "again" : "remove"
        let refused = refused.flatMap { $0.judge == judge.person && $0.kind == .change ? $0 : nil }
        label = site.say("panel.\(key)", context)
        confirm = site.say("panel.\(key)-do", context)
        url =
            isAgain
            ? Paths.reassignment(judge.person, round, of: id) : Paths.judge(judge.person, round, of: id)
        field = FieldView(
            name: "reason-\(judge.person)", label: site.say("judging.reason", context),
            hint: isAgain ? site.say("panel.again-hint", context) : nil,
            error: refused?.mistake.map { site.sentence($0, context) }, isRequired: true,
            control: .text(
                TextControl(value: refused?.reason ?? "", maximumLength: Submission.maximumReason)))
        isOpen = refused != nil
        caution =
            review.state == .final
            ? WarningView(
                counting.without.sentence("remove-given", judge.score, site, context)) : nil
    }
}

extension ReasonForm {
    /// Opens what the judge has given again.
    fileprivate init(
        reopening judge: SubmissionJudge, _ round: String, of id: SubmissionID, _ site: Site,
        _ context: SalaContext, refused: RefusedChange?
    ) {
        let refused = refused.flatMap { $0.judge == judge.person && $0.kind == .reopening ? $0 : nil }
        self.init(
            label: site.say("panel.reopen", context), about: judge.name,
            hint: site.say("panel.reopen-hint", context),
            url: Paths.reopening(judge.person, round, of: id), decision: nil,
            field: FieldView(
                name: "reopen-\(judge.person)", label: site.say("judging.reason", context),
                error: refused?.mistake.map { site.sentence($0, context) }, isRequired: true,
                control: .text(
                    TextControl(value: refused?.reason ?? "", maximumLength: Submission.maximumReason))),
            button: site.say("panel.reopen-do", context), isOpen: refused != nil)
    }
}

extension JudgesPage.Change {
    /// Nil where there is nothing to take the judge off.
    fileprivate init?(
        recusing judge: SubmissionJudge, _ review: Review, _ round: String, of id: SubmissionID, _ site: Site,
        _ context: SalaContext, refused: RefusedChange?
    ) {
        guard review.isActive else { return nil }
        let refused = refused.flatMap { $0.judge == judge.person && $0.kind == .recusal ? $0 : nil }
        label = site.say("panel.recuse", context)
        confirm = site.say("panel.recuse-do", context)
        url = Paths.recusal(judge.person, round, of: id)
        field = FieldView(
            name: "recusal-\(judge.person)", label: site.say("judging.reason", context),
            hint: site.say("panel.recuse-hint", context),
            error: refused?.mistake.map { site.sentence($0, context) }, isRequired: true,
            control: .text(
                TextControl(value: refused?.reason ?? "", maximumLength: Submission.maximumReason)))
        isOpen = refused != nil
        caution = nil
    }
}

/// How many reviews of a submission count, of how many that the round wants.
private struct CountingReviews {
    var given: Int
    let wanted: Int

    init(_ judges: [SubmissionJudge], _ round: Round?) {
        given = judges.count { $0.review?.state == .final }
        wanted = round?.reviews ?? 0
    }

    /// Once one of them counts no more.
    var without: CountingReviews {
        var fewer = self
        fewer.given -= 1
        return fewer
    }

    /// What becomes of the score, which is named where it may be read, and how many reviews count then.
    func sentence(_ key: String, _ score: String?, _ site: Site, _ context: SalaContext) -> String {
        site.say(
            score == nil ? "panel.\(key)" : "panel.\(key)-score", context,
            ["score": score ?? "", "count": String(given), "wanted": String(wanted)])
    }
}

/// A judge who was not taken off or asked anew, with what was typed as the reason and what is wrong with it;
/// nil where it is not the reason that hindered it.
struct RefusedChange: Equatable, Sendable {
    let judge: PersonID
    let reason: String
    let mistake: Mistake.Kind?
    var kind = Kind.change

    /// What was asked for.
    enum Kind: Sendable { case change, recusal, reopening }
}

extension Site {
    /// Why nobody is assigned and nothing scored in the round any more; nil while it is open.
    func notice(of closing: RoundClosing, _ context: SalaContext) -> NoticeView? {
        guard !closing.isEmpty else { return nil }
        let key = closing.contains(.released) ? "released" : "closed"
        return NoticeView(.warning, say("panel.\(key)", context))
    }

    /// Why the judge cannot be asked, as the record shows it; nil where nothing is in the way.
    func obstacle(_ judge: SubmissionJudge, _ context: SalaContext) -> String? {
        if let ground = judge.conflict { return say("conflicts.ground-\(ground.rawValue)", context) }
        return judge.knowsEntrants ? say("panel.refused.knows-entrants", context) : nil
    }

    /// Why a review ended or was opened again, in the judge's or an officer's own words where there are some.
    func why(_ review: Review, of programme: Programme, _ context: SalaContext) -> String? {
        if let role = review.lostRole {
            let name = programme.texts["role.\(role)", context.visit.language]
            return say("panel.role-taken-back", context, ["role": name])
        }
        if let ground = review.ground { return say("conflicts.ground-\(ground.rawValue)", context) }
        return review.reason.isEmpty ? nil : review.reason
    }
}
