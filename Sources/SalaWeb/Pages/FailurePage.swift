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
    let texts: [String]

    /// Nil when there is nothing worth copying, or a password among it.
    init?(_ fields: [String: [String]], title: String) {
        guard let resend = ResendView(Posting(fields: fields), to: "", label: ""), !resend.texts.isEmpty
        else {
            return nil
        }
        self.title = title
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
        texts = kept.flatMap(\.value).filter(\.isWorthCopying)
        hadFiles = posting.lacksFiles || !posting.files.isEmpty
    }
}

extension String {
    /// Somebody's words: neither an id, nor the name of a choice, which is one short word without marks.
    fileprivate var isWorthCopying: Bool {
        count > 20 && UUID(uuidString: self) == nil || contains { !$0.isASCII || $0 == " " }
    }
}
