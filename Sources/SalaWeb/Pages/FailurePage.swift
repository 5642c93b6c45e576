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
}

/// Texts of a posting that was not read to its end, to be copied: sent again alone they would clear the
/// others.
struct KeptTexts: Sendable {
    let texts: [String]

    /// Nil when there is nothing worth copying, or a password among it.
    init?(_ fields: [String: [String]]) {
        guard let resend = ResendView(Posting(fields: fields), to: "", label: ""), !resend.texts.isEmpty
        else {
            return nil
        }
        texts = resend.texts
    }
}

/// What was typed, ready to be sent again.
struct ResendView: Sendable {
    let url: String
    let label: String
    let fields: [HiddenFieldView]
    /// The texts among the fields, shown so that they can be read and copied.
    let texts: [String]
    let hadFiles: Bool

    /// Nil when nothing worth keeping was typed.
    init?(_ posting: Posting, to path: String, label: String) {
        let secrets: Set<String> = ["csrf", "password", "new-password"]
        let kept = posting.fields.filter { !secrets.contains($0.key) }.sorted { $0.key < $1.key }
        guard !kept.isEmpty, Set(posting.fields.keys).isDisjoint(with: ["password", "new-password"]) else {
            return nil
        }
        url = path
        self.label = label
        fields = kept.flatMap { name, values in values.map { HiddenFieldView(name: name, value: $0) } }
        texts = kept.flatMap(\.value).filter { $0.count > 20 && UUID(uuidString: $0) == nil }
        hadFiles = posting.lacksFiles || !posting.files.isEmpty
    }
}
