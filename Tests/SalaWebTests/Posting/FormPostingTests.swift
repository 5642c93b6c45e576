import SalaWeb
import Testing

@Suite("Postings in the form of a query")
struct FormPostingTests {
    private let desk: PostingDesk

    init() throws { desk = try PostingDesk() }

    @Test(
        "names and texts are decoded, a second equals sign is the text's own, and empty pairs are none",
        arguments: [
            ("", [:]), ("&&", [:]), ("a", ["a": [""]]), ("a=", ["a": [""]]), ("=1", ["": ["1"]]),
            ("a=1&a=2&b=3", ["a": ["1", "2"], "b": ["3"]]), ("a=b=c&", ["a": ["b=c"]]),
            ("%61%3D+b=%2b%26", ["a= b": ["+&"]]), ("a=ก%e0%b8%81", ["a": ["กก"]]),
            ("a=%0D%0A", ["a": ["\r\n"]]),
        ] as [(String, [String: [String]])])
    func decoding(text: String, fields: [String: [String]]) async throws {
        for size in 1...(text.utf8.count + 1) {
            #expect(try await desk.read(.form(text), chunk: size).fields == fields)
        }
    }

    @Test("a broken escape is refused", arguments: ["a=%", "a=%4", "a=%zz", "a=%4x", "%&a=1", "a=50%&b=1"])
    func brokenEscape(text: String) async throws {
        for size in 1...text.utf8.count {
            #expect(try await desk.fault(.form(text), chunk: size)?.reason == .malformed)
        }
    }

    @Test("a text that is not UTF-8 is refused, and a NUL too")
    func notUTF8() async throws {
        #expect(try await desk.fault(.form("a=%FF"))?.reason == .notUTF8)
        #expect(try await desk.fault(.form("%E0%B8=1"))?.reason == .notUTF8)
        #expect(try await desk.fault(.form("a=%00"))?.reason == .malformed)
        var declared = PostedBody.form("a=1")
        declared.contentType? += "; charset=tis-620"
        #expect(try await desk.fault(declared)?.reason == .notUTF8)
        declared.contentType = "application/x-www-form-urlencoded;charset=UTF-8"
        #expect(try await desk.read(declared).fields == ["a": ["1"]])
    }

    @Test("only what forms post is taken")
    func mediaTypes() async throws {
        for contentType in [nil, "text/plain", "application/json", "multipart/mixed; boundary=b"] {
            let body = PostedBody(contentType: contentType, bytes: Array("a=1".utf8))
            #expect(try await desk.fault(body)?.reason == .unsupportedMediaType)
        }
        let tooLong = "multipart/form-data; boundary=" + String(repeating: "b", count: 71)
        for contentType in ["multipart/form-data", "multipart/form-data; boundary=\"\"", tooLong, ""] {
            let body = PostedBody(contentType: contentType, bytes: Array("--b--".utf8))
            #expect(try await desk.fault(body)?.reason == .malformed)
        }
    }

    @Test("the first text of a field is there by its name, and nothing for a field that is not there")
    func conveniences() {
        let posting = Posting(fields: ["b": [" 1 ", "2"], "a": ["3"]])
        #expect(posting.text("b") == " 1 ")
        #expect(posting.text("c") == "")
        #expect(posting.texts("b") == [" 1 ", "2"])
        #expect(posting.texts("c") == [])
        #expect(posting.keys == ["a", "b"])
    }
}
