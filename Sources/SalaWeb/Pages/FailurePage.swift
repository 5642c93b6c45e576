import Foundation

/// What somebody reads when a request could not be done.
struct FailurePage: Page {
    static let template = "pages/failure"
    let chrome: Chrome
    let sentence: String
    /// The form and all that was typed are still in the browser, behind this page.
    let isInBrowser: Bool
    /// What to name when asking for help; nil when the person can mend it.
    let requestID: String?
    let signIn: String?
    let resend: ResendView?
    /// Where the form is, with what was saved before.
    let formURL: String?
    let kept: KeptTexts?
    /// Where to go on.
    let ways: [LinkView]
}

/// Texts of a posting, to be copied: of one that was not read to its end, which sent again alone would clear
/// the others, or of one that would be refused again.
struct KeptTexts: Sendable {
    let title: String
    let texts: [KeptText]

    /// Nil when there is nothing worth copying, or a password among it.
    init?(_ posting: Posting, asking questions: [TypedQuestion] = [], title: String) {
        guard let resend = ResendView(posting, asking: questions, to: "", label: ""), !resend.texts.isEmpty
        else { return nil }
        self.title = title
        texts = resend.texts
    }
}

/// What was typed, ready to be sent again.
struct ResendView: Sendable {
    let url: String
    let label: String
    let fields: [HiddenFieldView]
    /// What was typed or chosen among the fields, shown so that it can be read and copied.
    let texts: [KeptText]
    let hadFiles: Bool

    /// Nil when nothing worth keeping was typed.
    init?(_ posting: Posting, asking questions: [TypedQuestion] = [], to path: String, label: String) {
        let names = posting.keys.filter { $0 != "csrf" }
        guard !names.isEmpty, Set(names).isDisjoint(with: ["password", "new-password"]) else { return nil }
        url = path
        self.label = label
        fields = names.flatMap { name in
            posting.texts(name).map { HiddenFieldView(name: name, value: $0) }
        }
        texts = KeptText.all(posting, questions)
        hadFiles = posting.lacksFiles || !posting.files.isEmpty
    }
}
