import SalaEngine
import SalaStore
import SalaThai

/// A judge's page: what was filed beside the scores.
struct ReviewPage: Page {
    static let template = "pages/review"

    /// A criterion with its levels as cards.
    struct CriterionCard: Sendable {
        let score: ScoreView
        let levels: [Level]
    }

    struct Level: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

    /// A way out of reviewing, with why.
    struct WayOut: Sendable {
        /// The anchor of its part of the page.
        let name: String
        let title: String
        let text: String
        let url: String
        let field: FieldView
        let label: String
    }

    let chrome: Chrome
    let call: String
    let deskURL: String
    let round: String
    let number: String?
    let title: String
    let submissionURL: String
    let facts: [FactView]
    /// That it came in after the call had closed, why that was let and by whom.
    let late: NoticeView?
    let sections: [AnswerSection]
    /// How many of the judge's own are left, in words.
    let progress: String
    let url: String
    /// That the review or its draft says something else than when the page was shown, and what it says now.
    let overtaken: NoticeView?
    let newer: [FactView]
    let state: StageBadgeView
    /// That it was opened again, and why.
    let reopened: NoticeView?
    let criteria: [CriterionCard]
    let comments: [FieldView]
    let errors: ErrorSummaryView?
    /// What the levels come to, and whether a draft of them is kept.
    let score: DraftAnswer
    /// How many criteria have a level, with `{given}` for the number.
    let chosen: String
    /// The judge can go back from the draft to what was saved before.
    let isSaved: Bool
    let hasDraft: Bool
    /// Scores can still be given.
    let isOpen: Bool
    let isFinal: Bool
    let skipURL: String?
    let waysOut: [WayOut]
}

extension ReviewPage {
    /// - Parameters:
    ///   - refused: what must be mended in the draft.
    ///   - wayOut: what must be mended in the reason of a way out.
    ///   - typed: what was posted and not taken, with the reasons of all ways out.
    ///   - told: what has just been done.
    ///   - isOvertaken: the review was given or kept from another page since this one was shown.
    init(
        _ site: Site, _ context: SalaContext, _ review: OwnReview, draft: ReviewDraft? = nil,
        refused: [Mistake] = [], wayOut: RefusedWayOut? = nil, typed: Posting = Posting(),
        isOvertaken: Bool = false, telling told: NoticeView? = nil
    ) {
        let language = context.visit.language
        let dossier = review.dossier
        let programme = dossier.programme
        let shown = draft ?? ReviewDraft(review.written)
        let form = ReviewForm(
            site: site, context: context, review: review, draft: shown, mistakes: refused)
        let id = dossier.submission.id
        let name = dossier.title.isEmpty ? site.say("submission.untitled", context) : dossier.title
        title = name
        call = dossier.call.title(language)
        chrome = site.chrome("\(name) – \(site.say("desks.judging", context))", context, telling: told)
        deskURL = Paths.judging(dossier.call.handle)
        round = programme.texts["round.\(review.round.name)", language]
        number = dossier.submission.number
        submissionURL = Paths.submission(id)
        facts = FactView.facts(about: dossier, site, context)
        late = review.late.map { site.notice(of: $0, isFiled: true, review.granters, context) }
        sections = AnswerSection.sections(dossier, site, context)
        progress = site.say(
            "judging.progress", context,
            ["open": Digits.grouped(review.queue.open), "total": Digits.grouped(review.queue.total)])
        url = Paths.review(review.round.name, of: id)
        overtaken = isOvertaken ? NoticeView(.warning, site.say("judging.overtaken", context)) : nil
        newer = isOvertaken ? form.saved : []
        isFinal = review.review.state == .final
        isOpen = review.isOpen
        state =
            isOpen || isFinal
            ? StageBadgeView(review.review, hasDraft: review.draft != nil, site, context)
            : StageBadgeView(site.say("judging.state-closed", context), tone: .closed)
        reopened =
            isOpen && review.review.isReopened
            ? NoticeView(reopening: review.review, site, context) : nil
        criteria = form.criteria
        comments = form.comments
        errors = form.summary ?? wayOut.map { ErrorSummaryView($0, site, context) }
        let kept = review.isDraftShown ? review.draft : nil
        score = DraftAnswer(
            site, context, review, draft: kept, scores: shown.scoring(isFinal: false).scores)
        chosen = site.say(
            "judging.chosen", context, ["count": Digits.grouped(review.round.criteria.count)])
        isSaved = review.review.state != .assigned
        hasDraft = kept != nil
        skipURL = review.queue.next.map { Paths.review($0.round, of: $0.submission) }
        waysOut = review.isOpen ? WayOut.all(site, context, review, refused: wayOut, typed: typed) : []
    }
}

extension NoticeView {
    /// That the judge gave the review and is asked to give it again.
    fileprivate init(reopening review: Review, _ site: Site, _ context: SalaContext) {
        // Older records keep the reason in the timeline only.
        let why =
            review.reason.isEmpty
            ? nil : site.say("judging.reopened-reason", context, ["reason": review.reason])
        self.init(
            .warning, [site.say("judging.reopened", context), why].compactMap(\.self).joined(separator: " "))
    }
}

/// A judge's own review with what the page around it needs.
struct OwnReview: Sendable {
    let dossier: Dossier
    let round: Round
    let review: Review
    /// What the judge has written since and not handed in.
    var draft: KeptDraft?
    /// Whether the round is on for this submission and nothing is decided yet.
    let isOpen: Bool
    let queue: ReviewQueue
    /// By what it came in after the call had closed.
    var late: LateAccess?
    var granters: [PersonID: String] = [:]
}

extension OwnReview {
    init(_ asked: AskedReview) {
        self.init(
            dossier: asked.dossier, round: asked.round, review: asked.review, draft: asked.draft,
            isOpen: asked.isOpen, queue: asked.queue, late: asked.late, granters: asked.granters)
    }

    /// Once it is closed, changes of what was given are of no account; what was never given is still the
    /// judge's own to read.
    var isDraftShown: Bool { isOpen || review.state != .final }

    /// The review with the draft in place of what was saved before, where that is shown.
    var written: Review {
        guard isDraftShown, let scoring = draft?.scoring else { return review }
        return Review(
            state: review.state, scores: scoring.scores, commentToCommittee: scoring.commentToCommittee,
            commentToFiler: scoring.commentToFiler)
    }
}

/// A way out that was refused, with what was typed.
struct RefusedWayOut: Equatable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case conflict, abstention

        /// The field that its reason is typed in.
        var field: String { "\(rawValue)-reason" }
    }

    let kind: Kind
    let reason: String
    var mistake = Mistake.Kind.missing
}

extension ErrorSummaryView {
    fileprivate init(_ refused: RefusedWayOut, _ site: Site, _ context: SalaContext) {
        let mistake = site.sentence(refused.mistake, context)
        self.init(mistakes: [
            LinkView(
                mistake: mistake,
                in: site.say("judging.\(refused.kind.rawValue)", context) + " – "
                    + site.say("judging.reason", context),
                url: "#\(FieldView.anchor(of: refused.kind.field))")
        ])
    }
}

extension ReviewPage.WayOut {
    fileprivate static func all(
        _ site: Site, _ context: SalaContext, _ review: OwnReview, refused: RefusedWayOut?, typed: Posting
    ) -> [Self] {
        RefusedWayOut.Kind.allCases.map { kind in
            let refused = refused.flatMap { $0.kind == kind ? $0 : nil }
            let id = review.dossier.submission.id
            return Self(
                name: kind.rawValue, title: site.say("judging.\(kind.rawValue)", context),
                text: site.say("judging.\(kind.rawValue)-text", context),
                url: kind == .conflict
                    ? Paths.conflict(review.round.name, of: id) : Paths.abstention(review.round.name, of: id),
                field: FieldView(
                    name: kind.field, label: site.say("judging.reason", context),
                    hint: site.say("judging.reason-hint", context),
                    error: refused.map { site.sentence($0.mistake, context) },
                    isRequired: true,
                    control: .multiline(
                        MultilineControl(
                            value: refused?.reason ?? typed.text(kind.field), rows: 3,
                            maximumLength: Submission.maximumReason))),
                label: site.say("judging.\(kind.rawValue)-do", context))
        }
    }
}
