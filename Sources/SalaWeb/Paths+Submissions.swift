public import Foundation
public import SalaEngine

extension Paths {
    /// The person's own submissions.
    public static let following = "/following"

    public static func submission(_ id: SubmissionID) -> String { "/submissions/\(id)" }
    public static func page(_ page: String, of id: SubmissionID) -> String {
        "\(submission(id))/pages/\(page)"
    }
    /// Everything that was answered, and what is missing.
    public static func summary(of id: SubmissionID) -> String { "\(submission(id))/summary" }
    public static func action(_ action: String, on id: SubmissionID) -> String {
        "\(submission(id))/actions/\(action)"
    }
    public static func attachment(_ attachment: AttachmentID, of id: SubmissionID) -> String {
        "\(submission(id))/attachments/\(attachment)"
    }
    /// What changed since the submission was last filed.
    public static func changes(of id: SubmissionID) -> String { "\(submission(id))/changes" }
    public static func receipt(_ code: String) -> String { "/receipts/\(code)" }
    public static func letter(_ id: UUID) -> String { "/letters/\(id.uuidString.lowercased())" }
    /// The form that starts a submission under a call.
    public static func newSubmission(under call: String) -> String { "/calls/\(call)/submissions/new" }
    public static func submissions(under call: String) -> String { "/calls/\(call)/submissions" }
}
