import SalaWeb
import Testing

@Suite("What real clients post")
struct RecordedPostingTests {
    private let desk: PostingDesk
    private let report = Reading.File(field: "photo", name: #"รายงาน "ฉบับที่ ๑".txt"#, text: "สวัสดี\r\n")

    init() throws { desk = try PostingDesk() }

    @Test("a browser's form with files is read the same in chunks of every size")
    func chromium() async throws {
        let expected = Reading(
            keys: ["title", "note", "kind"],
            fields: [
                "title": [#"ถนน "ชำรุด" + 50%"#], "note": ["บรรทัดหนึ่ง\r\nบรรทัดสอง"],
                "kind": ["road", "light"],
            ],
            files: [report, Reading.File(field: "photo", name: "empty.txt", text: "")])
        for size in 1...PostedBody.chromium.bytes.count {
            let reading = try await desk.read(.chromium, chunk: size)
            try #require(reading == expected, "in chunks of \(size)")
        }
        #expect(try desk.leftovers == [])
    }

    @Test("a browser's form without files is read the same in chunks of every size")
    func chromiumForm() async throws {
        let expected = Reading(
            keys: ["title", "note", "kind", "photo", "none"],
            fields: [
                "title": [#"ถนน "ชำรุด" + 50%"#], "note": ["บรรทัดหนึ่ง\r\nบรรทัดสอง"],
                "kind": ["road", "light"], "photo": ["empty.txt"], "none": [""],
            ])
        for size in 1...PostedBody.chromiumForm.bytes.count {
            let reading = try await desk.read(.chromiumForm, chunk: size)
            try #require(reading == expected, "in chunks of \(size)")
        }
    }

    @Test("quotes in a file's name may come behind backslashes")
    func backslashes() async throws {
        #expect(try await desk.read(.curlEscaping).files == [report])
    }

    @Test("a plus in a form is a blank unless it is escaped")
    func plus() async throws {
        let expected = Reading(keys: ["title", "a"], fields: ["title": ["ถนน ชำรุด+&=%"], "a": ["b c"]])
        #expect(try await desk.read(.curlForm) == expected)
    }

    @Test("a script's texts and file arrive")
    func requests() async throws {
        let expected = Reading(
            keys: ["title", "k"], fields: ["title": ["ถนนชำรุด"], "k": ["1", "2"]], files: [report])
        #expect(try await desk.read(.requests) == expected)
    }

    @Test("a file's name may come in the extended form")
    func extendedName() async throws {
        let expected = Reading.File(field: "photo", name: report.name, text: "x")
        #expect(try await desk.read(.extendedName).files == [expected])
    }
}
