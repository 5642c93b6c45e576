/// How a posting is written, by its Content-Type.
enum PostingEncoding: Equatable {
    case form
    case multipart(boundary: [UInt8])

    init(contentType: String?) throws {
        guard let contentType else { throw PostingFault.Reason.unsupportedMediaType }
        guard let header = HeaderValue(contentType) else { throw PostingFault.Reason.malformed }
        switch header.value {
        case "application/x-www-form-urlencoded":
            try header.demandUTF8()
            self = .form
        case "multipart/form-data":
            guard let boundary = header.parameters["boundary"], (1...70).contains(boundary.utf8.count) else {
                throw PostingFault.Reason.malformed
            }
            self = .multipart(boundary: Array(boundary.utf8))
        default:
            throw PostingFault.Reason.unsupportedMediaType
        }
    }
}
