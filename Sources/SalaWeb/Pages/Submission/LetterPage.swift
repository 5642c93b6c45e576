import SalaEngine
import SalaStore
import SalaThai

/// A letter as it was sent, with links that lead on.
struct LetterPage: Page {
    static let template = "pages/letter"

    struct Paragraph: Sendable {
        let pieces: [LetterPiece]
    }

    let chrome: Chrome
    /// Lead to all letters of its call and to what it speaks of, where its reader may see them.
    let ways: [LinkView]
    let subject: String
    let address: String
    let written: String
    let delivery: String
    let language: String
    let paragraphs: [Paragraph]

    init(_ site: Site, _ context: SalaContext, _ letter: KeptLetter) {
        let isThai = context.visit.isThai
        chrome = site.chrome(letter.summary.subject, context)
        ways = [
            letter.listedUnder.map {
                LinkView(label: site.say("letter.to-letters", context), url: Paths.letters(of: $0))
            },
            letter.submission.map {
                LinkView(label: site.say("letter.to-submission", context), url: Paths.submission($0))
            },
        ].compactMap(\.self)
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
        paragraphs = letter.body.split(separator: "\n\n").map {
            Paragraph(pieces: LetterPiece.pieces(of: String($0), address: site.settings.address))
        }
    }
}
