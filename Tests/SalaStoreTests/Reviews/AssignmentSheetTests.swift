import SalaEngine
import Testing

@testable import SalaStore

@Suite("A list of assignments as CSV")
struct AssignmentSheetTests {
    private func lines(_ text: String) throws -> [AssignmentSheet.Line] {
        try AssignmentSheet(csv: Array(text.utf8)).lines
    }

    private func faults(_ bytes: [UInt8]) -> AssignmentFaults? {
        do throws(AssignmentFaults) {
            let sheet = try AssignmentSheet(csv: bytes)
            return sheet.faults.isEmpty ? nil : AssignmentFaults(sheet.faults)
        } catch {
            return error
        }
    }

    private func faults(_ text: String) -> AssignmentFaults? { faults(Array(text.utf8)) }

    @Test("each line has the number and the address, whatever the order of columns and the marks around them")
    func reading() throws {
        let text =
            "\u{FEFF}Judge,remark,entry\r\n anong@example.go.th ,\"a, b\",DL-2564-0001\r\n\r\nb@x.th,,๐๐๒\r\n"
        #expect(
            try lines(text) == [
                .init(line: 2, entry: "DL-2564-0001", judge: "anong@example.go.th"),
                .init(line: 4, entry: "๐๐๒", judge: "b@x.th"),
            ])
    }

    @Test(
        "semicolons or tabs may stand between the columns, as spreadsheets write them",
        arguments: [";", "\t"])
    func otherSeparators(sign: String) throws {
        let text = [
            "\u{FEFF}entry;judge;note", "A-1;a@x.th;\"b;c\"", "A-2;b@x.th;d, e",
        ].map { $0.replacing(";", with: sign) + "\r\n" }.joined()
        #expect(
            try lines(text) == [
                .init(line: 2, entry: "A-1", judge: "a@x.th"), .init(line: 3, entry: "A-2", judge: "b@x.th"),
            ])
        // Where commas stand in the first line, such a sign is part of a field.
        #expect(try lines("entry,judge\nA\(sign)1,a@x.th\n").map(\.entry) == [sign == ";" ? "A;1" : "A 1"])
    }

    @Test("a list with nothing in it is empty, and lacks no column", arguments: ["", "\u{FEFF}", "\r\n\n"])
    func empty(text: String) {
        #expect(faults(text)?.first == [AssignmentFault(line: 1, kind: .empty)])
    }

    @Test("every wrong line is named, in order, and not only the first")
    func allFaults() {
        let found = faults("entry,judge\nA-1\n,x@y.th\nA-2,\nA-3,z@y.th,more\n")
        #expect(
            found?.first == [
                AssignmentFault(line: 2, kind: .fieldCount(wanted: 2, given: 1)),
                AssignmentFault(line: 3, kind: .emptyField("entry")),
                AssignmentFault(line: 4, kind: .emptyField("judge")),
                AssignmentFault(line: 5, kind: .fieldCount(wanted: 2, given: 3)),
            ])
        #expect(found?.total == 4)
    }

    @Test("a line that is no CSV hides neither the lines behind it nor their faults")
    func strayQuotes() throws {
        let text = "entry,judge\nA-1,a \"b\" c@x.th\nA-2,b@x.th\n\"A\n-3\"x,c@x.th\nA-4\nA-5,d@x.th\n"
        let sheet = try AssignmentSheet(csv: Array(text.utf8))
        #expect(
            sheet.faults == [
                AssignmentFault(line: 2, kind: .syntax(.strayQuote)),
                AssignmentFault(line: 5, kind: .syntax(.strayQuote)),
                AssignmentFault(line: 6, kind: .fieldCount(wanted: 2, given: 1)),
            ])
        #expect(sheet.lines.map(\.line) == [3, 7])
        #expect(
            faults("entry,\"judge\"x\nA-1,a@x.th\n")?.first == [
                AssignmentFault(line: 1, kind: .syntax(.strayQuote))
            ])
    }

    @Test("of many faults the first hundred are listed and all are counted")
    func manyFaults() {
        let found = faults("entry,judge\n" + String(repeating: "A-1,\n", count: 133))
        #expect(found?.total == 133)
        #expect(found?.first.count == 100)
        #expect(found?.first.last?.line == 101)
    }

    @Test("a header without its columns is refused, and says which are missing or twice")
    func header() {
        #expect(
            faults("number,email\n1,2\n")?.first == [
                AssignmentFault(line: 1, kind: .missingColumn("entry")),
                AssignmentFault(line: 1, kind: .missingColumn("judge")),
            ])
        #expect(
            faults("entry,judge,entry\n1,2,3\n")?.first == [
                AssignmentFault(line: 1, kind: .repeatedColumn("entry"))
            ])
    }

    @Test("a list with nothing under its header is refused", arguments: ["entry,judge", "entry,judge\n\n\n"])
    func nothing(text: String) {
        #expect(faults(text)?.first == [AssignmentFault(line: 1, kind: .nothing)])
    }

    @Test("an empty posting lacks its columns")
    func empty() {
    }

    @Test("Thai as Excel saves it for old Windows is recognised, with its line")
    func windows874() {
        // "entry,judge,ก" with KO KAI as the one byte A1 that Windows-874 gives it.
        let bytes = Array("entry,judge,note\nDL-1,a@b.th,".utf8) + [0xA1, 0xD2]
        #expect(faults(bytes)?.first == [AssignmentFault(line: 2, kind: .syntax(.notUTF8(.windows874)))])
    }

    @Test("a workbook is recognised, and a quotation mark that is never closed")
    func otherSyntax() {
        #expect(
            faults([0x50, 0x4B, 0x03, 0x04, 0x14])?.first.map(\.kind) == [.syntax(.notUTF8(.workbook))])
        #expect(
            faults("entry,judge\n\"A-1,a@b.th\n")?.first == [
                AssignmentFault(line: 2, kind: .syntax(.openQuote))
            ])
    }
}
