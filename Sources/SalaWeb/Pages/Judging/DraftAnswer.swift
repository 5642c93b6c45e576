import SalaEngine
import SalaStore
import SalaThai

/// What a judge's sheet says of what is on it: how far it is kept, and what the levels come to so far.
struct DraftAnswer: Encodable, Equatable, Sendable {
    /// That it is kept and not handed in; empty where the review says the same.
    let state: String
    /// In per cent of the whole; a dash before the first level is chosen.
    let total: String
    /// Of how much, and for how many of the criteria.
    let part: String
    /// Another one as soon as the review or the draft says something else: what the next post carries.
    let stamp: String

    /// - Parameters:
    ///   - draft: what is kept beside the review; nil where nothing is.
    ///   - scores: the levels by criterion, as they are on the sheet.
    init(
        _ site: Site, _ context: SalaContext, _ own: OwnReview, draft: KeptDraft?, scores: [String: Int]
    ) {
        stamp = ShownReview(own.review, draft: draft?.scoring).text
        let round = own.round
        let isGiven = own.review.state == .final
        state =
            (draft?.keptAt).map {
                site.say(
                    isGiven ? "judging.draft-of-changes" : "judging.draft-kept", context,
                    ["time": $0.text(.long, thai: context.visit.isThai)])
            } ?? ""
        let known = scores.filter { round.criterion($0.key)?.levels.contains($0.value) == true }
        let soFar = own.dossier.call.scoreSoFar(of: known, in: round)
        total = known.isEmpty ? "–" : soFar?.score ?? "–"
        part = site.say(
            known.isEmpty ? "judging.total-none" : "judging.total-part", context,
            [
                "weight": String(soFar?.weight ?? 0), "given": Digits.grouped(known.count),
                "count": Digits.grouped(round.criteria.count),
            ])
    }
}
