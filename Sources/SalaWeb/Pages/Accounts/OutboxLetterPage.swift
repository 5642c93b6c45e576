import SalaEngine
import SalaStore
import SalaThai

/// A letter of a demo as its reader would get it, with links that lead on.
struct OutboxLetterPage: Page {
    static let template = "pages/outbox-letter"

    let chrome: Chrome
    let subject: String
    let address: String
    let written: String
    let badge: StageBadgeView
    let language: String
    let pieces: [LetterPiece]
    let outboxURL: String
}

extension OutboxLetterPage {
    init(_ site: Site, _ context: SalaContext, _ letter: KeptLetter) {
        chrome = site.chrome(letter.summary.subject, context)
        subject = letter.summary.subject
        address = letter.summary.address
        written = letter.summary.writtenAt.text(.long, thai: context.visit.isThai)
        badge = StageBadgeView(deliveryOf: letter.summary, site, context)
        language = letter.language.rawValue
        pieces = LetterPiece.pieces(of: letter.body, address: site.settings.address)
        outboxURL = Paths.outbox
    }
}
