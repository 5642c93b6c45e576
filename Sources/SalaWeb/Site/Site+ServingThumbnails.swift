import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaStore

extension Site {
    /// The small copy of a picture; the picture itself where none can be made. Other files have none.
    func thumbnail(of attachment: Attachment, at url: URL, _ context: SalaContext) async throws -> Response {
        guard MediaType.pictures.contains(attachment.mediaType) else { throw Refusal.notFound }
        guard let small = await thumbnails.url(of: url, sha256: attachment.sha256) else {
            return try await file(attachment, at: url, context)
        }
        let body = try await FileIO().loadFile(path: small.path, context: context)
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/webp", .contentDisposition: "inline",
                .cacheControl: "private, max-age=86400", .eTag: "\"\(attachment.sha256)-small\"",
            ], body: body)
    }
}
