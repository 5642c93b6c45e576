import SalaStore
import SalaThai

/// Where somebody who holds a receipt types its code.
struct ReceiptSearchPage: PublicPage {
    static let template = "pages/receipts"
    let chrome: Chrome
    var turns: [Instant] { [] }
    let url: String
    let errors: ErrorSummaryView?
    let field: FieldView

    /// - Parameter typed: a code that no receipt has, or nothing; nil before anything was asked.
    init(_ site: Site, _ context: SalaContext, typed: String? = nil) {
        chrome = site.chrome(site.say("home.receipt-title", context), context)
        url = Paths.receipts
        let error = typed.map { code in
            let problem = code.isEmpty ? "empty" : ReceiptCode.isWhole(code) ? "unknown" : "malformed"
            return site.say("home.receipt-\(problem)", context)
        }
        field = FieldView(
            name: "code", label: site.say("home.receipt-code", context),
            hint: site.say("home.receipt-hint", context), error: error,
            control: .text(TextControl(value: typed ?? "", width: "medium", maximumLength: 40)))
        errors = error.map { sentence in
            ErrorSummaryView(mistakes: [LinkView(label: sentence, url: "#\(FieldView.anchor(of: "code"))")])
        }
    }
}
