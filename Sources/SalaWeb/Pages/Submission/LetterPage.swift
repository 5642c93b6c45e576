import SalaEngine
import SalaStore
import SalaThai

/// A letter as it was sent, with links that lead on.
struct LetterPage: Page {
    static let template = "pages/letter"
    let chrome: Chrome
    let subject: String
    let address: String
    let written: String
    let delivery: String
    let language: String
    let pieces: [LetterPiece]

    init(_ site: Site, _ context: SalaContext, _ letter: KeptLetter) {
        let isThai = context.visit.isThai
        chrome = site.chrome(letter.summary.subject, context)
        subject = letter.summary.subject
        address = letter.summary.address
        written = letter.summary.writtenAt.text(.long, thai: isThai)
        delivery =
            switch letter.summary.state {
            case .sent:
                site.say(
                    "letter.sent", context, ["time": letter.summary.sentAt?.text(.long, thai: isThai) ?? ""])
            case .failed: site.say("letter.failed", context, ["reason": letter.summary.fault ?? ""])
            case .waiting, .sending: site.say("letter.waiting", context)
            case .kept: site.say("letter.kept", context)
            }
        language = letter.language.rawValue
        pieces = LetterPiece.pieces(of: letter.body, address: site.settings.address)
    }
}
