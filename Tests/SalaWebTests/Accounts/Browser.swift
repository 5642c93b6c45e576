import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// Keeps cookies as a browser does, and sends forms with what the page before them carried.
actor Browser {
    /// What came back, as far as tests look at it.
    struct Answer: Sendable {
        var status: Int
        var html: String
        var location: String?
        var retryAfter: String?
    }

    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]

    init(client: any TestClientProtocol) {
        self.client = client
    }

    var session: String? { cookies["__Host-sala-session"] }

    func keep(_ name: String, _ value: String) {
        cookies[name] = value.isEmpty ? nil : value
    }

    func get(_ path: String) async throws -> Answer {
        try await send(path, .get, body: nil)
    }

    /// Posts the fields with the token of the page `from`.
    func post(_ path: String, from page: String, _ fields: KeyValuePairs<String, String>) async throws
        -> Answer
    {
        let html = try await get(page).html
        let token = try #require(html.firstMatch(of: /name="csrf" value="([^"]+)"/)).output.1
        var form = URLComponents()
        form.queryItems = [URLQueryItem(name: "csrf", value: String(token))]
        form.queryItems? += fields.map { URLQueryItem(name: $0.key, value: $0.value) }
        return try await send(path, .post, body: form.percentEncodedQuery?.replacing("+", with: "%2B"))
    }

    func send(_ path: String, _ method: HTTPRequest.Method, body: String?) async throws -> Answer {
        var headers: HTTPFields = [
            .cookie: cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        ]
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for line in response.headers[values: .setCookie] {
            guard let pair = line.split(separator: ";").first else { continue }
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            keep(parts[0], parts.count == 2 ? parts[1] : "")
        }
        return Answer(
            status: response.status.code, html: String(buffer: response.body),
            location: response.headers[.location],
            retryAfter: response.headers[.retryAfter])
    }
}
