import SalaEngine
import SalaStore
import SalaThai

/// What a receipt's code stands for, for whoever holds it.
struct ReceiptPage: Page {
    static let template = "pages/receipt"
    let chrome: Chrome
    /// That the filer took it back, and when.
    let withdrawn: String?
    let facts: [FactView]

    init(_ site: Site, _ context: SalaContext, _ receipt: Receipt) {
        let language = context.visit.language
        chrome = site.chrome(site.say("receipt.title", context), context)
        func told(_ time: Instant) -> String { time.text(.long, thai: language == .thai) }
        withdrawn = receipt.withdrawnAt.map { site.say("receipt.withdrawn", context, ["time": told($0)]) }
        var facts = [
            FactView(term: site.say("receipt.code", context), detail: ReceiptCode.grouped(receipt.code)),
            FactView(term: site.say("receipt.number", context), detail: receipt.number ?? ""),
            FactView(term: site.say("receipt.call", context), detail: receipt.call.title(language)),
            FactView(
                term: site.say("receipt.filed", context),
                detail: told(receipt.filedAt)),
            FactView(
                term: site.say("receipt.organisation", context),
                detail: receipt.organisation?.placedName(language) ?? "–"),
        ]
        if !receipt.filedAgainAt.isEmpty {
            let times = receipt.filedAgainAt.map(told).joined(separator: "\n")
            facts.insert(FactView(term: site.say("receipt.filed-again", context), detail: times), at: 4)
        }
        if let contact = site.contact(of: receipt.call) {
            facts.append(FactView(term: site.say("call.contact", context), detail: contact))
        }
        self.facts = facts
    }
}
