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

    /// Posts the fields, of which several may have one name, with the token of the page `from`.
    func send(_ path: String, from page: String, _ fields: [(String, String)]) async throws -> Answer {
        try await confirm(try await get(page).html, at: path, fields)
    }

    /// Posts the hidden fields of a page's form to that address, the token among them, and those typed into
    /// it.
    func confirm(_ html: String, at path: String, _ typed: [(String, String)] = []) async throws -> Answer {
        let main = html.components(separatedBy: "<main").last ?? html
        let hidden = main.components(separatedBy: "action=\"\(path)\"").dropFirst().first ?? main
        let own = hidden.components(separatedBy: "</form>")[0]
        let fields = own.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/).map {
            (String($0.output.1), String($0.output.2))
        }
        try #require(fields.contains { $0.0 == "csrf" })
        var form = URLComponents()
        form.queryItems = (fields + typed).map { URLQueryItem(name: $0.0, value: $0.1) }
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
