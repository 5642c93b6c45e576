import Foundation

/// What somebody reads when a request could not be done.
struct FailurePage: Page {
    static let template = "pages/failure"
    let chrome: Chrome
    let sentence: String
    /// What to name when asking for help; nil when the person can mend it.
    let requestID: String?
    let signIn: String?
    let resend: ResendView?
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
        hadFiles = !posting.files.isEmpty
    }
}
