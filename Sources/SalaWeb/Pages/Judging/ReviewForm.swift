import SalaEngine
import SalaStore
import SalaThai

/// The questions of a review: criteria with their levels, and the comments that the round asks for.
struct ReviewForm: Sendable {
    let site: Site
    let context: SalaContext
    let review: OwnReview
    let draft: ReviewDraft
    let mistakes: [Mistake]

    private var texts: Texts { review.dossier.programme.texts }
    private var language: Language { context.visit.language }

    var criteria: [ReviewPage.CriterionCard] {
        let weights = review.dossier.call.settings.weights(of: review.round)
        return review.round.criteria.map { criterion in
            let levels = criterion.levels.map { level in
                ReviewPage.Level(
                    value: String(level), words: words(level, of: criterion),
                    isChosen: draft.levels[criterion.name] == String(level))
            }
            return ReviewPage.CriterionCard(
                score: ScoreView(
                    name: ReviewDraft.prefix + criterion.name, label: label(criterion.name),
                    description: texts.find("criterion.\(criterion.name).hint", language),
                    weight: site.say(
                        "judging.weight", context, ["weight": String(weights[criterion.name] ?? 0)]),
                    scale: [], lowest: levels.first?.words ?? "", highest: levels.last?.words ?? "",
                    error: error(criterion.name)),
                levels: levels)
        }
    }

    /// What the review says as it was last kept, as a draft or as more.
    var saved: [FactView] {
        let saved = review.written
        let levels = review.round.criteria.compactMap { criterion in
            saved.scores[criterion.name].map {
                FactView(term: label(criterion.name), detail: words($0, of: criterion))
            }
        }
        let comments = [
            (Round.filerComment, saved.commentToFiler), (Round.committeeComment, saved.commentToCommittee),
        ].filter { !$0.1.isEmpty }
        return levels
            + comments.map { FactView(term: site.say("judging.\($0.0)", context), detail: $0.1) }
    }

    var comments: [FieldView] {
        [
            comment(Round.filerComment, review.round.commentToFiler, draft.commentToFiler),
            comment(Round.committeeComment, review.round.commentToCommittee, draft.commentToCommittee),
        ].compactMap(\.self)
    }

    var summary: ErrorSummaryView? {
        guard !mistakes.isEmpty else { return nil }
        return ErrorSummaryView(
            mistakes: mistakes.map { mistake in
                let isComment =
                    mistake.question == Round.filerComment || mistake.question == Round.committeeComment
                let name = isComment ? mistake.question : ReviewDraft.prefix + mistake.question
                let label =
                    isComment ? site.say("judging.\(mistake.question)", context) : label(mistake.question)
                return LinkView(
                    mistake: sentence(mistake), in: label, url: "#\(FieldView.anchor(of: name))")
            })
    }

    private func comment(_ name: String, _ requirement: Requirement, _ text: String) -> FieldView? {
        guard requirement != .none else { return nil }
        return FieldView(
            name: name, label: site.say("judging.\(name)", context),
            hint: site.say("judging.\(name)-hint", context), error: error(name),
            isRequired: requirement == .required,
            control: .multiline(MultilineControl(value: text, rows: 4)))
    }

    private func error(_ name: String) -> String? {
        mistakes.first { $0.question == name }.map(sentence)
    }

    private func sentence(_ mistake: Mistake) -> String {
        let isCriterion = review.round.criterion(mistake.question) != nil
        return mistake.kind == .missing && isCriterion
            ? site.say("judging.unscored", context) : site.sentence(mistake.kind, context)
    }

    private func label(_ criterion: String) -> String { texts["criterion.\(criterion)", language] }

    private func words(_ level: Int, of criterion: Criterion) -> String {
        texts.find("criterion.\(criterion.name).level.\(level)", language) ?? String(level)
    }
}
