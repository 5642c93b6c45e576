import Foundation
import Hummingbird
import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("The limits of postings")
struct PostingLimitsTests {
    private let desk: PostingDesk

    init() throws { desk = try PostingDesk() }

    /// The fault of the body in chunks of every size.
    private func reason(_ body: PostedBody, _ limits: PostingLimits) async throws -> PostingFault.Reason? {
        let whole = try await desk.fault(body, limits: limits)
        for size in 1..<body.bytes.count {
            let fault = try await desk.fault(body, chunk: size, limits: limits)
            try #require(fault == whole, "in chunks of \(size)")
        }
        return whole?.reason
    }

    @Test("the limits are those that the site promises")
    func defaults() {
        func page(_ question: Question) -> SalaEngine.Page {
            SalaEngine.Page(name: "page", relevant: nil, questions: [question])
        }
        let largest = Question(name: "plan", kind: .file, parameters: ["max-size": "25"])
        let limits = PostingLimits.answers(to: page(largest))
        #expect(limits.textBytes == 2_097_152)
        #expect(limits.fields == 2000)
        #expect(limits.fileBytes == 26_214_400)
        #expect(limits.files == 20)
        #expect(limits.headerBytes == 8192)
        // Twenty such files (500 MiB), the texts (6 MiB), and files that are passed over (200 MiB).
        #expect(limits.bodyBytes == 740_294_656)
        let smaller = Question(name: "photo", kind: .image, parameters: ["max-size": "4"])
        #expect(PostingLimits.answers(to: page(smaller)).fileBytes == 4_194_304)
        #expect(PostingLimits.answers(to: page(Question(name: "title", kind: .text))).files == 0)
        #expect(PostingLimits.form.bodyBytes == 1_048_576 && PostingLimits.form.files == 0)
        #expect(PostingLimits.account.bodyBytes == 16_384 && PostingLimits.account.files == 0)
        #expect(PostingLimits.keepsake.files == 0)
    }

    @Test("the body counts by the bytes that come, whatever stands in it")
    func bodyBytes() async throws {
        let parts = PostedBody.multipart(PostedBody.part("a", "1") + "--b--\nan epilogue")
        for body in [PostedBody.form("a=%31&&&"), parts] {
            let length = body.bytes.count
            #expect(
                try await desk.read(body, chunk: 1, limits: PostingLimits(bodyBytes: length)).keys == ["a"])
        }
        let form = PostedBody.form("a=%31&&&")
        #expect(try await reason(form, PostingLimits(bodyBytes: 7)) == .bodyTooLarge)
        let file = PostedBody.file(bytes: 400)
        #expect(try await reason(file, PostingLimits(bodyBytes: 300)) == .bodyTooLarge)
    }

    @Test("a page that asks for no file takes none, and keeps every text around it")
    func noFiles() async throws {
        let body = PostedBody.file(bytes: 400, behind: PostedBody.part("behind", "1"))
        let fault = try await desk.fault(body, chunk: 10, limits: PostingLimits(files: 0))
        #expect(fault?.reason == .fileNotAsked && fault?.isWhole == true)
        #expect(fault?.fields == ["title": ["kept"], "behind": ["1"]])
        let cut = try await desk.fault(
            body, chunk: 10, limits: PostingLimits(files: 0, passedBytes: 100))
        #expect(cut?.isWhole == false)
    }

    @Test("names and texts count by their bytes, the same in both encodings")
    func text() async throws {
        let parts = PostedBody.multipart(PostedBody.part("a", "ก") + PostedBody.part("b", "12") + "--b--")
        for body in [PostedBody.form("a=%E0%B8%81&b=12"), parts] {
            let reading = try await desk.read(body, limits: PostingLimits(textBytes: 7))
            #expect(reading.fields == ["a": ["ก"], "b": ["12"]])
            #expect(try await reason(body, PostingLimits(textBytes: 6)) == .tooMuchText)
            #expect(try await desk.fault(body, limits: PostingLimits(textBytes: 6))?.fields == ["a": ["ก"]])
        }
    }

    @Test("fields are counted, those that hold nothing too")
    func fields() async throws {
        let empty = "--b\nContent-Disposition: form-data; name=f; filename=\"\"\n\n\n"
        let parts = PostedBody.multipart(
            PostedBody.part("a", "1") + empty + PostedBody.part("b", "") + "--b--")
        for body in [PostedBody.form("a=1&&b"), parts] {
            #expect(try await desk.read(body, limits: PostingLimits(fields: 3)).keys == ["a", "b"])
            #expect(try await reason(body, PostingLimits(fields: 2)) == .tooManyFields)
        }
    }

    @Test("a file may be as large as the limit and no larger, and the texts around it are still there")
    func fileBytes() async throws {
        let limits = PostingLimits(fileBytes: 1 << 20)
        let largest = try await desk.read(.file(bytes: 1 << 20), chunk: 65_536, limits: limits)
        #expect(largest.files.count == 1)
        for size in [1000, 65_536, .max] {
            let fault = try await desk.fault(
                .file(
                    named: "ภาพ/ถนน.jpg", bytes: (1 << 20) + 1,
                    behind: PostedBody.part("behind", "kept too")),
                chunk: size, limits: limits)
            #expect(fault?.reason == .fileTooLarge(name: "ถนน.jpg", mebibytes: 1))
            #expect(fault?.fields == ["title": ["kept"], "behind": ["kept too"]])
            #expect(fault?.values == ["name": "ถนน.jpg", "mebibytes": "1"])
        }
        #expect(
            try await reason(.file(bytes: 40), PostingLimits(fileBytes: 39))
                == .fileTooLarge(name: "a.txt", mebibytes: 0))
    }

    @Test("where other files are spared, one that is too large is left out and named alone")
    func sparing() async throws {
        let small = "--b\nContent-Disposition: form-data; name=g; filename=small\n\nkept\n"
        let body = PostedBody.file(bytes: 400, behind: small)
        var limits = PostingLimits(fileBytes: 200)
        limits.sparesOtherFiles = true
        for chunk in [1, 10, .max] {
            let posting = try await PostingReader.read(
                body: body.chunks(of: chunk), contentType: body.contentType, limits: limits,
                receive: desk.store.receive)
            #expect(posting.files.map(\.name) == ["small"])
            #expect(posting.oversized.map(\.name) == ["a.txt"])
            for file in posting.files { file.content.discard() }
            #expect(try desk.leftovers == [])
        }
        limits.passedBytes = 100
        let fault = try await desk.fault(body, chunk: 10, limits: limits)
        #expect(fault?.reason == .fileTooLarge(name: "a.txt", mebibytes: 0))
    }

    @Test("no more than the limit is read for the sake of the texts behind a file that is not taken")
    func passedBytes() async throws {
        let body = PostedBody.file(bytes: 400, behind: PostedBody.part("behind", "1"))
        for (limit, keys) in [(400, ["behind", "title"]), (100, ["title"])] {
            let limits = PostingLimits(fileBytes: 200, passedBytes: limit)
            let fault = try await desk.fault(body, chunk: 10, limits: limits)
            #expect(fault?.reason == .fileTooLarge(name: "a.txt", mebibytes: 0))
            #expect(fault?.fields.keys.sorted() == keys)
        }
    }

    @Test("files are counted, those without bytes too and inputs left empty not")
    func files() async throws {
        func part(_ name: String) -> String {
            "--b\nContent-Disposition: form-data; name=f; filename=\"\(name)\"\n\n\n"
        }
        let body = PostedBody.multipart(part("1") + part("") + part("2") + part("3") + "--b--")
        let reading = try await desk.read(body, limits: PostingLimits(files: 3))
        #expect(reading.files.map(\.name) == ["1", "2", "3"])
        #expect(try await reason(body, PostingLimits(files: 2)) == .tooManyFiles)
    }

    @Test("the header lines of a part and a preamble end before their limit")
    func headerBytes() async throws {
        let line = "Content-Disposition: form-data; name=a"
        let body = PostedBody.multipart("--b\n\(line)\n\n1\n--b\n\(line)\n\n2\n--b--")
        for size in 1...body.bytes.count {
            let limits = PostingLimits(headerBytes: line.utf8.count)
            #expect(try await desk.read(body, chunk: size, limits: limits).fields == ["a": ["1", "2"]])
        }
        #expect(try await reason(body, PostingLimits(headerBytes: line.utf8.count - 1)) == .malformed)
        let preamble = String(repeating: "x", count: 50)
        let introduced = PostedBody.multipart("\(preamble)\n--b\n\(line)\n\n1\n--b--")
        #expect(try await desk.read(introduced, limits: PostingLimits(headerBytes: 50)).keys == ["a"])
        #expect(try await reason(introduced, PostingLimits(headerBytes: 49)) == .malformed)
        let endless = PostedBody.multipart("--b\n" + String(repeating: "x", count: 10_000))
        #expect(try await desk.fault(endless, chunk: 100)?.reason == .malformed)
    }

    @Test("every fault has a name and the status it deserves")
    func statuses() {
        let expected: [(PostingFault.Reason, String, Int)] = [
            (.bodyTooLarge, "body-too-large", 413), (.fileNotAsked, "file-not-asked", 413),
            (.tooMuchText, "too-much-text", 413), (.tooManyFields, "too-many-fields", 413),
            (.fileTooLarge(name: "a", mebibytes: 25), "file-too-large", 413),
            (.tooManyFiles, "too-many-files", 413), (.fileNotKept("why"), "file-not-kept", 503),
            (.notUTF8, "not-utf8", 400), (.interrupted, "interrupted", 400), (.malformed, "malformed", 400),
            (.unsupportedMediaType, "unsupported-media-type", 415),
        ]
        for (reason, code, status) in expected {
            #expect(PostingFault(reason).code == code)
            #expect(PostingFault(reason).status.code == status)
        }
    }
}
