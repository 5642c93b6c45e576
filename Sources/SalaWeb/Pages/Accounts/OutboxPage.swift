import SalaStore
import SalaThai

/// The letters of a demo, the newest first.
struct OutboxPage: Page {
    static let template = "pages/outbox"

    struct Item: Sendable {
        let subject: String
        let url: String
        let address: String
        let written: String
        let writtenExactly: String
        let writtenTimestamp: String
        let badge: StageBadgeView
    }

    let chrome: Chrome
    let letters: [Item]
    let empty: EmptyView?
}

extension OutboxPage {
    init(_ site: Site, _ context: SalaContext, _ kept: [KeptLetter]) {
        let isThai = context.visit.isThai
        chrome = site.chrome(site.say("outbox.title", context), context)
        letters = kept.map { letter in
            let written = letter.summary.writtenAt
            return Item(
                subject: letter.summary.subject, url: Paths.outboxLetter(letter.summary.id),
                address: letter.summary.address,
                written: written.text(relativeTo: context.visit.now, thai: isThai),
                writtenExactly: written.text(.long, thai: isThai), writtenTimestamp: written.iso,
                badge: StageBadgeView(deliveryOf: letter.summary, site, context))
        }
        empty =
            kept.isEmpty
            ? EmptyView(
                title: site.say("outbox.empty", context), text: site.say("outbox.empty-text", context)) : nil
    }
}

extension StageBadgeView {
    /// Whether a letter has left the house.
    init(deliveryOf letter: LetterSummary, _ site: Site, _ context: SalaContext) {
        let (key, tone): (String, Tone) =
            if letter.sentAt != nil {
                ("outbox.sent", .success)
            } else if letter.fault != nil {
                ("outbox.failed", .refused)
            } else {
                ("outbox.waiting", .waiting)
            }
        self.init(site.say(key, context), tone: tone)
    }
}
