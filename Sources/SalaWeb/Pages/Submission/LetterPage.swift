import SalaEngine
import SalaStore
import SalaThai

/// A letter as it was sent.
struct LetterPage: Page {
    static let template = "pages/letter"
    let chrome: Chrome
    let subject: String
    let address: String
    let written: String
    let delivery: String
    let language: String
    let paragraphs: [String]

    init(_ site: Site, _ context: SalaContext, _ letter: KeptLetter) {
        let isThai = context.visit.isThai
        chrome = site.chrome(letter.summary.subject, context)
        subject = letter.summary.subject
        address = letter.summary.address
        written = letter.summary.writtenAt.text(.long, thai: isThai)
        delivery =
            if let sent = letter.summary.sentAt {
                site.say("letter.sent", context, ["time": sent.text(.long, thai: isThai)])
            } else if let fault = letter.summary.fault {
                site.say("letter.failed", context, ["reason": fault])
            } else {
                site.say("letter.waiting", context)
            }
        language = letter.language.rawValue
        paragraphs = letter.body.split(separator: "\n\n").map(String.init)
    }
}
