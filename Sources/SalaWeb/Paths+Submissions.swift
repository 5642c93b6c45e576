import Foundation
public import SalaEngine
import SalaThai

extension Paths {
    /// The person's own submissions.
    public static let following = "/following"

    static func submission(_ id: SubmissionID) -> String { "/submissions/\(id)" }
    /// One page of a submission's form.
    public static func page(_ page: String, of id: SubmissionID) -> String {
        "\(submission(id))/pages/\(page)"
    }
    /// The submission and the page of its form that the path leads to; nil for any other path.
    static func formPage(_ path: String) -> (SubmissionID, String)? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        guard parts.count == 4, let id = SubmissionID(parts[1]), let name = parts[3].removingPercentEncoding,
            path.hasPrefix(page(parts[3], of: id))
        else { return nil }
        return (id, name)
    }
    /// Everything that was answered, and what is missing.
    static func summary(of id: SubmissionID) -> String { "\(submission(id))/summary" }
    /// Where a filer goes on writing: the first page on which something is missing or mistaken, and the
    /// summary once nothing is.
    static func writing(
        _ id: SubmissionID, _ form: Form, _ answers: Answers, at now: Instant
    ) -> String {
        form.mistakes(in: answers, at: now).first.map { page($0.page, of: id) } ?? summary(of: id)
    }
    /// An action of the workflow on a submission.
    ///
    /// - Parameter shown: the stamp of the answers that were looked over, where it files them.
    public static func action(_ action: String, on id: SubmissionID, shown: String? = nil) -> String {
        query("\(submission(id))/actions/\(action)", ["shown": shown])
    }
    static func attachment(_ attachment: AttachmentID, of id: SubmissionID) -> String {
        "\(submission(id))/attachments/\(attachment)"
    }
    /// The small copy of a picture.
    static func thumbnail(_ attachment: AttachmentID, of id: SubmissionID) -> String {
        "\(self.attachment(attachment, of: id))/thumbnail"
    }
    /// What changed in the submission from each filing to the next.
    static func changes(of id: SubmissionID) -> String { "\(submission(id))/changes" }
    /// Who writes it along, and where others are invited.
    static func company(of id: SubmissionID) -> String { "\(submission(id))/colleagues" }
    static func invitationWithdrawal(_ invitation: InvitationID, of id: SubmissionID) -> String {
        "\(company(of: id))/\(invitation)/withdrawal"
    }
    /// Where a colleague leaves, or is taken off.
    static func companyEnd(_ invitation: InvitationID, of id: SubmissionID) -> String {
        "\(company(of: id))/\(invitation)/end"
    }
    /// Where who is signed in answers an invitation to it.
    static func joining(_ id: SubmissionID) -> String { "\(submission(id))/invitation" }
    /// Where an invitation's letter leads.
    public static func invitation(_ link: String) -> String { "/invitations/\(link)" }
    /// All that was ever written in it.
    static func versions(of id: SubmissionID) -> String { "\(submission(id))/versions" }
    static func receipt(_ code: String) -> String { "/receipts/\(code)" }
    static func letter(_ id: UUID) -> String { "/letters/\(id.text)" }
    /// Takes the POST that sends a letter again.
    static func redeliveries(of letter: UUID) -> String { "\(self.letter(letter))/redeliveries" }
    /// The form that starts a submission under a call.
    static func newSubmission(under call: String) -> String { "/calls/\(call)/submissions/new" }
    /// Where a submission is started under a call.
    public static func submissions(under call: String) -> String { "/calls/\(call)/submissions" }
}
