import Foundation
import HTTPTypes
import Hummingbird
import SalaStore

/// One posting on its way in: first who sends it and how much is asked, then its body is read.
struct Reception {
    let site: Site
    let request: Request
    let context: SalaContext
    /// What has been read, once all its texts have.
    private(set) var posting: Posting?
    /// The sender may be sending still, and is owed no more than an answer.
    private(set) var isUnread = true

    init(site: Site, request: Request, context: SalaContext) {
        self.site = site
        self.request = request
        self.context = context
    }

    /// The posting, of somebody whom the route admits and whose page the form came from.
    ///
    /// Who is not admitted gets the refusal, and what was typed back if it was not much.
    mutating func receive(_ admission: Admission) async throws -> Posting {
        if context.visit.isCrossSite { throw ForgedRequest() }
        var refusal: (any Error)?
        var limits = PostingLimits.keepsake
        do {
            limits = try await admission.limits(context)
        } catch {
            refusal = error
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limits.bodyBytes {
            // So much more than a page takes is a file, or several.
            let reason = limits.fileTooLarge(named: "")
            throw refusal ?? PostingFault(limits.files > 0 ? reason : .bodyTooLarge)
        }
        do {
            try await read(limits)
        } catch let fault as PostingFault where refusal != nil {
            // Why what was typed cannot be kept is not what stands in the way.
            if !fault.isWhole, let refusal { throw refusal }
        }
        // Signing in makes the form's seal anew: who has to is told that, and not that the form is old.
        if let refusal = refusal as? SignInRequired { throw refusal }
        try site.antiForgery.demand(posting?.text("csrf") ?? "", context.visit)
        if let refusal { throw refusal }
        return posting ?? Posting()
    }

    private mutating func read(_ limits: PostingLimits) async throws {
        do {
            posting = try await PostingReader.read(
                body: request.body, contentType: request.headers[.contentType], limits: limits,
                receive: { [site] in try site.store.files.receive() })
            isUnread = false
        } catch let fault as PostingFault {
            if fault.isWhole {
                posting = Posting(fields: fault.fields, hadFiles: true)
                isUnread = false
            }
            throw fault
        }
    }
}
