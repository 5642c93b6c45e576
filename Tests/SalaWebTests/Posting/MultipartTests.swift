import SalaWeb
import Testing

@Suite("Postings in parts")
struct MultipartTests {
    private let desk: PostingDesk

    init() throws { desk = try PostingDesk() }

    private func texts(_ body: PostedBody) async throws -> [String: [String]] {
        let whole = try await desk.read(body)
        for size in 1..<body.bytes.count {
            try #require(try await desk.read(body, chunk: size) == whole, "in chunks of \(size)")
        }
        return whole.fields
    }

    @Test(
        "a content that looks like the boundary stays a content",
        arguments: [
            "--b", "\n--bx", "\n-b--", "\n--", "\n--b -", "\n--b\t x", "--b--", "\n\n-\n--bb--\n", "x--b\ny",
            "\n--b-", "\n--b-\n", "\r--b--", "\n--b" + String(repeating: " ", count: 65) + "\n",
        ])
    func lookalikes(content: String) async throws {
        let sent = "before" + content.replacing("\n", with: "\r\n") + "after"
        let body = PostedBody.multipart(PostedBody.part("a", "before\(content)after") + "--b--\n")
        #expect(try await texts(body) == ["a": [sent]])
    }

    @Test("line breaks at both ends of a text are the text's own")
    func lineBreaks() async throws {
        let body = PostedBody.multipart(PostedBody.part("a", "\n\none\n\ntwo\n\n") + "--b--")
        #expect(try await texts(body) == ["a": ["\r\n\r\none\r\n\r\ntwo\r\n\r\n"]])
    }

    @Test("what stands before the first boundary and behind the last one is left out")
    func surroundings() async throws {
        let epilogue = "An epilogue\n" + PostedBody.part("c", "2")
        let body = PostedBody.multipart(
            "A preamble\n--bx\n" + PostedBody.part("a", "1") + "--b--\n" + epilogue)
        #expect(try await texts(body) == ["a": ["1"]])
    }

    @Test("blanks may follow a boundary, no more than 64")
    func padding() async throws {
        let blanks = String(repeating: " ", count: 63)
        let body = PostedBody.multipart(
            "--b\(blanks)\t\nContent-Disposition: form-data; name=a\n\n1\n"
                + "--b \nContent-Disposition: form-data; name=b\n\n2\n--b--")
        #expect(try await texts(body) == ["a": ["1"], "b": ["2"]])
    }

    @Test("an empty text is a text, with its line break or without")
    func emptyTexts() async throws {
        let body = PostedBody.multipart(
            PostedBody.part("a", "") + "--b\nContent-Disposition: form-data; name=\"c\"\n\n--b--\n")
        #expect(try await texts(body) == ["a": [""], "c": [""]])
    }

    @Test("a posting without any part is empty")
    func nothing() async throws {
        #expect(try await texts(.multipart("--b--\n")) == [:])
    }

    @Test("header lines are read in any case, order and folding, and escaped quotes are the name's own")
    func headers() async throws {
        let body = PostedBody.multipart(
            """
            --b
            X-Other: 1
            CONTENT-TYPE: text/plain; charset="UTF-8"
            content-disposition:form-data ;
             NAME = "a %22b%22 %5B" ;

            1
            --b
            Content-Disposition: form-data; name*=UTF-8''%E0%B8%81

            2
            --b--
            """)
        #expect(try await texts(body) == [#"a "b" %5B"#: ["1"], "ก": ["2"]])
    }

    @Test("a boundary may stand in quotes")
    func quotedBoundary() async throws {
        var body = PostedBody.multipart("--a b:c\nContent-Disposition: form-data; name=a\n\n1\n--a b:c--")
        body.contentType = #"Multipart/Form-Data; charset=utf-8; Boundary="a b:c""#
        #expect(try await texts(body) == ["a": ["1"]])
    }

    @Test(
        "a backslash in quotes escapes a quote or a backslash, and stands for itself elsewhere",
        arguments: [
            (#""a\"b""#, #"a"b"#), (#""a\\""#, #"a\"#), (#""a\\b\c""#, #"a\b\c"#), (#""a\""#, #"a\"#),
            (#"a\"b"#, #"a\"b"#), (#""a;b\";c" "#, #"a;b";c"#),
        ])
    func backslashes(sent: String, name: String) async throws {
        let body = PostedBody.multipart("--b\nContent-Disposition: form-data; name=\(sent)\n\n1\n--b--")
        #expect(try await desk.read(body).keys == [name])
    }

    @Test("an input left empty is no file, but a file without bytes or without a name is one")
    func emptyFiles() async throws {
        func part(_ name: String, _ content: String) -> String {
            "--b\nContent-Disposition: form-data; name=\"f\"; filename=\"\(name)\"\n\n\(content)\n"
        }
        let body = PostedBody.multipart(part("", "") + part("empty", "") + part("", "bytes") + "--b--")
        #expect(
            try await desk.read(body).files == [
                Reading.File(field: "f", name: "empty", text: ""),
                Reading.File(field: "f", name: "file", text: "bytes"),
            ])
    }

    @Test(
        "a body that breaks the rules is refused as such in chunks of every size, with nothing left behind",
        arguments: [
            "--b\n\n1\n--b--", "--b\nContent-Type: text/plain\n\n1\n--b--",
            "--b\nContent-Disposition: form-data\n\n1\n--b--",
            "--b\nContent-Disposition: attachment; name=a\n\n1\n--b--",
            "--b\nContent-Disposition: form-data; name=\"a\n\n1\n--b--",
            "--b\nContent-Disposition: form-data; name=\"a\"b\n\n1\n--b--",
            "--b\nContent-Disposition: form-data; name=a; name=c\n\n1\n--b--",
            "--b\nContent-Disposition: form-data; name=a\nContent-Disposition: form-data; name=c\n\n1\n--b--",
            "--b\nContent-Disposition: form-data; name=a\nno colon\n\n1\n--b--",
            "--b\nContent-Disposition: form-data; name=a\nContent-Transfer-Encoding: base64\n\nMQ==\n--b--",
            "--b\nContent-Disposition: form-data; name=f; filename*=UTF-8''%E0%B8\n\n1\n--b--",
            "--b\nContent-Disposition: form-data; name=f; filename*=TIS-620''%A1\n\n1\n--b--",
            PostedBody.part("a", "nul\0") + "--b--", PostedBody.part("nul\0", "a") + "--b--",
        ])
    func malformed(text: String) async throws {
        let body = PostedBody.multipart(
            "--b\nContent-Disposition: form-data; name=first; filename=first\n\n1\n" + text)
        for size in 1...body.bytes.count {
            #expect(try await desk.fault(body, chunk: size)?.reason == .malformed)
        }
    }

    @Test("a body that ends before its closing boundary is interrupted, wherever it ends")
    func interrupted() async throws {
        let whole = PostedBody.chromium
        // The closing boundary is whole without the line break behind it.
        for length in 0..<(whole.bytes.count - 2) {
            var body = whole
            body.bytes.removeLast(whole.bytes.count - length)
            for size in [7, length + 1] {
                let reason = try await desk.fault(body, chunk: size)?.reason
                try #require(reason == .interrupted, "\(length) bytes")
            }
        }
    }

    @Test("a text that is not UTF-8, or says so, is refused and never mended")
    func notUTF8() async throws {
        var broken = PostedBody.multipart(PostedBody.part("a", "?") + "--b--")
        let mark = try #require(broken.bytes.firstIndex(of: UInt8(ascii: "?")))
        for bytes: [UInt8] in [[0xFF], [0xE0, 0xB8], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xA1]] {
            broken.bytes.replaceSubrange(mark...mark, with: bytes)
            #expect(try await desk.fault(broken)?.reason == .notUTF8)
            broken.bytes.replaceSubrange(mark..<(mark + bytes.count), with: [UInt8(ascii: "?")])
        }
        let declared = PostedBody.multipart(
            "--b\nContent-Type: text/plain; charset=tis-620\n"
                + "Content-Disposition: form-data; name=a\n\n1\n--b--")
        #expect(try await desk.fault(declared)?.reason == .notUTF8)
        var named = PostedBody.file(named: "?", bytes: 1)
        named.bytes = named.bytes.map { $0 == UInt8(ascii: "?") ? 0xA1 : $0 }
        #expect(try await desk.fault(named)?.reason == .notUTF8)
    }
}
