import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// A letter of a demo as its reader would get it, with links that lead on.
struct OutboxLetterPage: Page {
    static let template = "pages/outbox-letter"

    /// Words of the letter, or an address of this site to follow.
    struct Piece: Sendable, Equatable {
        let text: String
        let url: String?
    }

    let chrome: Chrome
    let subject: String
    let address: String
    let written: String
    let badge: StageBadgeView
    let language: String
    let pieces: [Piece]
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
        pieces = Piece.pieces(of: letter.body, address: site.settings.address)
        outboxURL = Paths.outbox
    }
}

extension OutboxLetterPage.Piece {
    /// The letter's words in their order; addresses under the site's own lead to their paths.
    static func pieces(of body: String, address: String) -> [OutboxLetterPage.Piece] {
        var pieces: [OutboxLetterPage.Piece] = []
        var rest = body[...]
        while let start = rest.range(of: "\(address)/") {
            let end = rest[start.upperBound...].firstIndex(where: \.isWhitespace) ?? rest.endIndex
            var link = rest[start.lowerBound..<end]
            while let last = link.last, ".,;:)”\"".contains(last) { link.removeLast() }
            pieces.append(.init(text: String(rest[..<start.lowerBound]), url: nil))
            pieces.append(.init(text: String(link), url: String(link.dropFirst(address.count))))
            rest = rest[link.endIndex...]
        }
        pieces.append(.init(text: String(rest), url: nil))
        return pieces.filter { !$0.text.isEmpty }
    }
}
