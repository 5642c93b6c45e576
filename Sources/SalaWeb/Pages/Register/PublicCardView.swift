import SalaEngine
import SalaStore

/// An entry of a register as a card.
struct PublicCardView: Sendable {
    let title: String
    let url: String
    let summary: String
    let organisation: String?
    let place: String
    let pictureURL: String?
    /// It came further than where others rest in the register.
    let isFurthest: Bool

    /// Characters of a summary on a card.
    private static let summaryLength = 180

    init(_ context: SalaContext, _ entry: PublicCard, in handle: String, _ query: RegisterQuery) {
        let language = context.visit.language
        let stages = entry.programme.workflow.stages.filter(\.isPublic)
        title = entry.title
        url = query.kept(by: Paths.registerEntry(entry.number, in: handle))
        summary = entry.summary.shortened(to: Self.summaryLength)
        organisation = entry.organisation?.placedName(language)
        place = entry.programme.texts["stage.\(entry.stage)", language]
        pictureURL = entry.picture.map {
            Paths.registerThumbnail($0.id, of: entry.number, in: handle)
        }
        isFurthest =
            stages.contains { !$0.isFinal } && stages.contains { $0.name == entry.stage && $0.isFinal }
    }
}

extension String {
    /// The text, or its beginning with an ellipsis, cut at a space where one is near.
    func shortened(to length: Int) -> String {
        guard count > length else { return self }
        let beginning = prefix(length)
        let space = beginning.lastIndex { $0.isWhitespace }
        let isNear = space.map { beginning.distance(from: $0, to: beginning.endIndex) <= length / 3 } ?? false
        return String(isNear ? beginning[..<(space ?? beginning.endIndex)] : beginning) + "…"
    }
}
