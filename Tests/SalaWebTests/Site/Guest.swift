import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SalaEngine
import Synchronization
import Testing

@testable import SalaWeb

/// Somebody at a browser: a session, or nothing but the cookie that seals forms.
struct Guest: Sendable {
    static let formCookie = "a-cookie-of-somebody"

    let client: any TestClientProtocol
    /// The session's token; nil for who has not signed in.
    let session: String?
    /// What the forms of this guest carry.
    let csrf: String
    var language = Language.thai
    private let told = ToldCookie()

    func speaking(_ language: Language) -> Guest {
        var guest = self
        guest.language = language
        return guest
    }

    func get(_ path: String) async throws -> TestResponse {
        told.keeping(
            try await client.executeRequest(uri: path, method: .get, headers: headers(), body: nil))
    }

    /// Where the submission's summary leads who files it as it now is.
    func filing(of id: SubmissionID) async throws -> String {
        let summary = try await get(Paths.summary(of: id)).html
        let link = try #require(summary.firstMatch(of: /<a class="button" href="([^"]*\/actions\/[^"]*)"/))
        return String(link.output.1)
    }

    /// Posts the fields as a browser does; the token is the guest's own unless another is given.
    ///
    /// - Parameter key: what the browser names the posting, as Idempotency-Key.
    func post(
        _ path: String, _ fields: [(String, String)] = [], csrf: String? = nil, key: String? = nil
    ) async throws -> TestResponse {
        let all = [("csrf", csrf ?? self.csrf)] + fields
        let allowed = CharacterSet.alphanumerics
        let pairs = all.map { name, value in
            [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
                .joined(separator: "=")
        }
        return try await send(
            path, "application/x-www-form-urlencoded", Array(pairs.joined(separator: "&").utf8), key: key)
    }

    /// Posts texts and files in parts, the files after the texts that stand before them.
    func upload(_ path: String, _ parts: [UploadPart]) async throws -> TestResponse {
        let boundary = "sala-test-boundary"
        var bytes: [UInt8] = []
        for part in [UploadPart(name: "csrf", text: csrf)] + parts {
            let file = part.fileName.map { "; filename=\"\($0)\"" } ?? ""
            bytes +=
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8
            bytes += part.bytes
            bytes += "\r\n".utf8
        }
        bytes += "--\(boundary)--\r\n".utf8
        return try await send(path, "multipart/form-data; boundary=\(boundary)", bytes)
    }

    /// - Parameter origin: what a browser says of the page that the form stood on, as Sec-Fetch-Site.
    func send(
        _ path: String, _ contentType: String, _ bytes: [UInt8], from origin: String? = nil,
        key: String? = nil
    ) async throws -> TestResponse {
        var headers = headers()
        headers[.contentType] = contentType
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = origin }
        if let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return told.keeping(
            try await client.executeRequest(
                uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: bytes)))
    }

    private func headers() -> HTTPFields {
        let session = session.map { "; __Host-sala-session=\($0)" } ?? ""
        return [
            .cookie:
                "__Host-sala-visitor=\(Guest.formCookie); __Host-sala-language=\(language.rawValue)\(session)"
                + told.pair
        ]
    }
}

/// The one cookie of a guest that changes from page to page: what was just done.
private final class ToldCookie: Sendable {
    private let value = Mutex("")

    var pair: String { value.withLock { $0.isEmpty ? "" : "; __Host-sala-told=\($0)" } }

    func keeping(_ response: TestResponse) -> TestResponse {
        for line in response.headers[values: .setCookie] {
            guard let told = line.firstMatch(of: /^__Host-sala-told=([^;]*)/)?.output.1 else { continue }
            value.withLock { $0 = String(told) }
        }
        return response
    }
}

/// One part of a form that is sent with files.
struct UploadPart: Sendable {
    var name: String
    var fileName: String?
    var bytes: [UInt8]

    init(name: String, text: String) {
        self.name = name
        bytes = Array(text.utf8)
    }

    init(name: String, file: String, bytes: [UInt8]) {
        self.name = name
        fileName = file
        self.bytes = bytes
    }
}

extension TestResponse {
    var html: String { String(buffer: body) }
    var code: Int { status.code }
    var location: String? { headers[.location] }
}
